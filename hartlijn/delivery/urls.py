"""Addresses of delivery: what a page asks of it."""

from django.urls import URLPattern, path

from hartlijn.delivery import views

app_name = "delivery"
urlpatterns: list[URLPattern] = [
    path("arrival/", views.arrival, name="arrival"),
]
