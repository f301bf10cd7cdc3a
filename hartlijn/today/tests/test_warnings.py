"""Somebody asks a trusted contact: the owner hears it on every channel there is, also at night."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.core.mail import EmailMessage
from django_tasks_db.models import DBTaskResult

from conftest import SignIn
from hartlijn.delivery.actions.signs import send_signs
from hartlijn.delivery.tests.conftest import wants_signs
from hartlijn.delivery.tests.servers import PushService, push_service
from hartlijn.people.models import Person
from hartlijn.vault.tasks import warn
from hartlijn.vault.tests.trusting import ask, choose, fresh, kept

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

SATURDAY_NIGHT = datetime.fromisoformat("2026-11-21T23:40:00+01:00")


@pytest.fixture
def pushes() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@time_machine.travel(SATURDAY_NIGHT, tick=False)
def test_by_letter_on_every_page_and_on_each_device(
    as_: SignIn,
    noor: Person,
    sam: Person,
    pushes: PushService,
    mailoutbox: list[EmailMessage],
) -> None:
    kept(as_(noor))
    kept(as_(sam))
    assert choose(as_(noor), sam).status_code == 200
    wants_signs(noor, pushes.device("phone"))
    wants_signs(sam, pushes.device("of-the-contact"))

    assert ask(fresh(as_(noor))).status_code == 200
    queued = DBTaskResult.objects.get(task_path__endswith="vault.tasks.warn")
    warn.func(*queued.args_kwargs["args"])
    send_signs(SATURDAY_NIGHT, pushes.rules)

    assert [letter.to for letter in mailoutbox] == [[noor.email]]
    assert pushes.asked == ["/phone"]
    assert pushes.last[2] == b""
    for page in ("/", "/me/", "/line/"):
        assert "vraagt je vertrouwenscontact" in as_(noor).get(page).content.decode()
        assert "vraagt je vertrouwenscontact" not in as_(sam).get(page).content.decode()
