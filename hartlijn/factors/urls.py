"""Addresses of maps, under /factors/."""

from django.urls import URLPattern

from hartlijn.factors import what_if_urls

app_name = "factors"
urlpatterns: list[URLPattern] = [*what_if_urls.patterns]
