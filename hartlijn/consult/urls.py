"""Addresses of what people write to each other. Which thread or subject stands behind the #."""

from django.urls import URLPattern, path

from hartlijn.consult import views

app_name = "consult"
urlpatterns: list[URLPattern] = [
    path("messages/", views.threads, name="threads"),
    path("write/", views.write, name="write"),
    path("aftercare/", views.aftercare, name="aftercare"),
]
