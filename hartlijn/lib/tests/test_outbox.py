"""What a page that keeps its forms is told when one of them is saved."""

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from hartlijn.lib.outbox import received

ELSEWHERE = HttpResponseRedirect("/room/")


def answered(**headers: str) -> HttpResponse:
    request = RequestFactory().post("/say/", headers=headers)
    return received(request, ELSEWHERE)


def test_a_page_that_keeps_its_form_hears_which_one_is_saved() -> None:
    answer = answered(outbox="4f1c")

    assert answer.status_code == 204
    assert answer["Outbox"] == "4f1c"


def test_any_other_page_is_led_on() -> None:
    assert answered() is ELSEWHERE


@pytest.mark.parametrize("token", ["a\r\nSet-Cookie: x=y", "é", "\0"])
def test_a_token_that_is_no_token_is_not_repeated(token: str) -> None:
    assert answered(outbox=token)["Outbox"] == ""
