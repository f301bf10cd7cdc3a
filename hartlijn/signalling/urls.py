"""Addresses of signals."""

from django.urls import URLPattern, path

from hartlijn.signalling.views import addressees, answering, signals

app_name = "signalling"
urlpatterns: list[URLPattern] = [
    path("signals/", signals.signals, name="signals"),
    path("signals/new/", signals.write, name="write"),
    path("signals/answer/<str:token>/", answering.answer, name="answer"),
    path("signals/<uuid:pk>/", signals.signal, name="signal"),
    path("signals/<uuid:pk>/change/", signals.change, name="change"),
    path("signals/<uuid:pk>/drop/", signals.drop, name="drop"),
    path("signals/<uuid:pk>/sign/", signals.sign, name="sign"),
    path("signals/<uuid:pk>/take-back/", signals.take_back, name="take_back"),
    path("signals/<uuid:pk>/send-again/", signals.send_again, name="send_again"),
    path("organisations/<uuid:pk>/addressees/", addressees.desk, name="desk"),
    path("addressees/<uuid:pk>/remove/", addressees.remove, name="remove"),
]
