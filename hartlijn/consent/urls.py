"""Addresses of consent: who sees what, and who looked."""

from django.urls import URLPattern, path

from hartlijn.consent import views

app_name = "consent"
urlpatterns: list[URLPattern] = [
    path("who-sees-what/", views.who_sees_what, name="who_sees_what"),
    path("my-data/log/", views.log, name="log"),
]
