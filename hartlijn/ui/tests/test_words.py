"""The small words for templates."""

import pytest
from django import forms
from django.utils import translation

from hartlijn.ui.templatetags.ui import device, reword

ANDROID = "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (ANDROID, "Chrome op Android"),
        (IPHONE, "Safari op iPhone"),
        (EDGE, "Edge op Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0", "Firefox op Linux"),
        ("curl/8.0", "Een onbekend toestel"),
        ("", "Een onbekend toestel"),
    ],
)
def test_a_device_is_called_what_people_call_it(told: str, words: str) -> None:
    with translation.override("nl"):
        assert device(told) == words


def test_a_field_of_somebody_else_gets_our_words() -> None:
    form = type("Theirs", (forms.Form,), {"code": forms.CharField(label="Authenticator code")})()

    reword(form, "code", "Code uit je app", "Zes cijfers.")

    page = str(form)
    assert "Code uit je app" in page
    assert "Zes cijfers." in page
    assert "Authenticator" not in page
