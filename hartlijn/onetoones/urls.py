"""Addresses of short one-to-ones, under /one-to-ones/."""

from django.urls import URLPattern, path

from hartlijn.onetoones import views

app_name = "onetoones"
urlpatterns: list[URLPattern] = [
    path("", views.rhythms, name="rhythms"),
    path("<uuid:pk>/held/", views.held, name="held"),
    path("<uuid:pk>/put-off/", views.put_off, name="put_off"),
    path("<uuid:pk>/stop/", views.stop, name="stop"),
]
