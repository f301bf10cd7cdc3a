"""What the ids in an address point at, in the world of the test.

A new page with an id in its address gets a line here; the test asks for it by name.
"""

from typing import Any

from hartlijn.consent.tests.world import World

DESK = [
    f"people:desk{page}"
    for page in (
        "",
        "_people_csv",
        "_letters",
        "_invite",
        "_invite_many",
        "_units",
        "_times",
        "_times_forget",
        "_about",
    )
]
UNIT = ["people:desk_unit", "people:desk_unit_remove"]
CIRCLE = ["people:circle", "people:join_circle", "people:leave_circle"]
PLACE = ["people:membership", "people:end_membership"]
AGREEMENT = [f"agreements:{page}" for page in ("agreement", "write", "read", "versions")]
PATH_STEP = [f"paths:step{page}" for page in ("", "_done", "_reopen")]
DUTY_LINE = [f"people:duty_line{page}" for page in ("", "_change", "_file", "_remove")]
PATHS_DESK = [
    f"paths:{page}" for page in ("templates", "template_adopt", "template_read_in", "begin")
]
TEMPLATE = [
    *(f"paths:template{page}" for page in ("", "_file", "_put_away", "_publish", "_offer")),
    *(f"paths:draft{page}" for page in ("", "_about", "_frame", "_drop")),
]
PART_OF_DRAFT = [f"paths:draft_{page}" for page in ("part", "move", "remove")]
OWN_SIDE = [f"paths:{page}" for page in ("newer", "newer_take", "newer_leave", "side_days")]
LEARNING_PLAN = [f"learning:plan{page}" for page in ("", "_put", "_calendar", "_calendar_close")]
WEIGHED_MAP = [
    f"factors:{page}" for page in ("weighing", "round_open", "what_if_keep", "what_if_two")
]
PLAYED_MAP = ["factors:what_if", "factors:what_if_moves"]
ROUND = ["factors:weigh", "factors:round_close"]
TOLD = ["factors:round_group", "factors:round_adopt"]
SCENARIO = ["factors:scenario", "factors:scenario_drop"]
KINDS = ("prompt", "model", "starter", "moment", "signpost", "leaflet")
HANDING = [
    f"paths:hand_over{page}" for page in ("", "_propose", "_pick", "_give", "_accept", "_stop")
]
MEETING = [f"paths:meeting{page}" for page in ("", "_preparation", "_agree", "_drop")]
SIGNAL = [
    f"signalling:{page}" for page in ("signal", "change", "drop", "sign", "take_back", "send_again")
]
ACCOUNT = [f"people:operator_{page}" for page in ("account", "block", "unblock")]
PROMISE = ["paths:promise", "paths:promise_change"]
CHANGE = [f"paths:change_{verb}" for verb in ("agree", "decline", "withdraw")]

DIALOGUE = [
    f"dialogues:{page}"
    for page in [
        "dialogue",
        "about",
        "open",
        "gather",
        "close",
        "findings",
        "findings_paste",
        "findings_put",
        "findings_take",
        "people",
        "leader",
        "helper",
        "type_along",
        "paper",
        "screen",
        "screen_now",
        "screen_go",
        "screen_reveal",
        "weighing",
        "weighing_close",
        "themes",
        "themes_name",
        "changes",
        "publish",
    ]
]
PAPER = [f"paper:{page}" for page in ("typing", "typed", "type_card")]
PUT_FINDING = [
    f"dialogues:{page}"
    for page in ("finding", "finding_move", "finding_merge", "finding_remove", "next_version")
]
LEAD = [
    f"dialogues:lead{verb}"
    for verb in ("", "_change", "_ask", "_take_up", "_refuse", "_tell", "_remove")
]
AFTER_DIALOGUE = [f"dialogues:leads_{page}" for page in ("of_dialogue", "gather")]
REPORT = [f"dialogues:report{page}" for page in ("", "_tie", "_template")]
SENTENCE = [f"dialogues:sentence{page}" for page in ("", "_edit", "_take_back")]
AFTER_DIALOGUE = [
    f"dialogues:{page}"
    for page in (
        "leads_of_dialogue",
        "leads_gather",
        "draft_check",
        "draft_send",
        "invite",
        "signal",
    )
]
THEME = [f"dialogues:theme{page}" for page in ("", "_merge", "_take_apart", "_remove")]
MAP = [
    *(f"factors:map{page}" for page in ("", "_show", "_versions", "_difference", "_definitions")),
    *(f"factors:map_{page}" for page in ("bring_in", "keep", "title", "publish", "take_back")),
    *(f"factors:map_{page}" for page in ("put_away", "take_out", "again")),
    *(f"factors:{part}_add" for part in ("factor", "relation")),
]
FACTOR = [f"factors:{page}" for page in ("factor", "circle", "factor_change", "factor_remove")]
RELATION = [f"factors:relation{page}" for page in ("", "_change", "_remove")]
FINDING = [f"factors:finding{page}" for page in ("", "_next", "_publish", "_take_back")]

