"""Write down what the floor below says happened to people's data."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.dispatch import receiver

from hartlijn.consent.log_sentences import sentence_for
from hartlijn.consent.models import LogEntry
from hartlijn.people import signals
from hartlijn.people.access import runs_desk
from hartlijn.people.models import Organisation, Person, Role

Did, What = LogEntry.Did, LogEntry.What
OPERATOR = "operator"


def note(  # noqa: PLR0913 - what an entry is made of
    abouts: Iterable[Person | None],
    *,
    by: Person | None,
    organisation: Organisation | None,
    did: str,
    what: str,
    role: str | None = None,
) -> None:
    """Write one entry for each person, in one statement; what people do to themselves is theirs.

    Raises ``LookupError``, and writes nothing, for what cannot be read back as a sentence.
    """
    role = role or _role(by, organisation)
    entries = [
        LogEntry(
            about_id=person.pk,
            by_id=by.pk if by else None,
            organisation_id=organisation.pk if organisation else None,
            as_role=role,
            did=did,
            what=what,
        )
        for person in abouts
        if person is not None and person != by
    ]
    for entry in entries[:1]:  # all say the same, of different people
        sentence_for(entry)
    LogEntry.objects.bulk_create(entries, ignore_conflicts=True)


def _role(by: Person | None, organisation: Organisation | None) -> str:
    """As what somebody did it. An operator who runs no desk there is no coordinator of it.

    Of a letter whose sender has left the desk since, the role is the one it was sent in.
    """
    if organisation is None:
        return OPERATOR
    if by is not None and by.is_operator and not runs_desk(by, organisation):
        return OPERATOR
    return Role.COORDINATOR


@receiver(signals.looked_at)
def looked(
    abouts: list[Person],
    by: Person,
    organisation: Organisation | None,
    what: str,
    **_: Any,
) -> None:
    """Somebody with a role opened data about these persons."""
    note(abouts, by=by, organisation=organisation, did=Did.LOOKED, what=what)


@receiver(signals.exported)
def exported(
    abouts: list[Person],
    by: Person,
    organisation: Organisation | None,
    what: str,
    **_: Any,
) -> None:
    """Somebody with a role took data about these persons along in a file."""
    note(abouts, by=by, organisation=organisation, did=Did.EXPORTED, what=what)


@receiver(signals.membership_started)
def started(
    about: Person,
    by: Person | None,
    organisation: Organisation,
    **_: Any,
) -> None:
    """A place in an organisation began."""
    note([about], by=by, organisation=organisation, did=Did.STARTED, what=What.MEMBERSHIP)


@receiver(signals.membership_changed)
def changed(about: Person, by: Person, organisation: Organisation, **_: Any) -> None:
    """A place got another unit or period."""
    note([about], by=by, organisation=organisation, did=Did.CHANGED, what=What.MEMBERSHIP)


@receiver(signals.membership_ended)
def ended(about: Person, by: Person, organisation: Organisation, **_: Any) -> None:
    """A place ended."""
    note([about], by=by, organisation=organisation, did=Did.ENDED, what=What.MEMBERSHIP)


@receiver(signals.invitation_accepted)
def invited(
    about: Person,
    by: Person | None,
    organisation: Organisation | None,
    **_: Any,
) -> None:
    """An organisation's invitation was taken: it had this person's address and name."""
    if organisation:
        note([about], by=by, organisation=organisation, did=Did.INVITED, what=What.INVITATION)


@receiver(signals.duty_given)
def given_duty(
    abouts: list[Person], by: Person, organisation: Organisation, role: str, **_: Any
) -> None:
    """A leader or coordinator put people on a duty roster."""
    note(abouts, by=by, organisation=organisation, did=Did.STARTED, what=What.DUTY, role=role)


@receiver(signals.duty_changed)
def changed_duty(
    abouts: list[Person], by: Person, organisation: Organisation, role: str, **_: Any
) -> None:
    """A leader or coordinator replaced the duties of people."""
    note(abouts, by=by, organisation=organisation, did=Did.CHANGED, what=What.DUTY, role=role)


@receiver(signals.duty_ended)
def ended_duty(
    abouts: list[Person], by: Person, organisation: Organisation, role: str, **_: Any
) -> None:
    """A leader or coordinator took people off a duty roster, or stopped its line."""
    note(abouts, by=by, organisation=organisation, did=Did.ENDED, what=What.DUTY, role=role)


@receiver(signals.account_blocked)
def blocked(about: Person, by: Person, *, is_blocked: bool, **_: Any) -> None:
    """An operator closed or opened an account."""
    did = Did.BLOCKED if is_blocked else Did.UNBLOCKED
    note([about], by=by, organisation=None, did=did, what=What.ACCOUNT)


@receiver(signals.erased)
def forget(person_id: Any, **_: Any) -> None:
    """The log goes with its person; the database allows this only once the account is gone."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {LogEntry._meta.db_table} WHERE about_id = %s",  # noqa: S608
            [LogEntry._meta.get_field("about_id").get_db_prep_value(person_id, connection)],
        )
