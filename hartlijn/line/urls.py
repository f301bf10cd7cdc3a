"""Addresses of the own line: what goes along with the person."""

from django.urls import URLPattern

app_name = "line"
urlpatterns: list[URLPattern] = []
