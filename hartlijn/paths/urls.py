"""The addresses of paths: the own one, what it asks of others, templates and promises."""

from django.urls import URLPattern, path

app_name = "paths"
urlpatterns: list[URLPattern] = []
