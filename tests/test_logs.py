"""What goes into the log when something breaks."""

import logging
import sys

import pytest
from django.test import RequestFactory
from django.urls import resolve

from config.logs import Discreet


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
