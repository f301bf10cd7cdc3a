"""Addresses of people: the own account, companions, the desks of coordinator and operator."""

from django.urls import URLPattern, path

from hartlijn.people.views import (
    companions,
    invitations,
    profile,
    times,
    times_days,
    times_pattern,
    times_rosters,
    times_week,
)

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("me/", profile.profile, name="profile"),
    path("me/language/", profile.language, name="language"),
    path("me/times/", times.times, name="times"),
    path("me/times/week/", times_week.week, name="times_week"),
    path("me/times/week/skip/", times_week.skip, name="times_week_skip"),
    path("me/times/week/clear/", times_week.clear, name="times_week_clear"),
    path("me/times/pattern/", times_pattern.pattern, name="times_pattern"),
    path("me/times/pattern/forget/", times_pattern.forget_pattern, name="times_pattern_forget"),
    path("me/times/shifts/", times_pattern.shifts, name="times_shifts"),
    path("me/times/exception/", times_days.exception, name="times_exception"),
    path(
        "me/times/exception/<uuid:pk>/forget/",
        times_days.forget_exception,
        name="times_exception_forget",
    ),
    path("me/times/leave/", times_days.leave, name="times_leave"),
    path("me/times/leave/<uuid:pk>/forget/", times_days.forget_leave, name="times_leave_forget"),
    path("me/times/holidays/", times_days.holidays, name="times_holidays"),
    path("me/times/rosters/", times_rosters.rosters, name="times_rosters"),
    path("me/times/rosters/<uuid:pk>/", times_rosters.replace_roster, name="times_roster"),
    path(
        "me/times/rosters/<uuid:pk>/forget/",
        times_rosters.forget_roster,
        name="times_roster_forget",
    ),
    path("companions/", companions.companions, name="companions"),
    path("companions/ask/", companions.ask, name="ask_companion"),
    path("companions/welcome/", companions.welcome, name="welcome_starter"),
    path("companions/<uuid:pk>/accept/", companions.accept, name="accept_companion"),
    path("companions/<uuid:pk>/end/", companions.end, name="end_companion"),
    path("invitations/<str:token>/", invitations.invitation, name="invitation"),
    path("invitation/<uuid:pk>/withdraw/", invitations.withdraw, name="withdraw_invitation"),
    path("invitation/<uuid:pk>/send/", invitations.send_again, name="send_invitation_again"),
]
