"""Addresses of the library."""

from django.urls import URLPattern, path

from hartlijn.library import views

app_name = "library"
urlpatterns: list[URLPattern] = [
    path("<slug:kind>.json", views.content, name="content"),
]
