"""A text about conditions that seems to name somebody says so beside it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person
from hartlijn.signalling.actions import gathering
from hartlijn.signalling.models import Addressee, Signal
from hartlijn.signalling.naming import names_in, reaches_somebody
from hartlijn.signalling.tests.conftest import written

NAMES = ["Fatima Yilmaz", "Noor de Wit", "Jan-Willem van den Berg"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Door Fatima is er geen tijd.", ["Fatima"]),
        ("Volgens Yilmaz en Fatima Yilmaz.", ["Yilmaz", "Fatima"]),
        ("Noor's rooster", ["Noor's"]),
        ("Vraag Jan-Willem maar.", ["Jan-Willem"]),
        ("Een wit bord op de berg.", []),
        ("Mail iemand@voorbeeld.nl", ["iemand@voorbeeld.nl"]),
        ("Volgens meneer Pietersen.", ["meneer Pietersen"]),
        ("Er is te weinig inwerktijd.", []),
    ],
)
def test_a_part_of_a_name_with_a_capital_counts(text: str, found: list[str]) -> None:
    assert names_in(text, NAMES) == found


def test_the_page_warns_beside_a_saved_text_and_stops_nothing(
    as_: SignIn, board: Addressee, noor: Person, fatima: Person
) -> None:
    signal = written(board, noor, "Fatima geeft ons geen tijd.")

    there = reverse("signalling:signal", args=[signal.pk])
    assert "Dit lijkt een persoon te noemen" in as_(noor).get(there).content.decode()
    changing = as_(noor).get(reverse("signalling:change", args=[signal.pk])).content.decode()
    assert "Dit lijkt een persoon te noemen" in changing
    assert gathering.sign(signal, by=noor).opened_on
    assert fatima.name not in as_(noor).get(reverse("signalling:signals")).content.decode()


def test_a_colleague_whose_name_one_may_not_read_is_known_too_but_not_listed(
    as_: SignIn, board: Addressee, noor: Person, ines: Person
) -> None:
    signal = written(board, noor, "Pereira plant te krap.")
    page = as_(noor).get(reverse("signalling:signal", args=[signal.pk])).content.decode()

    assert '<q translate="no">Pereira</q>' in page
    assert "Ines" not in page
    assert ines.name not in page


def test_a_refused_form_warns_too(as_: SignIn, board: Addressee, noor: Person) -> None:
    said = {"to": str(board.pk), "text": "Noor heeft geen tijd.", "answer_by": ""}

    answer = as_(noor).post(reverse("signalling:write"), said)

    assert answer.status_code == 422
    assert "Dit lijkt een persoon te noemen" in answer.content.decode()
    assert not Signal.objects.exists()


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("Bel 06-12345678.", True),
        ("Bel 0118 123 456 maar.", True),
        ("Bel +31 6 12 34 56 78.", True),
        ("Mail iemand@voorbeeld.nl", True),
        ("In 2024 waren er 12 starters op 38 gezinnen, sinds 01-09-2024.", False),
        ("De norm is 0,8 fte op 10 000 uur.", False),
    ],
)
def test_a_number_or_an_address_of_somebody_stops_a_signal(
    as_: SignIn, board: Addressee, noor: Person, text: str, *, reaches: bool
) -> None:
    assert reaches_somebody(text) is reaches
    form = {
        "to": str(board.pk),
        "text": text,
        "answer_by": (civil_day() + timedelta(days=42)).isoformat(),
    }

    page = as_(noor).post(reverse("signalling:write"), form).content.decode()

    assert ("Hier staat een telefoonnummer of mailadres in" in page) is reaches
