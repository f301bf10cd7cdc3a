"""The address of Vandaag."""

from django.urls import URLPattern, path

from hartlijn.today import views

app_name = "today"
urlpatterns: list[URLPattern] = [path("", views.today, name="today")]
