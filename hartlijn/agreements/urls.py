"""Addresses of the agreements of teams."""

from django.urls import URLPattern, path

from hartlijn.agreements import views

app_name = "agreements"
urlpatterns: list[URLPattern] = [
    path("", views.agreements, name="agreements"),
    path("<uuid:pk>/", views.agreement, name="agreement"),
    path("<uuid:pk>/write/", views.write, name="write"),
    path("<uuid:pk>/read/", views.read, name="read"),
    path("<uuid:pk>/versions/", views.versions, name="versions"),
]
