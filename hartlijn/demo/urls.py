"""Addresses of the demonstration; config gives them only with HARTLIJN_DEMO."""

from django.urls import URLPattern, path

from hartlijn.demo import views

app_name = "demo"
urlpatterns: list[URLPattern] = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("post/", views.post, name="post"),
]
