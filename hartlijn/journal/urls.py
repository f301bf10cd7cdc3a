"""Addresses of the journal: pages under /journal/, and what their worker asks under /journal/api/."""

from django.urls import URLPattern, path

from hartlijn.journal.views import due, pages

app_name = "journal"
urlpatterns: list[URLPattern] = [
    path("write/", pages.write, name="write"),
    path("entry/", pages.entry, name="entry"),
    path("park/", pages.park, name="park"),
    path("intentions/", pages.intentions, name="intentions"),
    path("back/", pages.back, name="back"),
    path("take-along/", pages.take_along, name="take_along"),
    path("look-back/", pages.look_back, name="look_back"),
    path("register/", pages.register, name="register"),
    path("api/due/", due.due, name="due"),
]
