"""Addresses of dialogues: of who leads under /dialogues/, of the room under /join/ and /room/."""

from django.urls import URLPattern, path

from hartlijn.dialogues.following_urls import followed
from hartlijn.dialogues.views import (
    changes,
    findings,
    overview,
    paper,
    people,
    report,
    report_files,
    room,
    screen,
    scribe,
    themes,
    weighing,
)

app_name = "dialogues"
preparing: list[URLPattern] = [
    path("dialogues/", overview.dialogues, name="dialogues"),
    path("dialogues/new/", overview.begin, name="begin"),
    path("dialogues/<uuid:pk>/", overview.dialogue, name="dialogue"),
    path("dialogues/<uuid:pk>/about/", overview.about, name="about"),
    path("dialogues/<uuid:pk>/open/", overview.open_room, name="open"),
    path("dialogues/<uuid:pk>/gather/", overview.gather, name="gather"),
    path("dialogues/<uuid:pk>/close/", overview.close, name="close"),
    path("dialogues/<uuid:pk>/findings/", findings.findings, name="findings"),
    path("dialogues/<uuid:pk>/findings/paste/", findings.paste, name="findings_paste"),
    path("dialogues/<uuid:pk>/findings/put/", findings.put, name="findings_put"),
    path("dialogues/<uuid:pk>/findings/take/", findings.take, name="findings_take"),
    path("dialogues/<uuid:pk>/paper/", paper.cards, name="paper"),
    path("dialogues/findings/<uuid:pk>/", findings.finding, name="finding"),
    path("dialogues/findings/<uuid:pk>/move/", findings.move, name="finding_move"),
    path("dialogues/findings/<uuid:pk>/merge/", findings.merge, name="finding_merge"),
    path("dialogues/findings/<uuid:pk>/remove/", findings.remove, name="finding_remove"),
    path("dialogues/<uuid:pk>/people/", people.people, name="people"),
    path("dialogues/<uuid:pk>/people/leader/", people.name_leader, name="leader"),
    path("dialogues/<uuid:pk>/people/helper/", people.make_helper, name="helper"),
    path("dialogues/<uuid:pk>/people/type/", people.type_along, name="type_along"),
    path("dialogues/leaders/<uuid:pk>/drop/", people.drop_leader, name="leader_drop"),
    path("dialogues/helpers/<uuid:pk>/end/", people.end_helper, name="helper_end"),
]
in_the_hall: list[URLPattern] = [
    path("dialogues/<uuid:pk>/screen/", screen.screen, name="screen"),
    path("dialogues/<uuid:pk>/screen/now/", screen.now, name="screen_now"),
    path("dialogues/<uuid:pk>/screen/go/", screen.go, name="screen_go"),
    path("dialogues/<uuid:pk>/screen/reveal/", screen.reveal, name="screen_reveal"),
    path("dialogues/<uuid:pk>/weighing/", weighing.weighing, name="weighing"),
    path("dialogues/<uuid:pk>/weighing/close/", weighing.close, name="weighing_close"),
    path("room/weigh/", weighing.room_weigh, name="room_weigh"),
    path("join/", room.join, name="join"),
    path("room/", room.room, name="room"),
    path("room/now/", room.now, name="room_now"),
    path("room/mark/", room.mark, name="room_mark"),
    path("room/say/", room.say, name="room_say"),
    path("room/take-back/", room.take_back, name="room_take_back"),
    path("room/other/", room.other, name="room_other"),
    path("room/leave/", room.leave, name="room_leave"),
    path("scribe/", scribe.scribe, name="scribe"),
    path("scribe/lately/", scribe.lately, name="scribe_lately"),
    path("scribe/<str:key>/", scribe.link, name="scribe_link"),
]
afterwards: list[URLPattern] = [
    path("dialogues/<uuid:pk>/themes/", themes.themes, name="themes"),
    path("dialogues/<uuid:pk>/themes/name/", themes.name, name="themes_name"),
    path("dialogues/themes/<uuid:pk>/", themes.theme, name="theme"),
    path("dialogues/themes/<uuid:pk>/merge/", themes.merge, name="theme_merge"),
    path("dialogues/themes/<uuid:pk>/take-apart/", themes.take_apart, name="theme_take_apart"),
    path("dialogues/themes/<uuid:pk>/remove/", themes.remove, name="theme_remove"),
    path("dialogues/<uuid:pk>/changes/", changes.changes, name="changes"),
    path("dialogues/<uuid:pk>/changes/publish/", changes.publish, name="publish"),
    path("dialogues/findings/<uuid:pk>/next/", changes.next_version, name="next_version"),
    path("dialogues/contributions/<uuid:pk>/", themes.contribution, name="contribution"),
    path(
        "dialogues/contributions/<uuid:pk>/take-out/", themes.take_out, name="contribution_take_out"
    ),
]
reporting: list[URLPattern] = [
    path("dialogues/<uuid:pk>/report/", report.report, name="report"),
    path("dialogues/<uuid:pk>/report/tie/", report.tie, name="report_tie"),
    path("dialogues/threads/<uuid:pk>/untie/", report.untie, name="report_untie"),
    path("dialogues/<uuid:pk>/report/template/", report_files.template, name="report_template"),
    path(
        "dialogues/<uuid:pk>/report/<slug:language>/<slug:kind>/",
        report_files.file,
        name="report_file",
    ),
    path("dialogues/<uuid:pk>/sentence/<path:key>/edit/", report.edit, name="sentence_edit"),
    path(
        "dialogues/<uuid:pk>/sentence/<path:key>/take-back/",
        report.take_back,
        name="sentence_take_back",
    ),
    path("dialogues/<uuid:pk>/sentence/<path:key>/", report.sentence, name="sentence"),
]
urlpatterns: list[URLPattern] = [*preparing, *in_the_hall, *afterwards, *followed, *reporting]
