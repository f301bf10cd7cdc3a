"""The addresses of Vandaag and of the own calendar."""

from django.urls import URLPattern, path

from hartlijn.today import views

app_name = "today"
urlpatterns: list[URLPattern] = [
    path("", views.today, name="today"),
    path("calendar/<str:token>.ics", views.calendar, name="calendar"),
]
