"""Addresses of decks and of the learning line, under /learning/."""

from django.urls import URLPattern, path

from hartlijn.learning.views import decks, line, plan

app_name = "learning"
urlpatterns: list[URLPattern] = [
    path("", line.line, name="line"),
    path("decks/", decks.decks, name="decks"),
    path("decks/<slug:key>/", decks.deck, name="deck"),
    path("assignments/<slug:key>/", line.assignment, name="assignment"),
    path("assignments/<slug:key>/say/", line.say, name="say"),
    path("assignments/<slug:key>/teacher/", line.teacher, name="teacher"),
    path("plans/<uuid:pk>/", plan.plan, name="plan"),
    path("plans/<uuid:pk>/put/", plan.put, name="plan_put"),
    path("plans/<uuid:pk>/calendar/", plan.open_calendar, name="plan_calendar"),
    path("plans/<uuid:pk>/calendar/close/", plan.close_calendar, name="plan_calendar_close"),
    path("planned/<uuid:pk>/take-off/", plan.take_off, name="plan_take_off"),
    path("plan/<str:token>.ics", plan.feed, name="feed"),
]
