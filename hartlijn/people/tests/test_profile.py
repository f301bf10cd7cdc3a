"""What somebody says about themselves, on the page "Jij"."""

import re

import pytest

from conftest import SignIn
from hartlijn.people.forms.time_zones import cities
from hartlijn.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
ME = "/me/"


def sent(**changed: str) -> dict[str, str]:
    return {"name": "Noor", "language": "nl", "time_zone": "Europe/Amsterdam", **changed}


def options(page: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)"', page)


def chosen(page: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)" selected', page)


def test_the_time_zone_is_a_list_with_amsterdam_first_and_folded(as_: SignIn, noor: Person) -> None:
    page = as_(noor).get(ME).content.decode()

    assert options(page)[0] == "Europe/Amsterdam"
    assert chosen(page) == ["Europe/Amsterdam"]
    assert "America/Curacao" in options(page)
    assert not {"UTC", "Etc/GMT+1", "US/Eastern", "Asia/Calcutta"} & set(options(page))
    assert set(cities()) <= set(options(page))
    assert "<details >" in page
    assert len(page.encode()) < 50_000


def test_noor_chooses_another_city_and_finds_it_selected(as_: SignIn, noor: Person) -> None:
    client = as_(noor)

    assert client.post(ME, sent(time_zone="America/Curacao")).status_code == 302

    noor.refresh_from_db()
    assert noor.time_zone == "America/Curacao"
    assert chosen(client.get(ME).content.decode()) == ["America/Curacao"]


@pytest.mark.parametrize("zone", ["Middelburg", "../etc/passwd", "", "US/Eastern"])
def test_what_is_not_in_the_list_opens_it_with_a_sentence(
    as_: SignIn, noor: Person, zone: str
) -> None:
    answer = as_(noor).post(ME, sent(time_zone=zone))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<details open>" in page
    assert 'href="#id_time_zone"' in page
    noor.refresh_from_db()
    assert noor.time_zone == "Europe/Amsterdam"


def test_an_older_name_somebody_has_already_stays(as_: SignIn, noor: Person) -> None:
    noor.time_zone = "UTC"
    noor.save()
    client = as_(noor)

    assert chosen(client.get(ME).content.decode()) == ["UTC"]
    assert client.post(ME, sent(time_zone="UTC")).status_code == 302
