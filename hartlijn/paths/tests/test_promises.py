"""Both sides say how a month went, nobody wins, and a promise is made anew together."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.paths.access import speaks_as
from hartlijn.paths.actions import promises
from hartlijn.paths.models import Change, Promise, Side, Term, Tick
from hartlijn.paths.telling.months import months_of, stretches_of
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_promise, a_template, begun
from hartlijn.people.models import Person, Role
from hartlijn.people.tests.factories import a_person, a_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def side(work: Work) -> Side:
    """Noor began forty days ago: one month is over, one runs, one must still come."""
    cases = {"kind": "caseload", "measure": "cases_at_most", "amount": 8}
    solo = a_promise("no-solo", kind="no_solo_duty", measure="yes", owner="team_leader")
    del solo["amount"]
    kinds = [a_promise("weekly-talk"), a_promise("caseload", **cases, owner="team_leader"), solo]
    body = a_body(promises=kinds)
    template = a_template(work.organisation, work.ines, body)
    day = civil_day() - timedelta(days=40)
    return begun(template, work.noor, work.ines, unit=work.team, first_day=day)


def months(side: Side, key: str = "weekly-talk") -> list[Term]:
    """The months of a promise in their order."""
    return list(Term.objects.filter(promise__side=side, promise__key=key))


def signed_in(person: Person) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(person)
    return client


def test_noor_speaks_for_herself_and_who_is_party_beside_her_for_the_organisation(
    work: Work, side: Side
) -> None:
    promise = Promise.objects.get(side=side, key="weekly-talk")
    stranger = a_person("Vreemd")

    spoken = [speaks_as(one, promise) for one in (work.noor, work.sam, work.fatima)]

    assert spoken == ["starter", "organisation", "organisation"]
    assert speaks_as(work.ines, promise) is None
    assert speaks_as(stranger, promise) is None


def test_both_ticks_stand_beside_each_other_and_nobody_wins(work: Work, side: Side) -> None:
    month = months(side)[0]
    promises.tick(month, "kept", by=work.fatima)
    promises.tick(month, "not_kept", by=work.noor)

    page = signed_in(work.sam).get(reverse("paths:promise", args=[month.promise_id])).text

    assert "Niet nagekomen" in page
    assert "Jullie zagen het anders. Allebei blijft staan." in page
    assert "Elke week" in page


def test_a_tick_that_is_said_again_replaces_the_former(work: Work, side: Side) -> None:
    month = months(side)[0]
    promises.tick(month, "kept", by=work.fatima)
    promises.tick(month, "late", by=work.sam)

    (said,) = Tick.objects.filter(term=month)

    assert (said.whose, said.word, said.by) == ("organisation", "late", work.sam)


def test_a_month_that_did_not_begin_cannot_be_ticked(work: Work, side: Side) -> None:
    with pytest.raises(Refused, match="moet nog beginnen"):
        promises.tick(months(side)[2], "kept", by=work.noor)


def test_what_ended_is_not_ticked_any_more(work: Work, side: Side) -> None:
    month = months(side)[0]
    Side.objects.update(ended_on=civil_day())

    with pytest.raises(Refused, match="afgesloten"):
        promises.tick(month, "kept", by=work.noor)


def test_sending_is_all_or_nothing(work: Work, side: Side) -> None:
    first, _second, third = months(side)

    with pytest.raises(Refused):
        promises.send({first.pk: "kept", third.pk: "kept"}, by=work.noor)

    assert not Tick.objects.exists()


def test_nobody_sends_for_noor(work: Work, side: Side) -> None:
    with pytest.raises(Refused, match="er niet meer"):
        promises.send({months(side)[0].pk: "kept"}, by=work.fatima)


def test_a_promise_made_anew_holds_once_the_other_side_agreed(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="caseload")
    _first, second, third = months(side, "caseload")
    change = promises.propose(
        promise, reason="Twee collega’s zijn weg.", amount=10, from_on=third.starts_on,
        by=work.fatima,
    )  # fmt: skip
    page = signed_in(work.noor).get(reverse("paths:promise", args=[promise.pk])).text
    assert "Fatima stelt iets anders voor" in page
    assert "hooguit 10 gezinnen" in page

    with pytest.raises(Refused, match="jouw kant"):
        promises.agree(change, by=work.sam)
    promises.agree(change, by=work.noor)

    page = signed_in(work.fatima).get(reverse("paths:promise", args=[promise.pk])).text
    assert "hooguit 10 gezinnen (opnieuw afgesproken)" in page
    assert second.starts_on < change.from_on


def test_both_names_and_the_reason_stand_at_the_months_it_covers(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="caseload")
    now = months(side, "caseload")[1]
    said: dict[str, Any] = {"reason": "Rustiger beginnen.", "amount": 4, "from_on": now.starts_on}
    promises.agree(promises.propose(promise, **said, by=work.noor), by=work.fatima)

    page = signed_in(work.sam).get(reverse("paths:promise", args=[promise.pk])).text

    assert "Opnieuw afgesproken door Noor en Fatima:" in page
    assert "Rustiger beginnen." in page
    assert page.count("Hooguit 8 gezinnen") == 2  # what was promised first, and the month before


def test_one_proposal_waits_at_a_time(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="caseload")
    said: dict[str, Any] = {
        "reason": "Anders.",
        "amount": 4,
        "from_on": months(side, "caseload")[1].starts_on,
    }
    change = promises.propose(promise, **said, by=work.noor)

    with pytest.raises(Refused, match="al een voorstel"):
        promises.propose(promise, **said, by=work.fatima)
    promises.decline(change, by=work.fatima)
    promises.withdraw(promises.propose(promise, **said, by=work.sam), by=work.fatima)

    assert not Change.objects.exists()


def test_a_month_that_is_over_is_not_made_anew(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="caseload")
    over = months(side, "caseload")[0]

    with pytest.raises(Refused, match="nog niet voorbij"):
        promises.propose(promise, reason="x", amount=4, from_on=over.starts_on, by=work.noor)


def test_a_promise_without_a_number_gets_none(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="no-solo")
    now = months(side, "no-solo")[1]

    with pytest.raises(Refused, match="hoeveel"):
        promises.propose(promise, reason="x", amount=4, from_on=now.starts_on, by=work.noor)
    page = signed_in(work.noor).get(reverse("paths:promise_change", args=[promise.pk])).text

    assert 'name="amount"' not in page


def test_bad_input_keeps_what_was_typed(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="caseload")
    url = reverse("paths:promise_change", args=[promise.pk])
    said = {"from_on": "gisteren", "amount": "90", "reason": "Omdat het druk is."}

    answer = signed_in(work.fatima).post(url, said)

    assert answer.status_code == 422
    assert "Omdat het druk is." in answer.text
    assert "Kies een getal van 1 tot en met 40." in answer.text


def test_noor_proposes_and_fatima_agrees_on_the_pages(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="caseload")
    noor, fatima = signed_in(work.noor), signed_in(work.fatima)
    now = months(side, "caseload")[1].starts_on.isoformat()
    said = {"from_on": now, "amount": "4", "reason": "Rustiger beginnen."}
    noor.post(reverse("paths:promise_change", args=[promise.pk]), said)
    change = Change.objects.get()

    fatima.post(reverse("paths:change_agree", args=[change.pk]))
    page = fatima.get(reverse("paths:promises")).text

    assert "Aan Noor, door Zeeuwse Jeugdzorg" in page
    assert "Hooguit 4 gezinnen" in page
    assert "Opnieuw afgesproken" in page


def test_a_desk_and_strangers_find_no_single_promise(work: Work, side: Side) -> None:
    month = months(side)[0]
    joost = a_person("Joost")
    a_place(joost, work.organisation, Role.MEMBER, unit=work.team)

    for person in (work.ines, joost):
        client = signed_in(person)
        assert client.get(reverse("paths:promise", args=[month.promise_id])).status_code == 404
        tick = client.post(reverse("paths:promise_tick", args=[month.pk]), {"word": "kept"})
        assert tick.status_code == 404
        assert "weekly-talk" not in client.get(reverse("paths:promises")).text


def test_noor_sends_from_the_page_of_her_months_without_scripts(work: Work, side: Side) -> None:
    first, second, _third = months(side)
    noor = signed_in(work.noor)
    assert f"word-{first.pk}" in noor.get(reverse("paths:ticks")).text

    answer = noor.post(
        reverse("paths:ticks_send"), {f"word-{first.pk}": "late", f"word-{second.pk}": "kept"}
    )

    assert answer.status_code == 302
    sent = set(Tick.objects.values_list("term", "whose", "word", "by"))
    assert sent == {
        (first.pk, "starter", "late", work.noor.pk),
        (second.pk, "starter", "kept", work.noor.pk),
    }


def test_noor_sends_one_month_and_keeps_what_else_she_chose(work: Work, side: Side) -> None:
    first, second, _third = months(side)
    chosen = {f"word-{first.pk}": "late", f"word-{second.pk}": "kept", "only": str(first.pk)}

    signed_in(work.noor).post(reverse("paths:ticks_send"), chosen)

    assert list(Tick.objects.values_list("term", "word")) == [(first.pk, "late")]


def test_what_was_said_already_keeps_its_day_and_name(work: Work, side: Side) -> None:
    month = months(side)[0]
    promises.tick(month, "kept", by=work.fatima)
    promises.tick(month, "kept", by=work.sam)

    assert Tick.objects.get().by == work.fatima


@pytest.mark.parametrize("said", [{}, {"word-x": "kept"}, {"word-": "kept"}])
def test_sending_nothing_or_nonsense_says_what_to_do(
    work: Work, side: Side, said: dict[str, str]
) -> None:
    answer = signed_in(work.noor).post(reverse("paths:ticks_send"), said, follow=True)

    assert "Kies een" in answer.text or "Kies eerst" in answer.text
    assert not Tick.objects.exists()


def test_the_page_of_own_months_is_empty_for_who_was_promised_nothing(
    work: Work, side: Side
) -> None:
    page = signed_in(work.fatima).get(reverse("paths:ticks")).text

    assert "Er is nu geen maand" in page


def test_months_to_come_with_the_same_agreement_are_told_as_one(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side, key="weekly-talk")
    one, two, three = months_of(promise, [], civil_day())
    anew = replace(three, change=Change(promise=promise, amount=2))

    assert stretches_of([one, two, three]) == [(one, three)]
    assert stretches_of([one, two, anew]) == [(one, two), (anew, anew)]
    assert stretches_of([]) == []


def test_noor_reads_that_it_was_promised_to_her(work: Work, side: Side) -> None:
    address = reverse("paths:promise", args=[Promise.objects.filter(side=side)[0].pk])

    assert "beloofde jou dit" in signed_in(work.noor).get(address).text
    assert f"beloofde dit aan {work.noor.name}" in signed_in(work.sam).get(address).text
