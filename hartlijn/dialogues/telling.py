"""Rows as the whole meeting that a report is made of.

Nothing goes in that may not be read: what was hidden stays out, and a perspective goes along only
where it may stand beside the words, as was kept at the reveal.
"""

from collections.abc import Mapping
from typing import Any

from hartlijn.dialogues.models import Contribution, Dialogue, Lead, PutFinding, Theme
from hartlijn.dialogues.report import meeting as report
from hartlijn.dialogues.report.meeting import Both
from hartlijn.dialogues.report.saying import in_one
from hartlijn.dialogues.small_groups import may_stand_beside

NL = "nl"


def told(dialogue: Dialogue) -> report.Meeting:
    """All that is known of a dialogue, in eight questions to the database."""
    put = list(dialogue.put.all())
    themes = list(dialogue.themes.order_by("order", "name", "pk"))
    homes = {one.pk: str(one.merged_into_id or one.pk) for one in themes}
    return report.Meeting(
        title=_both(dialogue, "title"),
        occasion=_both(dialogue, "occasion"),
        day=dialogue.on_day or dialogue.made_on,
        until=dialogue.open_until,
        place=dialogue.place,
        organisations=tuple(dialogue.who_came),
        organisation_count=dialogue.organisation_count,
        who=tuple(map(_there, dialogue.present)),
        people=dialogue.people,
        findings=tuple(_finding(dialogue, one) for one in put),
        contributions=tuple(_contributions(dialogue, put, homes)),
        themes=tuple(_theme(dialogue, one) for one in themes if one.merged_into_id is None),
        threads=tuple(
            report.Thread(str(one.pk), _both_of(dialogue, one, "text"), tuple(one.numbers))
            for one in dialogue.threads.all()
        ),
        leads=tuple(
            _lead(dialogue, one) for one in dialogue.leads.select_related("owner_organisation")
        ),
        questions=tuple(_questions(dialogue)),
        remarks=tuple(
            report.Remark(one.key, "wrong" if one.what == "wrong" else "missing")
            for one in sorted(
                dialogue.remarks.all(), key=lambda one: (one.key, one.what, str(one.pk))
            )
        ),
        checked=dialogue.state == Dialogue.State.CLOSED and dialogue.check_until is not None,
        edits=tuple(
            report.Edit(one.key, _language(one.language), one.text, one.over)
            for one in dialogue.edits.order_by("key", "language")
        ),
        recorded=dialogue.recorded,
    )


def _contributions(
    dialogue: Dialogue, put: list[PutFinding], homes: Mapping[Any, str]
) -> "list[report.Contribution]":
    kept = {one.pk: one.shown or {} for one in put}
    places = {one.pk: one.order for one in put}
    rows = Contribution.objects.revealed(dialogue).counting().order_by("number")
    return [
        _contribution(
            one,
            kept[one.put_id] if one.put_id else dialogue.opened.get(one.kind, {}),
            places[one.put_id] if one.put_id else None,
            homes[one.theme_id] if one.theme_id else None,
        )
        for one in rows
    ]


def _contribution(
    one: Contribution, kept: Mapping[str, Any], finding: int | None, theme: str | None
) -> report.Contribution:
    shown = bool(one.perspective) and may_stand_beside(
        one.perspective, show=one.show_perspective, kept=kept
    )
    retold = Both(one.retold, one.retold_other)
    if one.language != NL:
        retold = Both(one.retold_other, one.retold)
    return report.Contribution(
        number=one.number,
        kind=one.kind,  # type: ignore[arg-type] # the same words
        text=one.text,
        language=_language(one.language),
        finding=finding,
        mark=one.mark or None,  # type: ignore[arg-type]
        perspective=one.perspective if shown else None,  # type: ignore[arg-type]
        show_perspective=shown and one.perspective in kept.get("chosen", ()),
        may_quote=bool(one.may_quote),
        theme=theme,
        translation=one.translation,
        retold=retold,
        weight=one.weight,
    )


def _finding(dialogue: Dialogue, one: PutFinding) -> report.PutFinding:
    marks = None
    if one.shown and sum(one.shown.get("counts", [])):
        marks = tuple(
            report.PerspectiveMarks(
                block["of"][0] if len(block["of"]) == 1 else None, report.Marks(*block["counts"])
            )
            for block in one.shown["blocks"]
        )
    return report.PutFinding(
        number=one.order,
        kind=one.kind,  # type: ignore[arg-type]
        text=_both_of(dialogue, one, "text"),
        name=_both_of(dialogue, one, "name"),
        source=one.source,
        marks=marks,
    )


def _theme(dialogue: Dialogue, one: Theme) -> report.Theme:
    return report.Theme(
        str(one.pk), _both_of(dialogue, one, "name"), _both_of(dialogue, one, "says")
    )


def _lead(dialogue: Dialogue, one: Lead) -> report.Lead:
    return report.Lead(
        key=str(one.pk),
        kind=one.kind,  # type: ignore[arg-type]
        text=_both_of(dialogue, one, "text"),
        name=_both_of(dialogue, one, "name"),
        taken=one.state in {Lead.State.TAKEN, Lead.State.DONE},
        owners=_owners(dialogue, one),
        due=one.due_on,
        refusal=in_one(one.why_not, _language(dialogue.language)),
        contributions=tuple(one.numbers),
    )


def _owners(dialogue: Dialogue, one: Lead) -> tuple[str, ...]:
    """Organisations only, and none that was merely asked: the report names no person.

    What somebody typed is a person, unless it is what an organisation that came is called.
    """
    if one.state not in {Lead.State.TAKEN, Lead.State.DONE}:
        return ()
    if one.owner_organisation:
        return (one.owner_organisation.name,)
    typed = one.owner_name.split(", ")
    return tuple(name for name in dialogue.who_came if name in typed)


def _there(one: Mapping[str, Any]) -> report.Presence:
    return report.Presence(
        one.get("perspective") or None,
        Both(one.get("nl") or "", one.get("en") or ""),
        one.get("number"),
    )


def _questions(dialogue: Dialogue) -> list[Both]:
    others = [line.strip() for line in dialogue.questions_other.splitlines() if line.strip()]
    others += [""] * max(len(dialogue.asked) - len(others), 0)
    pairs = zip(dialogue.asked, others, strict=False)
    return [
        Both(one, other) if dialogue.language == NL else Both(other, one) for one, other in pairs
    ]


def _both(dialogue: Dialogue, name: str) -> Both:
    return _both_of(dialogue, dialogue, name)


def _both_of(dialogue: Dialogue, row: Any, name: str) -> Both:
    """A text and its twin in the other language."""
    own, other = getattr(row, name), getattr(row, f"{name}_other")
    return Both(own, other) if dialogue.language == NL else Both(other, own)


def _language(said: str) -> report.Language:
    return "en" if said == "en" else "nl"
