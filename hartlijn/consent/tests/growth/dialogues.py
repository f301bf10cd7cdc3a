"""More dialogues for who leads them, and more in the one that is open."""

from collections.abc import Iterator
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.growth.who import NOOR
from hartlijn.consent.tests.world import World
from hartlijn.consent.tests.world.dialogues import ROSA, tables
from hartlijn.people.tests.factories import a_person


def dialogues(world: World, number: int) -> Iterator[Model]:
    """Rosa leads another one; in hers are more people, findings, contributions, themes, leads."""
    table = {name: model._default_manager for name, model in tables().items()}
    dialogue, school = world.things["dialoog"], world.things["school"]
    for name in (ROSA, NOOR):
        other = table["Dialogue"].create(
            organisation=school, title=f"Ook {number}", follows=dialogue
        )
        yield table["Leading"].create(dialogue=other, person=world.people[name])
        yield table["UsedLinks"].create(dialogue=other, marks=["0" * 64])
    yield table["Leading"].create(dialogue=dialogue, person=a_person("Leidt mee"))
    put = table["PutFinding"].create(
        dialogue=dialogue, order=number + 2, text="Ook dit",
        revealed_at=timezone.now() if number % 2 else None,
        shown={"counts": [1, 0, 0], "blocks": [], "open": [], "chosen": []} if number % 2 else None,
    )  # fmt: skip
    yield put
    yield table["Helper"].create(dialogue=dialogue, name="Typt", key_digest=uuid4().hex)
    seat = table["Seat"].create(dialogue=dialogue, key_digest=uuid4().hex, perspective="starter")
    yield seat
    for one in (put, world.things["bevinding"]):
        yield table["Mark"].create(seat=seat, put=one, word="partly")
    theme = table["Theme"].create(dialogue=dialogue, name=f"Thema {number}")
    yield theme
    for place, kind in enumerate(
        ("finding", "missing", "education", "practice", "together", "other")
    ):
        yield table["Contribution"].create(
            dialogue=dialogue, number=10 + number * 10 + place, kind=kind, text="Ook dit",
            put=put if kind == "finding" else None, theme=theme, seat=seat,
        )  # fmt: skip
    for kind in ("education", "practice"):
        lead = table["Lead"].create(
            dialogue=dialogue, kind=kind, text="Doen", theme=theme, owner=world.people[NOOR],
            owner_organisation=school,
        )  # fmt: skip
        yield lead
        yield table["LeadNotice"].create(lead=lead, person=world.people[NOOR], kind="asked")
    gathered = world.things["opgehaald"]
    yield table["Thread"].create(
        dialogue=gathered, order=number + 1, text=f"Verband {number}", numbers=[1]
    )
    yield table["Taken"].create(
        dialogue=gathered, kind="csv", language="nl", by=a_person(f"Nam mee {number}")
    )
    yield table["Contribution"].create(
        dialogue=gathered, number=number + 2, kind="missing", text="Ook dit", may_quote=True
    )
    yield table["Thread"].create(dialogue=dialogue, text=f"Verband {number}")
    yield table["Remark"].create(dialogue=dialogue, key=f"s{number}", what="wrong", text="Nee")
    yield table["ReportEdit"].create(dialogue=dialogue, key=f"s{number}", language="nl", text="Ja")
    yield table["Invited"].create(
        dialogue=dialogue, email=f"ook{number}@voorbeeld.nl", token_digest=uuid4().hex
    )