Targets = dict[str, list[tuple[dict[str, Any], Any]]]


def targets(world: World) -> Targets:
    """For each route with ids: the ids to try, and the person or thing they are about."""

    def things(*names: str) -> list[tuple[dict[str, Any], Any]]:
        return [({"pk": world.things[name].pk}, world.things[name]) for name in names]

    walks = [name for name in world.things if name.startswith("Noor with ")]
    two = ("Noor, starter", "Olga, starter elsewhere")
    token = [({"token": key}, world.things[name]) for name, key in world.tokens.items()]

    rhythms = [name for name in world.things if name.startswith("rhythm of ")]
    own_signposts = [
        ({"pk": world.things[name].pk, "kind": "occupational_physician"}, world.things[name])
        for name in ("werk", "school", "elders")
    ]
    desks = things("werk", "school", "elders")
    template = world.things["eigen template van werk"]
    side = world.things["traject van werk"]
    maps = [world.things[f"kaart {key}"] for key in ("werk", "school", "openbaar")]
    kinds = {"phases": "begin", "steps": "hello", "promises": "talk"}
    reported = world.things["opgehaald"]
    accounts = [({"pk": one.pk}, one) for one in world.people.values()]
    return {
        "account_reset_password_from_key": [({"uidb36": "1", "key": "forged"}, None)],
        # Without a school or employer connected these lead nowhere; test_oidc.py has one.
        "openid_connect_login": [],
        "openid_connect_callback": [],
        "mfa_edit_webauthn": things("passkey"),
        "mfa_remove_webauthn": things("passkey"),
        "people:invitation": token,
        "people:end_session": things("session"),
        "people:times_exception_forget": things(*(f"day of {name}" for name in two)),
        "people:times_leave_forget": things(*(f"leave of {name}" for name in two)),
        "people:times_roster": things(*(f"roster of {name}" for name in two)),
        "people:times_roster_forget": things(*(f"roster of {name}" for name in two)),
        "people:unblock": things("block of Tess"),
        **dict.fromkeys(CIRCLE, things("kring van Noor")),
        "delivery:device_remove": things("device"),
        "today:calendar": [({"token": token}, None) for token in ("agenda", "forged")],
        "people:accept_companion": things(*walks),
        "people:end_companion": things(*walks),
        "people:withdraw_invitation": things(*world.tokens),
        "people:send_invitation_again": things(*world.tokens),
        **dict.fromkeys(DESK, things("werk", "school", "elders")),
        **dict.fromkeys(UNIT, things(*(name for name in world.things if "unit van" in name))),
        **dict.fromkeys(PLACE, things(*(name for name in world.things if " at " in name))),
        **dict.fromkeys(AGREEMENT, things("unit van werk", "unit van elders")),
        "people:duty_unit": things("unit van werk", "unit van elders"),
        "people:duty_take_off": things("dienst"),
        **dict.fromkeys(DUTY_LINE, things("dienstlijn")),
        **dict.fromkeys(ACCOUNT, accounts),
        "people:operator_invite": things("werk", "school", "elders"),
        "signposts:desk": things("werk", "school", "elders"),
        **dict.fromkeys(("signposts:own", "signposts:remove"), own_signposts),
        **dict.fromkeys(
            (f"onetoones:{verb}" for verb in ("held", "put_off", "stop")), things(*rhythms)
        ),
        **dict.fromkeys(PATHS_DESK, desks),
        **dict.fromkeys(TEMPLATE, things("eigen template van werk")),
        "paths:draft_add": [({"pk": template.pk, "kind": kind}, template) for kind in kinds],
        **{
            key: [
                ({"pk": template.pk, "kind": kind, "key": kinds[kind]}, template) for kind in kinds
            ]
            for key in PART_OF_DRAFT
        },
        **{key: [({"pk": side.pk}, template)] for key in ("paths:side_dates", "paths:side_end")},
        **{key: [({"pk": side.pk}, world.people["Noor, starter"])] for key in OWN_SIDE},
        **dict.fromkeys(MEETING, things("gesprek")),
        "paths:meeting_remove": [
            (
                {"pk": world.things["gesprek"].pk, "line": world.things["regel"].pk},
                world.things["gesprek"],
            )
        ],
        "paths:hand_over_prepare": things("traject van werk", "traject van school"),
        **dict.fromkeys(HANDING, things("overdracht", "oude overdracht")),
        "vault:wrap_remove": things("passkey of the line"),
        "vault:trust_help": things("recovery"),
        "vault:log": [({"chunk": 0}, None)],
        **dict.fromkeys(
            SIGNAL, things("concept van Noor", "signaal van werk", "beantwoord signaal")
        ),
        "signalling:answer": [
            ({"token": key}, world.things[key])
            for key in ("signaal onderweg", "beantwoord signaal")
        ],
        "signalling:desk": desks,
        "signalling:remove": things("geadresseerde van werk"),
        **dict.fromkeys(PATH_STEP, things("stap van werk", "stap van school")),
        "paths:evaluation": things("moment van werk"),
        "paths:outline": [
            ({"key": "practice-programme-draft", "kind": kind}, None)
            for kind in ("docx", "odt", "pdf")
        ],
        "paths:side": things("traject van werk", "traject van school"),
        "paths:organisation": things("werk", "school", "elders"),
        **dict.fromkeys(PROMISE, things("belofte van werk", "belofte van school")),
        "paths:board": things("werk", "elders"),
        "paths:promise_tick": things("maand van werk", "maand van school"),
        **dict.fromkeys(CHANGE, things("wijziging van werk")),
        **{
            f"learning:{page}": [({"key": "what-i-came-for"}, None)]
            for page in ("assignment", "say", "teacher")
        },
        "learning:deck": [({"key": "drives"}, None)],
        **dict.fromkeys(LEARNING_PLAN, things("unit van werk", "unit van elders")),
        "learning:plan_take_off": things("les van werk", "les van elders"),
        "learning:feed": [({"token": token}, None) for token in ("leerlijn", "forged")],
        **dict.fromkeys(WEIGHED_MAP, things("kaart werk", "kaart school")),
        **dict.fromkeys(PLAYED_MAP, things("kaart werk", "kaart school", "kaart openbaar")),
        **dict.fromkeys(ROUND, things("ronde van werk", "ronde van school")),
        **dict.fromkeys(TOLD, things("gesloten ronde van werk", "gesloten ronde van school")),
        "factors:weigh_one": [
            ({"pk": world.things[name].pk, "relation": "een-twee"}, world.things[name])
            for name in ("ronde van werk", "ronde van school")
        ],
        **dict.fromkeys(SCENARIO, things("scenario van werk", "scenario van school")),
        **dict.fromkeys(DIALOGUE, things("dialoog")),
        **dict.fromkeys(PAPER, things("dialoog")),
        "paper:take_back": [
            (
                {"pk": world.things["dialoog"].pk, "token": world.things["bijdrage"].token},
                world.things["dialoog"],
            )
        ],
        **dict.fromkeys(PUT_FINDING, things("bevinding")),
        **dict.fromkeys(THEME, things("thema")),
        **dict.fromkeys(REPORT, things("opgehaald")),
        **{page: [({"pk": reported.pk, "key": "title"}, reported)] for page in SENTENCE},
        "dialogues:report_untie": things("rode draad"),
        "dialogues:report_file": [({"pk": reported.pk, "language": "nl", "kind": "csv"}, reported)],
        "dialogues:leader_drop": things("wie leidt"),
        **dict.fromkeys(LEAD, things("aanknopingspunt")),
        **dict.fromkeys(AFTER_DIALOGUE, things("dialoog")),
        "dialogues:remark_answer": things("opmerking"),
        "dialogues:invited_take_back": things("uitgenodigde"),
        "dialogues:draft_read": [({"token": "forged"}, None)],
        "dialogues:invited": [({"token": "forged"}, None)],
        "dialogues:helper_end": things("notulist"),
        "dialogues:contribution": things("bijdrage"),
        "dialogues:contribution_take_out": things("bijdrage"),
        "dialogues:scribe_link": [({"key": "forged"}, None)],
        **{page: [({"pk": one.pk}, one) for one in maps] for page in MAP},
        **{page: [({"pk": one.pk, "key": "een"}, one) for one in maps] for page in FACTOR},
        **{page: [({"pk": one.pk, "key": "een-twee"}, one) for one in maps] for page in RELATION},
        **dict.fromkeys(FINDING, things("bevinding werk", "bevinding openbaar")),
        "factors:definition": [({"pk": one.pk, "process": "parallel"}, one) for one in maps],
        "factors:map_export": [({"pk": one.pk, "kind": "json"}, one) for one in maps],
        "library:content": [({"kind": kind}, None) for kind in KINDS],
    }
