"""The trusted contact: the server's half never comes early, never after a stop, never to others."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed
from django.core.mail import EmailMessage
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from conftest import SignIn
from hartlijn.consent.models import LogEntry
from hartlijn.people.actions import companionships
from hartlijn.people.models import Companionship, Person
from hartlijn.people.signals import account_warned
from hartlijn.people.tests.factories import a_person, walking_along
from hartlijn.people.tests.ways_in import with_password
from hartlijn.vault import portable
from hartlijn.vault.models import Recovery, TrustedContact, WrappedKey
from hartlijn.vault.tasks import forget_recoveries, warn
from hartlijn.vault.tests.sealed import add_wrap, b64, envelope, post, publish, wrap
from hartlijn.vault.tests.trusting import (
    HALF,
    RECIPIENT,
    ask,
    choice,
    choose,
    fresh,
    help_with,
    helping,
    kept,
    open_,
    own,
)

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-27T12:00:00+00:00")
A_SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as turned:
        yield turned


@pytest.fixture
def keys(as_: SignIn, noor: Person, sam: Person) -> Any:
    """Both keep their line, and Noor chose Sam; gives Sam's keys."""
    kept(as_(noor))
    of_sam = kept(as_(sam))
    assert choose(as_(noor), sam).status_code == 200
    return of_sam


def asked(as_: SignIn, noor: Person) -> str:
    answer = ask(fresh(as_(noor)))
    assert answer.status_code == 200, answer.content
    return str(Recovery.objects.get().pk)


# ------------------------------------------------------------------- choosing


