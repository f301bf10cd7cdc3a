"""Addresses of delivery: what a page asks of it, and how somebody hears that something is there."""

from django.urls import URLPattern, path

from hartlijn.delivery.views import arrival, ways

app_name = "delivery"
urlpatterns: list[URLPattern] = [
    path("delivery/seen/", arrival.seen, name="seen"),
    path("delivery/arrival/", arrival.arrival, name="arrival"),
    path("me/ways/", ways.ways, name="ways"),
    path("me/ways/letters/", ways.letters, name="letters"),
    path("me/ways/devices/", ways.add_device, name="device_add"),
    path("me/ways/devices/renew/", ways.renew_device, name="device_renew"),
    path("me/ways/devices/<uuid:pk>/remove/", ways.remove_device, name="device_remove"),
    path("me/ways/calendar/", ways.open_calendar, name="calendar_open"),
    path("me/ways/calendar/close/", ways.close_calendar, name="calendar_close"),
]
