"""What goes into the log when something breaks."""

import logging
import re
import sys

import pytest
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory
from django.urls import resolve, reverse

from config.logs import Discreet
from conftest import SignIn
from hartlijn.people.models import Person


def fail(words: str) -> None:
    """Break with words in which somebody's data may stand."""
    raise ValueError(words)


def broken(words: str) -> logging.LogRecord:
    """What Django logs when a view breaks."""
    request = RequestFactory().get("/me/?secret=kanarie")
    request.resolver_match = resolve("/me/")
    try:
        fail(words)
    except ValueError:
        record = logging.LogRecord(
            "django.request",
            logging.ERROR,
            __file__,
            1,
            "Broken: %s",
            (request.path,),
            sys.exc_info(),
        )
    record.request = request
    record.status_code = 500
    return record


def test_a_broken_page_is_logged_by_its_route() -> None:
    line = Discreet("%(message)s").format(broken("Key (email)=(kanarie@voorbeeld.nl) exists"))

    assert "500 GET people:profile" in line
    assert "ValueError" in line
    assert "kanarie" not in line


def test_the_place_in_the_program_is_kept() -> None:
    line = Discreet("%(message)s").format(broken("…"))

    assert "test_logs.py" in line


@pytest.mark.parametrize("words", ["kanarie", "kanarie\nkanarie"])
def test_the_words_of_an_exception_are_left_out(words: str) -> None:
    assert "kanarie" not in Discreet("%(message)s").format(broken(words))


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log says about requests, as it is written."""
    form = Discreet("%(name)s %(message)s")
    return [form.format(one) for one in caplog.records if one.name == "hartlijn.requests"]


def test_each_request_is_one_line_without_ids_or_words(
    as_: SignIn, otto: Person, noor: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        as_(otto).get(reverse("people:operator_account", args=[noor.pk]), {"q": "kanarie"})
        Client().post("/kanarie/", {"name": "kanarie"})

    first, second = lines(caplog)
    assert re.fullmatch(r"hartlijn.requests 200 GET people:operator_account \d+ ms", first)
    assert re.fullmatch(r"hartlijn.requests 404 POST no route \d+ ms", second)


def test_files_of_the_pages_are_not_logged(db: None, caplog: pytest.LogCaptureFixture) -> None:
    assert finders.find("ui/type.css")
    with caplog.at_level("INFO"):
        Client().get("/static/ui/type.css").close()

    assert lines(caplog) == []


def test_a_name_that_is_not_ours_is_not_written_down(
    db: None, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    logger = logging.getLogger("django.security.DisallowedHost")
    ours = [one for one in logger.handlers if not type(one).__module__.startswith("_pytest")]
    monkeypatch.setattr(logger, "handlers", ours)  # as it is without a test that listens along

    answer = Client().get("/account/login/", HTTP_HOST="kanarie.example")

    said = capfd.readouterr()
    assert answer.status_code == 400
    assert "kanarie" not in said.out + said.err