def test_noor_chooses_sam_and_both_see_it(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    mine = own(as_(noor))
    assert (mine["name"], mine["days"], mine["stopped"]) == (sam.name, 3, None)
    assert mine["asked"] is None
    theirs = helping(as_(sam))
    assert [(one["name"], one["letter"], one["asked"]) for one in theirs] == [
        (noor.name, None, None)
    ]
    assert own(as_(sam)) is None
    assert helping(as_(noor)) == []
    ways = WrappedKey.objects.filter(owner=noor).values_list("way", flat=True)
    assert set(ways) == {"words", "contact"}


def test_choosing_twice_is_once_and_another_takes_the_place(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    former = str(TrustedContact.objects.get().pk)
    assert choose(as_(noor), sam).status_code == 409  # the former stands in the way
    new = choice(sam, replaces=[former], days=14)
    for _ in range(2):
        assert post(as_(noor), "trust_choose", new).status_code == 200

    assert own(as_(noor))["days"] == 14
    assert str(TrustedContact.objects.get().pk) == new["id"]


@pytest.mark.parametrize("days", [0, 2, 30])
def test_only_the_four_waiting_times_can_be_chosen(
    as_: SignIn, noor: Person, sam: Person, keys: Any, days: int
) -> None:
    former = str(TrustedContact.objects.get().pk)
    answer = choose(as_(noor), sam, replaces=[former], days=days)

    assert answer.status_code == 422
    assert "1, 3, 7 of 14" in answer.json()["sentence"]


def test_only_who_walks_along_and_has_keys_can_be_chosen(
    as_: SignIn, noor: Person, sam: Person, stranger: Person
) -> None:
    kept(as_(noor))
    assert choose(as_(noor), sam).status_code == 409  # Sam has no keys yet
    kept(as_(stranger))
    assert choose(as_(noor), stranger).status_code == 409
    assert choose(as_(noor), noor).status_code == 409
    assert not WrappedKey.objects.filter(way="contact").exists()


@pytest.mark.parametrize(
    ("says", "status"),
    [
        ({"half": b64(b"short")}, 400),
        ({"letter": b64(b"no age")}, 422),
        ({"letter": b64(envelope(4096))}, 422),
        ({"content": b64(wrap(passkey=True))}, 422),
        ({"content": b64(wrap(10))}, 422),
        ({"days": "3"}, 400),
        ({"to": "Sam"}, 400),
        ({"id": "1"}, 400),
        ({"extra": 1}, 400),
    ],
)
def test_what_is_no_choice_is_refused_with_a_sentence(
    as_: SignIn, noor: Person, sam: Person, says: dict[str, Any], status: int
) -> None:
    kept(as_(noor))
    kept(as_(sam))

    answer = choose(as_(noor), sam, **says)

    assert answer.status_code == status
    assert answer.json()["sentence"]
    assert not TrustedContact.objects.exists()


def test_a_contacts_wrap_comes_only_with_its_halves(as_: SignIn, noor: Person) -> None:
    kept(as_(noor))

    assert add_wrap(as_(noor), "contact").status_code == 400


# ----------------------------------------------------------- what makes it stop


def test_it_goes_with_its_wrap(as_: SignIn, noor: Person, sam: Person, keys: Any) -> None:
    asked(as_, noor)
    pk = TrustedContact.objects.get().pk
    assert post(as_(noor), "wrap_remove", {}, pk).status_code == 200

    assert not TrustedContact.objects.exists()
    assert not Recovery.objects.exists()
    assert own(as_(noor)) is None
    assert helping(as_(sam)) == []


def test_new_words_in_place_of_all_end_it(as_: SignIn, noor: Person, keys: Any) -> None:
    all_ = [str(pk) for pk in WrappedKey.objects.filter(owner=noor).values_list("pk", flat=True)]

    assert add_wrap(as_(noor), replaces=all_).status_code == 200

    assert not TrustedContact.objects.exists()


def test_beginning_anew_ends_it(as_: SignIn, noor: Person, keys: Any) -> None:
    assert post(fresh(as_(noor)), "publish", {"start_over": True}).status_code == 200

    assert not TrustedContact.objects.exists()


def test_who_walks_along_no_more_helps_no_more(
    as_: SignIn,
    noor: Person,
    sam: Person,
    keys: Any,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    pk = asked(as_, noor)
    tie = Companionship.objects.accepted().get(starter=noor, companion=sam)
    with django_capture_on_commit_callbacks(execute=True):
        companionships.end(tie, by=noor)

    mine = own(as_(noor))
    assert (mine["stopped"], mine["name"], mine["person"]) == ("apart", "", None)
    assert mine["asked"] is None
    assert helping(as_(sam)) == []
    assert help_with(as_(sam), pk).status_code == 404
    assert ask(fresh(as_(noor))).status_code == 409


def test_a_tie_that_ended_unheard_gives_nothing_either(
    as_: SignIn, noor: Person, sam: Person, keys: Any, clock: Any
) -> None:
    pk = asked(as_, noor)
    assert help_with(as_(sam), pk).status_code == 200
    Companionship.objects.update(ended_on="2026-11-27")
    clock.shift(timedelta(days=3))

    assert open_(as_(noor)).status_code == 409
    assert help_with(as_(sam), pk).status_code == 409


def test_other_keys_of_the_contact_end_it_and_the_owner_reads_so(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    assert publish(as_(sam), keys.renewed()).status_code == 200

    assert own(as_(noor))["stopped"] == "keys"
    assert helping(as_(sam)) == []
    assert ask(fresh(as_(noor))).status_code == 409


def test_a_contact_who_left_for_good_or_was_blocked_is_gone(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    Person.objects.filter(pk=sam.pk).update(is_active=False)
    assert own(as_(noor))["stopped"] == "gone"
    sam.delete()

    mine = own(as_(noor))
    assert (mine["stopped"], mine["name"]) == ("gone", "")


def test_an_owner_who_leaves_takes_everything_along(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    asked(as_, noor)
    noor.delete()

    assert not TrustedContact.objects.exists()
    assert not Recovery.objects.exists()
    assert helping(as_(sam)) == []


# ---------------------------------------------------------------------- asking


def test_an_open_session_alone_cannot_ask(as_: SignIn, noor: Person, keys: Any) -> None:
    with_password(noor)
    answer = ask(as_(noor))

    assert answer.status_code == 403
    assert "dat jij het bent" in answer.json()["sentence"]
    assert not Recovery.objects.exists()


def test_who_asks_is_warned_at_each_address_and_on_each_page(
    as_: SignIn, noor: Person, keys: Any, mailoutbox: list[EmailMessage]
) -> None:
    for address, verified in (("thuis@voorbeeld.nl", True), ("vreemd@voorbeeld.nl", False)):
        EmailAddress.objects.create(user=noor, email=address, verified=verified)
    asked(as_, noor)
    queued = DBTaskResult.objects.get(task_path__endswith="vault.tasks.warn")
    warn.func(*queued.args_kwargs["args"])

    assert sorted(letter.to[0] for letter in mailoutbox) == sorted(
        [noor.email, "thuis@voorbeeld.nl"]
    )
    for letter in mailoutbox:
        assert reverse("vault:stop") in letter.body
        assert noor.name not in letter.body
        assert "contact" not in f"{letter.subject} {letter.body}"
    for page in ("today:today", "vault:keys", "people:times", "line:line"):
        shown = as_(noor).get(reverse(page)).content.decode()
        assert "vraagt je vertrouwenscontact" in shown, page
        assert reverse("vault:stop") in shown
    log = as_(noor).get(reverse("consent:log")).content.decode()
    assert "Je vroeg je vertrouwenscontact" in log


def test_the_contact_reads_on_vandaag_that_somebody_asks_and_not_who(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    assert "Iemand vraagt je te helpen" not in as_(sam).get("/").content.decode()
    asked(as_, noor)

    page = as_(sam).get("/").content.decode()
    assert "Iemand vraagt je te helpen" in page
    assert "vraagt je vertrouwenscontact" not in page


def test_asked_twice_is_once_and_another_waits_for_a_stop(
    as_: SignIn, noor: Person, keys: Any
) -> None:
    client = fresh(as_(noor))
    pk = asked(as_, noor)

    assert ask(client, id=pk).status_code == 200
    answer = ask(client, id=pk, recipient="age1" + "p" * 58)
    assert answer.status_code == 409
    assert "loopt al een vraag" in answer.json()["sentence"]
    assert Recovery.objects.get().recipient == RECIPIENT


def test_three_times_a_day_is_enough(as_: SignIn, noor: Person, keys: Any) -> None:
    client = fresh(as_(noor))
    for _ in range(3):
        assert ask(client).status_code == 200
        assert post(client, "trust_stop", {}).status_code == 200

    assert ask(client).status_code == 429


def test_without_a_contact_there_is_nothing_to_ask(as_: SignIn, noor: Person) -> None:
    kept(as_(noor))

    assert ask(fresh(as_(noor))).status_code == 404
    assert own(as_(noor)) is None


@pytest.mark.parametrize("says", [{"recipient": "age1"}, {"recipient": 1}, {"id": "x"}])
def test_a_question_that_cannot_be_read_is_refused(
    as_: SignIn, noor: Person, keys: Any, says: dict[str, Any]
) -> None:
    assert ask(fresh(as_(noor)), **says).status_code == 400


def test_an_id_that_somebody_else_has_is_refused(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    pk = asked(as_, noor)
    other = a_person("Els")
    walking_along(other, sam)
    kept(as_(other))
    assert choose(as_(other), sam).status_code == 200

    assert ask(fresh(as_(other)), id=pk).status_code == 409
    assert Recovery.objects.count() == 1


# ------------------------------------------- taking away first where one is warned


def two_addresses(noor: Person) -> EmailAddress:
    """The main one, proved; and one at home, which somebody takes away."""
    EmailAddress.objects.create(user=noor, email=noor.email, verified=True, primary=True)
    return EmailAddress.objects.create(user=noor, email="thuis@voorbeeld.nl", verified=True)


def test_who_first_takes_an_address_away_waits_as_long_before_asking(
    as_: SignIn, noor: Person, keys: Any, clock: Any
) -> None:
    two_addresses(noor).delete()
    client = fresh(as_(noor))

    answer = ask(client)
    assert answer.status_code == 409
    assert "vanaf 30 november 13.00" in answer.json()["sentence"]
    clock.shift(timedelta(days=3) - A_SECOND)
    assert ask(fresh(as_(noor))).status_code == 409
    clock.shift(A_SECOND)
    assert ask(fresh(as_(noor))).status_code == 200


def test_the_address_that_goes_hears_so_itself(
    as_: SignIn, noor: Person, keys: Any, mailoutbox: list[EmailMessage]
) -> None:
    home = two_addresses(noor)
    gone = {"email": home.email, "action_remove": ""}
    fresh(as_(noor)).post(reverse("account_email"), gone)

    assert not EmailAddress.objects.filter(email=home.email).exists()
    assert [letter.to for letter in mailoutbox] == [[home.email], [noor.email]]
    assert ask(fresh(as_(noor))).status_code == 409


def test_a_question_ends_when_an_address_is_taken_away_meanwhile(
    as_: SignIn, noor: Person, sam: Person, keys: Any, clock: Any
) -> None:
    home = two_addresses(noor)
    pk = asked(as_, noor)
    assert help_with(as_(sam), pk).status_code == 200
    home.delete()
    clock.shift(timedelta(days=3))

    assert open_(as_(noor)).status_code == 409
    assert help_with(as_(sam), pk).status_code == 404


def test_once_both_halves_went_out_the_warning_stays(
    as_: SignIn, noor: Person, sam: Person, keys: Any, clock: Any
) -> None:
    home = two_addresses(noor)
    help_with(as_(sam), asked(as_, noor))
    clock.shift(timedelta(days=3))
    assert open_(as_(noor)).status_code == 200
    home.delete()

    assert "vraagt je vertrouwenscontact" in as_(noor).get("/").content.decode()


def test_another_main_address_holds_it_only_when_the_former_is_warned_no_more(
    as_: SignIn, noor: Person, keys: Any
) -> None:
    home = two_addresses(noor)
    former = EmailAddress.objects.get(primary=True)

    def becomes_main(of_before: EmailAddress | None) -> None:
        email_changed.send(
            Person, user=noor, from_email_address=of_before, to_email_address=home, request=None
        )

    becomes_main(former)
    assert TrustedContact.objects.get().ways_changed_at is None
    former.verified = False
    becomes_main(former)
    assert TrustedContact.objects.get().ways_changed_at == NOW
    TrustedContact.objects.update(ways_changed_at=None)
    becomes_main(None)
    assert TrustedContact.objects.get().ways_changed_at == NOW


def test_what_never_warned_anybody_holds_nothing(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    EmailAddress.objects.create(user=noor, email="nog@voorbeeld.nl", verified=False).delete()
    EmailAddress.objects.create(user=sam, email="sam@voorbeeld.nl", verified=True).delete()
    EmailAddress.objects.create(user=noor, email="erbij@voorbeeld.nl", verified=True)

    assert ask(fresh(as_(noor))).status_code == 200


def test_that_an_address_went_is_forgotten_after_the_longest_wait(
    as_: SignIn, noor: Person, keys: Any, clock: Any
) -> None:
    two_addresses(noor).delete()
    clock.shift(timedelta(days=14) - A_SECOND)
    forget_recoveries.call()
    assert TrustedContact.objects.get().ways_changed_at == NOW
    clock.shift(A_SECOND)
    forget_recoveries.call()

    assert TrustedContact.objects.get().ways_changed_at is None


def test_who_asks_is_told_of_to_the_floor_that_shows_signs_and_once(
    as_: SignIn, noor: Person, keys: Any
) -> None:
    heard: list[tuple[Person, datetime]] = []

    def hear(about: Person, until: datetime, **_: Any) -> None:
        heard.append((about, until))

    account_warned.connect(hear)
    try:
        pk = asked(as_, noor)
        assert ask(fresh(as_(noor)), id=pk).status_code == 200
    finally:
        account_warned.disconnect(hear)

    assert heard == [(noor, NOW + timedelta(days=3))]


# -------------------------------------------------------- helping, and opening


def test_the_half_comes_after_the_waiting_time_and_not_a_second_before(
    as_: SignIn, noor: Person, sam: Person, keys: Any, clock: Any
) -> None:
    pk, answer = asked(as_, noor), envelope()
    assert [one["letter"] is not None for one in helping(as_(sam))] == [True]
    assert help_with(as_(sam), pk, answer).status_code == 200
    assert own(as_(noor))["asked"]["answered"]

    clock.shift(timedelta(days=3) - A_SECOND)
    early = open_(as_(noor))
    assert early.status_code == 409
    assert "wachttijd" in early.json()["sentence"]
    assert "half" not in early.json()

    clock.shift(A_SECOND)
    assert open_(as_(noor)).json() == {"half": b64(HALF), "answer": b64(answer)}


def test_without_the_contact_it_does_not_come(
    as_: SignIn, noor: Person, keys: Any, clock: Any
) -> None:
    asked(as_, noor)
    clock.shift(timedelta(days=4))

    assert open_(as_(noor)).status_code == 409


def test_a_fortnight_later_it_is_over(
    as_: SignIn, noor: Person, sam: Person, keys: Any, clock: Any
) -> None:
    pk = asked(as_, noor)
    assert help_with(as_(sam), pk).status_code == 200
    clock.shift(timedelta(days=17))

    assert open_(as_(noor)).status_code == 409
    assert own(as_(noor))["asked"] is None
    assert help_with(as_(sam), pk).status_code == 404
    assert "vraagt je vertrouwenscontact" not in as_(noor).get("/").content.decode()
    assert ask(fresh(as_(noor))).status_code == 200  # and can be asked anew
    clock.shift(timedelta(days=17))
    forget_recoveries.call()
    assert not Recovery.objects.exists()


def test_after_a_stop_nothing_is_given_out(
    as_: SignIn, noor: Person, sam: Person, keys: Any, clock: Any
) -> None:
    pk = asked(as_, noor)
    assert help_with(as_(sam), pk).status_code == 200
    page = as_(noor).get(reverse("vault:stop")).content.decode()
    assert "27 november 13.00" in page
    assert "30 november 13.00" in page

    answer = as_(noor).post(reverse("vault:stop"), follow=True)

    assert "Er gaat niets open" in answer.content.decode()
    clock.shift(timedelta(days=3))
    assert open_(as_(noor)).status_code == 409
    assert help_with(as_(sam), pk).status_code == 404
    assert (
        "Er liep niets meer" in as_(noor).post(reverse("vault:stop"), follow=True).content.decode()
    )
    assert "Er loopt geen vraag" in as_(noor).get(reverse("vault:stop")).content.decode()
    log = as_(noor).get(reverse("consent:log")).content.decode()
    assert "Je stopte de vraag" in log


def test_nobody_else_helps_opens_or_stops(
    as_: SignIn, noor: Person, sam: Person, stranger: Person, fatima: Person, keys: Any, clock: Any
) -> None:
    pk = asked(as_, noor)
    for other in (stranger, fatima, noor):
        assert help_with(as_(other), pk).status_code == 404
    assert help_with(as_(sam), pk).status_code == 200
    clock.shift(timedelta(days=3))
    for other in (stranger, fatima, sam):
        assert open_(as_(other)).status_code == 404
        as_(other).post(reverse("vault:stop"))
        assert post(as_(other), "trust_stop", {}).json() == {"stopped": False}

    assert open_(as_(noor)).status_code == 200


@pytest.mark.parametrize("answer", [b"no age", envelope(4096), envelope()[:-1]])
def test_an_answer_that_is_not_sealed_is_refused(
    as_: SignIn, noor: Person, sam: Person, keys: Any, answer: bytes
) -> None:
    pk = asked(as_, noor)

    assert help_with(as_(sam), pk, answer).status_code == 422
    assert Recovery.objects.get().answer is None


# ------------------------------------------------------------------ the export


def test_both_take_along_what_is_between_them(
    as_: SignIn, noor: Person, sam: Person, keys: Any
) -> None:
    asked(as_, noor)

    def rows(person: Person) -> list[tuple[Any, ...]]:
        part = next(one for one in portable.PARTS if one.key == "trusted_contact")
        return [tuple(row[:3]) for row in part.rows(person)]

    assert rows(noor) == [(True, sam.name, 3)]
    assert rows(sam) == [(False, noor.name, 3)]
    Companionship.objects.update(ended_on="2026-11-27")
    assert rows(noor) == [(True, "", 3)]


def test_the_owner_is_noted_once_the_halves_went_out(
    as_: SignIn, noor: Person, sam: Person, keys: Any, clock: Any
) -> None:
    pk = asked(as_, noor)
    help_with(as_(sam), pk)
    clock.shift(timedelta(days=3))
    open_(as_(noor))

    did = set(LogEntry.objects.visible_to(noor).values_list("did", flat=True))
    assert {"started", "fetched"} <= did
    assert not LogEntry.objects.visible_to(sam).filter(did__in=["started", "fetched"]).exists()
