"""When a place ends, every right that came with it is gone with the next request."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import installation, invitations, memberships
from hartlijn.people.actions.invitations import Guest
from hartlijn.people.actions.memberships import Place
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit
from hartlijn.people.models.invitation import digest
from hartlijn.people.tests.factories import a_person, a_place, proven

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def karel(employer: Organisation) -> Person:
    """Karel coordinates at the employer too."""
    karel = a_person("Karel Vos")
    a_place(karel, employer, Role.COORDINATOR)
    return karel


@pytest.fixture
def desk(employer: Organisation) -> str:
    return reverse("people:desk", args=[employer.pk])


def place_of(person: Person, organisation: Organisation) -> Membership:
    return Membership.objects.get(person=person, organisation=organisation)


def test_an_ended_coordinator_has_no_desk_at_the_next_request(
    as_: SignIn, karel: Person, ines: Person, noor: Person, employer: Organisation, desk: str
) -> None:
    laptop, phone = as_(karel), as_(karel)
    assert laptop.get(desk).status_code == 200

    memberships.end(place_of(karel, employer), by=ines)

    noors = place_of(noor, employer)
    for session in (laptop, phone):
        assert session.get(desk).status_code == 404
        assert session.get(reverse("people:desks")).status_code == 404
        assert session.post(reverse("people:end_membership", args=[noors.pk])).status_code == 404
    noors.refresh_from_db()
    assert noors.ends_on is None


def test_two_coordinators_never_both_set_their_end(
    as_: SignIn, karel: Person, ines: Person, employer: Organisation, today: date
) -> None:
    """Each is there on the day itself; the day after nobody would be."""

    def stop(person: Person, days: int) -> Membership:
        place = place_of(person, employer)
        ends_on = today + timedelta(days=days)
        return memberships.move(place, Place(None, place.starts_on, ends_on), by=person)

    stop(karel, 30)
    for days in (1, 29, 30, 31):
        with pytest.raises(Refused, match="Geen andere coördinator blijft zo lang"):
            stop(ines, days)
    with pytest.raises(Refused, match="Geef iemand eerst een latere einddag"):
        memberships.end(place_of(ines, employer), by=karel)

    stop(karel, 40)  # staying longer needs nobody
    stop(karel, 1)  # and Ines stays for good
    assert place_of(ines, employer).ends_on is None


def test_of_two_who_stay_equally_long_one_may_go_sooner(
    karel: Person, ines: Person, employer: Organisation, today: date
) -> None:
    Membership.objects.coordinators().update(ends_on=today + timedelta(days=30))
    sooner = Place(None, today, today + timedelta(days=10))

    memberships.move(place_of(karel, employer), sooner, by=ines)

    with pytest.raises(Refused):
        memberships.move(place_of(ines, employer), sooner, by=karel)


def test_a_coordinator_starts_later_only_while_another_stays(
    karel: Person, ines: Person, employer: Organisation, today: date
) -> None:
    place, later = place_of(karel, employer), today + timedelta(days=20)
    Membership.objects.filter(person=ines).update(ends_on=today + timedelta(days=10))
    with pytest.raises(Refused):
        memberships.move(place, Place(None, later, None), by=ines)

    Membership.objects.filter(person=ines).update(ends_on=None)
    memberships.move(place, Place(None, later, None), by=ines)


def test_an_ended_coordinator_keeps_the_own_account(
    as_: SignIn, karel: Person, ines: Person, employer: Organisation
) -> None:
    session = as_(karel)

    memberships.end(place_of(karel, employer), by=ines)

    assert session.get(reverse("people:profile")).status_code == 200


def test_a_form_that_was_open_gives_nothing_any_more(
    as_: SignIn, karel: Person, ines: Person, employer: Organisation
) -> None:
    session = as_(karel)
    invite = reverse("people:desk_invite", args=[employer.pk])
    assert session.get(invite).status_code == 200

    memberships.end(place_of(karel, employer), by=ines)

    answer = session.post(invite, {"email": "gast@thuis.example", "role": "coordinator"})
    assert answer.status_code == 404


def test_who_left_the_team_sees_its_names_no_more(
    noor: Person, fatima: Person, ines: Person, employer: Organisation
) -> None:
    assert fatima in Person.objects.visible_to(noor)
    assert noor in Person.objects.visible_to(fatima)

    memberships.end(place_of(noor, employer), by=ines)

    assert fatima not in Person.objects.visible_to(noor)
    assert noor not in Person.objects.visible_to(fatima)


def test_who_left_the_team_cannot_ask_a_former_colleague(
    as_: SignIn, noor: Person, fatima: Person, ines: Person, employer: Organisation
) -> None:
    session, ask = as_(noor), reverse("people:ask_companion")
    assert "Fatima Yilmaz" in session.get(ask).content.decode()

    memberships.end(place_of(noor, employer), by=ines)

    assert "Fatima Yilmaz" not in session.get(ask).content.decode()


def test_the_tie_with_a_companion_stays_when_the_place_ends(
    noor: Person, sam: Person, ines: Person, employer: Organisation
) -> None:
    memberships.end(place_of(noor, employer), by=ines)

    assert sam in Person.objects.visible_to(noor)


def test_a_place_that_reaches_its_last_day_closes_by_the_clock(
    as_: SignIn, employer: Organisation, desk: str
) -> None:
    last = datetime(2026, 9, 30, 23, 59, tzinfo=AMSTERDAM)
    with time_machine.travel(last, tick=False) as clock:
        karel = a_person("Karel Vos")
        a_place(
            karel, employer, Role.COORDINATOR,
            starts_on=date(2026, 9, 1), ends_on=date(2026, 10, 1),
        )  # fmt: skip
        session = as_(karel)
        assert session.get(desk).status_code == 200

        clock.shift(timedelta(minutes=2))

        assert session.get(desk).status_code == 404


def test_a_place_that_begins_opens_by_the_clock(
    as_: SignIn, employer: Organisation, desk: str
) -> None:
    eve = datetime(2026, 8, 31, 23, 59, tzinfo=AMSTERDAM)
    with time_machine.travel(eve, tick=False) as clock:
        karel = a_person("Karel Vos")
        a_place(karel, employer, Role.COORDINATOR, starts_on=date(2026, 9, 1))
        session = as_(karel)
        assert session.get(desk).status_code == 404

        clock.shift(timedelta(minutes=2))

        assert session.get(desk).status_code == 200


def test_who_accepts_far_to_the_east_comes_in_at_once(
    as_: SignIn, ines: Person, employer: Organisation, desk: str
) -> None:
    with time_machine.travel(datetime(2026, 10, 1, 20, 0, tzinfo=AMSTERDAM), tick=False):
        karel = proven(a_person("Karel Vos", time_zone="Asia/Tokyo"))
        Membership.objects.filter(person=ines).update(starts_on=date(2026, 9, 1))
        letter = invitations.invite(Guest(karel.email, role=Role.COORDINATOR), employer, by=ines)
        letter.token_digest = digest("link")
        letter.save()

        as_(karel).post(reverse("people:invitation", args=["link"]))

        assert as_(karel).get(desk).status_code == 200


@pytest.mark.parametrize("zone", ["Pacific/Pago_Pago", "Pacific/Kiritimati", "Europe/Amsterdam"])
def test_no_time_zone_keeps_a_right_longer(
    as_: SignIn, ines: Person, employer: Organisation, desk: str, zone: str
) -> None:
    with time_machine.travel(datetime(2026, 10, 1, 0, 30, tzinfo=AMSTERDAM), tick=False):
        karel = a_person("Karel Vos", time_zone=zone)
        a_place(karel, employer, Role.COORDINATOR, starts_on=date(2026, 9, 1))
        Membership.objects.filter(person=ines).update(starts_on=date(2026, 9, 1))
        session = as_(karel)
        assert session.get(desk).status_code == 200

        as_(ines).post(reverse("people:end_membership", args=[place_of(karel, employer).pk]))

        assert session.get(desk).status_code == 404


def test_a_closed_account_is_out_on_every_device(as_: SignIn, noor: Person, otto: Person) -> None:
    laptop, phone = as_(noor), as_(noor)
    assert laptop.get(reverse("people:profile")).status_code == 200

    installation.block(noor, by=otto)

    for session in (laptop, phone):
        answer = session.get(reverse("people:profile"))
        assert answer.headers["Location"].startswith(reverse("account_login"))
    assert not UserSession.objects.filter(user=noor).exists()


def test_an_account_that_opens_again_has_no_old_session(
    as_: SignIn, noor: Person, otto: Person
) -> None:
    """Also not one that the list of sessions did not know."""
    session = as_(noor)
    UserSession.objects.all().delete()

    installation.block(noor, by=otto)
    installation.unblock(noor, by=otto)

    assert session.get(reverse("people:profile")).status_code == 302


def test_others_stay_signed_in(as_: SignIn, noor: Person, sam: Person, otto: Person) -> None:
    session = as_(sam)

    installation.block(noor, by=otto)

    assert session.get(reverse("people:profile")).status_code == 200
    assert Session.objects.exists()


def test_a_closed_account_does_not_sign_in(
    client: Client, noor: Person, otto: Person, settings: object
) -> None:
    noor.set_password("een lange zin om in te komen")
    noor.save()
    noor.emailaddress_set.create(email=noor.email, verified=True, primary=True)  # type: ignore[attr-defined]
    installation.block(noor, by=otto)

    client.post(
        reverse("account_login"),
        {"login": noor.email, "password": "een lange zin om in te komen"},
    )

    assert client.get(reverse("people:profile")).status_code == 302


def test_a_closed_operator_decides_nothing(
    as_: SignIn, noor: Person, otto: Person, team: Unit
) -> None:
    other = a_person("Olaf", is_operator=True)
    session = as_(other)
    installation.block(other, by=otto)

    answer = session.post(reverse("people:operator_block", args=[noor.pk]))

    noor.refresh_from_db()
    assert answer.status_code == 403
    assert noor.is_active
