"""What ends closes: a companionship, an account; and what does not end stays open."""

import pytest
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from conftest import SignIn
from hartlijn.consent.models import Grant
from hartlijn.consent.tasks import end_grants
from hartlijn.people.actions import companionships, erasure, installation
from hartlijn.people.models import Companionship, Membership, Organisation, Person
from hartlijn.people.tests.factories import walking_along
from hartlijn.people.tests.ways_in import PASSWORD, with_password
from hartlijn.vault.models import Envelope, KeyHolder, LogLine, WrappedKey
from hartlijn.vault.tests.sealed import (
    NEVER,
    Keys,
    add_wrap,
    envelope,
    fetched,
    give,
    keeps,
    line,
    parcel,
    post,
    publish,
    save,
    state,
)

pytestmark = pytest.mark.django_db
Gifts = dict[str, str]


@pytest.fixture
def gifts(as_: SignIn, noor: Person, sam: Person) -> Gifts:
    """Noor gave to Sam and Sam to Noor; each also has something private."""
    keeps(noor, sam)
    return {
        "by noor": give(as_(noor), sam)[0],
        "by sam": give(as_(sam), noor)[0],
        "of noor": save(as_(noor))[0],
        "of sam": save(as_(sam))[0],
    }


def left() -> set[str]:
    return {str(pk) for pk in Envelope.objects.values_list("pk", flat=True)}


