"""Addresses of the own line: what goes along with the person."""

from django.urls import URLPattern, path

from hartlijn.line import views

app_name = "line"
urlpatterns: list[URLPattern] = [
    path("line/", views.line, name="line"),
    path("my-data/", views.data, name="data"),
    path("my-data/export/", views.export, name="export"),
    path("my-data/leave/", views.leave, name="leave"),
    path("goodbye/", views.goodbye, name="goodbye"),
]
