"""The addresses of paths: the own one, what it asks of others, templates and promises."""

from django.urls import URLPattern, path

from hartlijn.paths.views import (
    beginning,
    board,
    drafts,
    evaluation,
    hand_over,
    meeting,
    newer,
    organisation,
    own,
    preparation,
    promises,
    publishing,
    register,
    steps,
    templates,
    ticks,
    week,
)

app_name = "paths"
DESK = "organisations/<uuid:pk>/"
TEMPLATES = "templates/organisations/<uuid:pk>/"
TEMPLATE = "templates/<uuid:pk>/"
DRAFT = f"{TEMPLATE}draft/"
PART = f"{DRAFT}<slug:kind>/<str:key>/"
urlpatterns: list[URLPattern] = [
    # Running a path
    path("", own.path, name="path"),
    path("seen/", own.seen, name="seen"),
    path("register/", register.register, name="register"),
    path("register/<str:key>/<slug:kind>/", register.outline, name="outline"),
    path("week/", week.week, name="week"),
    path("steps/<uuid:pk>/", steps.step, name="step"),
    path("steps/<uuid:pk>/done/", steps.done, name="step_done"),
    path("steps/<uuid:pk>/reopen/", steps.reopen, name="step_reopen"),
    path("steps/<uuid:pk>/evaluation/", evaluation.evaluation, name="evaluation"),
    # Templates of an organisation
    path(TEMPLATES, templates.library, name="templates"),
    path(f"{TEMPLATES}adopt/", templates.adopt, name="template_adopt"),
    path(f"{TEMPLATES}file/", templates.read_in, name="template_read_in"),
    path(TEMPLATE, templates.template, name="template"),
    path(f"{TEMPLATE}file/", templates.file, name="template_file"),
    path(f"{TEMPLATE}put-away/", templates.put_away, name="template_put_away"),
    path(f"{TEMPLATE}publish/", publishing.publish, name="template_publish"),
    path(f"{TEMPLATE}offer/", publishing.offer, name="template_offer"),
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}about/", drafts.about, name="draft_about"),
    path(f"{DRAFT}frame/", drafts.frame, name="draft_frame"),
    path(f"{DRAFT}drop/", drafts.drop, name="draft_drop"),
    path(f"{DRAFT}add/<slug:kind>/", drafts.add, name="draft_add"),
    path(PART, drafts.part, name="draft_part"),
    path(f"{PART}move/", drafts.move, name="draft_move"),
    path(f"{PART}remove/", drafts.remove, name="draft_remove"),
    # Running sides, at the desk
    path("organisations/", organisation.organisations, name="organisations"),
    path(DESK, organisation.organisation, name="organisation"),
    path("sides/<uuid:pk>/", organisation.side, name="side"),
    path(f"{DESK}begin/", beginning.begin, name="begin"),
    path("sides/<uuid:pk>/dates/", beginning.dates, name="side_dates"),
    path("sides/<uuid:pk>/end/", beginning.end, name="side_end"),
    # For who walks the path
    path("sides/<uuid:pk>/newer/", newer.newer, name="newer"),
    path("sides/<uuid:pk>/newer/take/", newer.take, name="newer_take"),
    path("sides/<uuid:pk>/newer/leave/", newer.leave, name="newer_leave"),
    path("sides/<uuid:pk>/days/", newer.days, name="side_days"),
    # Promises, and the board
    path(f"{DESK}board/", board.board, name="board"),
    path("promises/", promises.promises, name="promises"),
    path("promises/ticks/", ticks.ticks, name="ticks"),
    path("promises/ticks/send/", ticks.send, name="ticks_send"),
    path("promises/<uuid:pk>/", promises.promise, name="promise"),
    path("promises/<uuid:pk>/change/", promises.change, name="promise_change"),
    path("promises/months/<uuid:pk>/tick/", promises.tick, name="promise_tick"),
    path("promises/changes/<uuid:pk>/agree/", promises.agree, name="change_agree"),
    path("promises/changes/<uuid:pk>/decline/", promises.decline, name="change_decline"),
    path("promises/changes/<uuid:pk>/withdraw/", promises.withdraw, name="change_withdraw"),
    # Moving on, and three at one table
    path("hand-overs/", hand_over.hand_overs, name="hand_overs"),
    path("hand-overs/sides/", hand_over.sides, name="hand_over_sides"),
    path("sides/<uuid:pk>/hand-over/", hand_over.prepare, name="hand_over_prepare"),
    path("hand-overs/<uuid:pk>/", hand_over.hand_over, name="hand_over"),
    path("hand-overs/<uuid:pk>/propose/", hand_over.propose, name="hand_over_propose"),
    path("hand-overs/<uuid:pk>/pick/", hand_over.pick, name="hand_over_pick"),
    path("hand-overs/<uuid:pk>/give/", hand_over.give, name="hand_over_give"),
    path("hand-overs/<uuid:pk>/accept/", hand_over.accept, name="hand_over_accept"),
    path("hand-overs/<uuid:pk>/stop/", hand_over.stop, name="hand_over_stop"),
    path("meetings/", meeting.meetings, name="meetings"),
    path("meetings/begin/", meeting.begin, name="meeting_begin"),
    path("meetings/<uuid:pk>/", meeting.meeting, name="meeting"),
    path("meetings/<uuid:pk>/preparation/", preparation.preparation, name="meeting_preparation"),
    path("meetings/<uuid:pk>/agree/", meeting.agree, name="meeting_agree"),
    path("meetings/<uuid:pk>/drop/", meeting.drop, name="meeting_drop"),
    path("meetings/<uuid:pk>/<uuid:line>/remove/", meeting.remove, name="meeting_remove"),
]
