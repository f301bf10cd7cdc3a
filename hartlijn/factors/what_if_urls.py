"""Addresses of weighing and of what-if, under /factors/."""

from django.urls import URLPattern, path

from hartlijn.factors.views import weighing, what_if

patterns: list[URLPattern] = [
    path("maps/<uuid:pk>/weighing/", weighing.rounds, name="weighing"),
    path("maps/<uuid:pk>/weighing/open/", weighing.open_round, name="round_open"),
    path("rounds/<uuid:pk>/", weighing.weigh, name="weigh"),
    path("rounds/<uuid:pk>/close/", weighing.close_round, name="round_close"),
    path("rounds/<uuid:pk>/group/", weighing.group, name="round_group"),
    path("rounds/<uuid:pk>/adopt/", weighing.adopt, name="round_adopt"),
    path("rounds/<uuid:pk>/weigh/<slug:relation>/", weighing.weigh_one, name="weigh_one"),
    path("maps/<uuid:pk>/what-if/", what_if.what_if, name="what_if"),
    path("maps/<uuid:pk>/what-if/moves/", what_if.moves, name="what_if_moves"),
    path("maps/<uuid:pk>/what-if/keep/", what_if.keep, name="what_if_keep"),
    path("maps/<uuid:pk>/what-if/two/", what_if.two, name="what_if_two"),
    path("scenarios/<uuid:pk>/", what_if.scenario, name="scenario"),
    path("scenarios/<uuid:pk>/drop/", what_if.drop, name="scenario_drop"),
]
