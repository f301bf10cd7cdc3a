"""The page that shows every component."""

from django.urls import URLPattern, path

from hartlijn.ui import views

app_name = "ui"
urlpatterns: list[URLPattern] = [path("", views.components, name="components")]
