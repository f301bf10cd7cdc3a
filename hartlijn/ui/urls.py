"""The page that shows every component."""

from django.urls import URLPattern

app_name = "ui"
urlpatterns: list[URLPattern] = []
