"""What every answer carries, and what no page may do."""

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db


def test_personal_pages_are_kept_out_of_every_cache(as_: SignIn, noor: Person) -> None:
    answer = as_(noor).get(reverse("people:profile"))

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


def test_the_content_security_policy_allows_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_a_form_with_an_old_token_gives_the_words_back(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.handler.enforce_csrf_checks = True

    answer = client.post(reverse("people:profile"), {"name": "Noor van der Wit & zo"})

    assert answer.status_code == 403
    assert "Noor van der Wit &amp; zo" in answer.content.decode()


def test_a_form_sent_after_signing_out_gives_the_words_back(client: Client, db: None) -> None:
    answer = client.post(reverse("people:profile"), {"name": "Noor", "password": "geheim"})

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Noor" in page
    assert "geheim" not in page
    assert reverse("account_login") in page


def test_who_is_not_signed_in_is_asked_to(client: Client, db: None) -> None:
    answer = client.get(reverse("people:profile"))

    assert answer.status_code == 302
    assert answer["Location"] == f"{reverse('account_login')}?next=/me/"


def test_healthz_says_ok_and_nothing_more(client: Client, db: None) -> None:
    assert client.get("/healthz").content == b"ok\n"


def test_there_is_no_admin_site(client: Client, db: None) -> None:
    assert client.get("/admin/").status_code == 404
