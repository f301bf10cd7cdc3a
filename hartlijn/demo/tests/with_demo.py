"""All addresses, those of the demonstration included, whatever the settings said at the start."""

from django.urls import URLResolver, include, path

urlpatterns: list[URLResolver] = [
    path("demo/", include("hartlijn.demo.urls")),
    path("", include("config.urls")),
]
