"""What was once used stays readable, whatever happens to the file."""

import pytest
from django.db import DatabaseError, transaction

from hartlijn.library import actions, shelf
from hartlijn.library.models import Version
from hartlijn.library.tests.conftest import MODEL, Write

pytestmark = pytest.mark.django_db


def test_what_was_used_stays_after_the_file_changes_and_goes(own: Write) -> None:
    file = own("models/three.toml", MODEL)
    first = actions.use("model", "three")

    file.write_text(MODEL.replace("Drie tellen", "Vier tellen"), encoding="utf-8")
    second = actions.use("model", "three")
    file.unlink()

    kept = Version.objects.get(pk=first.hash)
    assert kept.body["title"]["nl"] == "Drie tellen"
    assert kept.content.steps[1].hint.en == "Calmly."
    assert [one.hash for one in Version.objects.of("model")] == sorted([first.hash, second.hash])
    with pytest.raises(shelf.UnknownError):
        actions.use("model", "three")


def test_using_twice_keeps_once(own: Write, django_assert_num_queries: object) -> None:
    own("models/three.toml", MODEL)

    assert actions.use("model", "three") == actions.use("model", "three")
    assert Version.objects.count() == 1


def test_two_processes_may_keep_the_same_at_once(
    own: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    own("models/three.toml", MODEL)
    actions.use("model", "three")
    everything = type(Version.objects.all())
    monkeypatch.setattr(everything, "unknown", lambda self, hashes: set(hashes))

    assert actions.use("model", "three").key == "three"


def test_a_version_never_changes(own: Write) -> None:
    own("models/three.toml", MODEL)
    version = actions.use("model", "three")

    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(body={})


def test_a_version_of_a_former_kind_still_says_what_it_said() -> None:
    old = Version(hash="0" * 64, kind="song", key="x", body={"text": "la"})
    other = Version(hash="1" * 64, kind="model", key="x", body={"text": "la"})

    assert old.content is None
    assert other.content is None
    assert str(old) == "song x 000000000000"