@pytest.mark.parametrize("by", ["noor", "sam"])
def test_when_either_stops_what_was_given_closes_both_ways(
    as_: SignIn,
    noor: Person,
    sam: Person,
    gifts: Gifts,
    by: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        companionships.end(Companionship.objects.get(), by=noor if by == "noor" else sam)

    assert left() == {gifts["of noor"], gifts["of sam"]}
    assert not Grant.objects.filter(ended_on=None).exists()
    never = post(as_(sam), "fetch", {"ids": [NEVER]}).content
    assert post(as_(sam), "fetch", {"ids": [gifts["by noor"]]}).content == never
    assert state(as_(sam))["received"] == state(as_(sam))["given"] == []


def test_it_closes_even_when_nobody_heard_that_it_ended(
    as_: SignIn, noor: Person, sam: Person, gifts: Gifts
) -> None:
    """The listener runs after the commit: a server that stops in between loses nothing."""
    companionships.end(Companionship.objects.get(), by=noor)

    assert fetched(as_(sam), gifts["by noor"]) == {}
    assert noor.name not in str(state(as_(sam)))
    end_grants.call()
    assert left() == {gifts["of noor"], gifts["of sam"]}


def test_with_a_second_companionship_left_nothing_closes(
    as_: SignIn,
    noor: Person,
    sam: Person,
    gifts: Gifts,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    first = Companionship.objects.get()
    walking_along(sam, noor, Companionship.Kind.PEER)

    with django_capture_on_commit_callbacks(execute=True):
        companionships.end(first, by=noor)

    assert set(fetched(as_(sam), gifts["by noor"])) == {gifts["by noor"]}
    assert left() == set(gifts.values())


def test_ending_with_one_companion_leaves_the_other(
    as_: SignIn,
    noor: Person,
    sam: Person,
    joost: Person,
    gifts: Gifts,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    tie = walking_along(noor, joost)
    keeps(joost)
    pk, content = give(as_(noor), joost)

    with django_capture_on_commit_callbacks(execute=True):
        companionships.end(Companionship.objects.exclude(pk=tie.pk).get(), by=sam)

    assert fetched(as_(joost), pk) == {pk: content}


def test_a_blocked_reader_fetches_nothing_and_gets_nothing_new(
    as_: SignIn, noor: Person, sam: Person, otto: Person, gifts: Gifts
) -> None:
    reading = as_(sam)
    installation.block(sam, by=otto)

    assert post(reading, "fetch", {"ids": [gifts["by noor"]]}).status_code == 401
    content = envelope()
    answer = post(as_(noor), "store", parcel((line(content, to=str(sam.pk)), content)))
    assert answer.status_code == 409
    assert left() == set(gifts.values())

    installation.unblock(sam, by=otto)
    assert set(fetched(as_(sam), gifts["by noor"])) == {gifts["by noor"]}


def test_of_a_blocked_author_what_was_given_stays(
    as_: SignIn, noor: Person, sam: Person, otto: Person, gifts: Gifts
) -> None:
    installation.block(noor, by=otto)

    assert set(fetched(as_(sam), gifts["by noor"])) == {gifts["by noor"]}


def test_leaving_an_organisation_ends_nothing_personal(
    as_: SignIn, noor: Person, sam: Person, employer: Organisation, gifts: Gifts
) -> None:
    Membership.objects.filter(organisation=employer).delete()

    assert set(fetched(as_(sam), gifts["by noor"])) == {gifts["by noor"]}
    assert set(fetched(as_(noor), *gifts.values())) == set(gifts.values()) - {gifts["of sam"]}


@pytest.mark.parametrize(("gone", "stays"), [("noor", {"of sam"}), ("sam", {"of noor"})])
def test_whoever_leaves_for_good_leaves_nothing_sealed(
    noor: Person,
    sam: Person,
    gifts: Gifts,
    gone: str,
    stays: set[str],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase(noor if gone == "noor" else sam)

    assert left() == {gifts[one] for one in stays}
    assert not Grant.objects.exists()
    assert KeyHolder.objects.count() == 1


def test_of_whoever_leaves_only_nameless_public_keys_stay(
    as_: SignIn,
    noor: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    client = as_(noor)
    add_wrap(client)
    assert publish(client, Keys().line()).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase(noor)

    assert not WrappedKey.objects.exists()
    assert not KeyHolder.objects.exists()
    assert LogLine.objects.count() == 1


def test_changing_keys_takes_nothing_away(as_: SignIn, noor: Person, sam: Person) -> None:
    keys = Keys()
    add_wrap(as_(noor))
    publish(as_(noor), keys.line())
    keeps(sam)
    pk, content = give(as_(sam), noor)

    assert publish(as_(noor), keys.renewed()).status_code == 200

    assert state(as_(noor))["log"] == keys.id
    assert fetched(as_(noor), pk) == {pk: content}


@pytest.mark.parametrize("remove", [True, False])
def test_starting_over_removes_what_is_private_only_when_asked(
    as_: SignIn, noor: Person, gifts: Gifts, *, remove: bool
) -> None:
    client = as_(noor)
    wish = {"start_over": True, "remove_envelopes": remove}

    assert post(client, "publish", wish).status_code == 200

    gone = {gifts["of noor"]} if remove else set()
    assert left() == set(gifts.values()) - gone
    found = state(client)
    assert (found["kept"], found["log"], found["ways"]) == (False, None, [])
    assert [one["id"] for one in found["given"]] == [gifts["by noor"]]


def test_an_open_session_alone_does_not_start_over(as_: SignIn, noor: Person, gifts: Gifts) -> None:
    """Whoever found Noor's computer open cannot take her line away."""
    client, wish = as_(with_password(noor)), {"start_over": True, "remove_envelopes": True}

    refused = post(client, "publish", wish)

    assert refused.status_code == 403
    assert "Laat eerst zien dat jij het bent" in refused.json()["sentence"]
    assert left() == set(gifts.values())
    assert state(client)["kept"]
    page = client.get(reverse("vault:keys")).content.decode()
    again = f"{reverse('account_reauthenticate')}?next={reverse('vault:keys')}%23lost"
    assert f'href="{again}"' in page
    assert "Opnieuw beginnen</button>" not in page

    answer = client.post(again, {"password": PASSWORD})
    assert answer["Location"] == f"{reverse('vault:keys')}#lost"
    assert "Opnieuw beginnen</button>" in client.get(reverse("vault:keys")).content.decode()
    assert post(client, "publish", wish).status_code == 200
    assert left() == set(gifts.values()) - {gifts["of noor"]}


def test_after_starting_over_another_id_is_published(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    add_wrap(client)
    lost, keys = Keys(), Keys()
    publish(client, lost.line())

    post(client, "publish", {"start_over": True})
    first = keys.line()
    assert publish(client, first).status_code == 409  # not kept yet
    add_wrap(client)
    assert publish(client, lost.renewed()).status_code == 409  # the old id is over

    assert publish(client, first).status_code == 200
    assert state(client)["log"] == keys.id


def test_nothing_ends_for_others_when_noor_starts_over(
    as_: SignIn, noor: Person, sam: Person, gifts: Gifts
) -> None:
    post(as_(noor), "publish", {"start_over": True, "remove_envelopes": True})

    assert set(fetched(as_(sam), gifts["by noor"])) == {gifts["by noor"]}


def test_who_sees_what_names_those_noor_gave_to(
    as_: SignIn, noor: Person, sam: Person, gifts: Gifts
) -> None:
    def said(person: Person) -> str:
        page = as_(person).get(reverse("consent:who_sees_what")).content.decode()
        section = page[page.index("Wat je verzegelt") :]
        return section[: section.index("</section>")]

    assert sam.name in said(noor)
    Companionship.objects.update(ended_on=Companionship.objects.get().asked_on)
    assert sam.name not in said(noor)
