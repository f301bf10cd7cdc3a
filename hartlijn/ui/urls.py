"""The page that shows every component."""

from django.urls import path

from hartlijn.ui import views

app_name = "ui"
urlpatterns = [path("", views.components, name="components")]
