"""What every answer carries, and what no page may do."""

import pytest
from django.test import Client
from django.urls import reverse

from config.policy import WORKER
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


@pytest.mark.parametrize(
    "address", ["/static/ui/type.css", "/healthz", "/account/login/", "/nowhere/"]
)
def test_pages_and_their_files_carry_the_same_headers(client: Client, address: str) -> None:
    answer = client.get(address)
    answer.close()

    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "Access-Control-Allow-Origin" not in answer


def test_the_worker_keeps_its_own_policy(client: Client) -> None:
    answer = client.get(f"/static/{WORKER}")
    answer.close()

    assert answer.status_code == 200
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; connect-src 'self'")


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


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "10.0.0.5", "[::1]", "not a name"])
def test_healthz_answers_at_any_address_and_no_page_does(client: Client, host: str) -> None:
    assert client.get("/healthz", HTTP_HOST=host).content == b"ok\n"
    assert client.get("/account/login/", HTTP_HOST=host).status_code == 400


def test_there_is_no_admin_site(client: Client, db: None) -> None:
    assert client.get("/admin/").status_code == 404
