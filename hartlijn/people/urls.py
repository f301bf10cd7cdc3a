"""Addresses of people: the own account, companions, the desks of coordinator and operator."""

from django.urls import URLPattern, path

from hartlijn.people.views import profile

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("me/", profile.profile, name="profile"),
    path("me/language/", profile.language, name="language"),
]
