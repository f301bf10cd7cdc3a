"""Addresses of whom one can turn to."""

from django.urls import URLPattern, path

from hartlijn.signposts import views

app_name = "signposts"
urlpatterns: list[URLPattern] = [
    path("signposts/", views.signposts, name="signposts"),
    path("aftercare/", views.aftercare, name="aftercare"),
    path("organisations/<uuid:pk>/signposts/", views.desk, name="desk"),
    path("organisations/<uuid:pk>/signposts/<slug:kind>/", views.own, name="own"),
    path("organisations/<uuid:pk>/signposts/<slug:kind>/remove/", views.remove, name="remove"),
]
