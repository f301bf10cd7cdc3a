"""The two programs that know the seal agree."""

import copy
import json

import pytest

from sealing import checking, vectors

FOLDER = vectors.FILE.parent


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.json")))
def test_the_vectors_open_and_what_must_be_refused_is(name: str) -> None:
    count, wrong = checking.failures(json.loads((FOLDER / name).read_text("utf-8")))

    assert wrong == []
    assert count > 50


def test_there_are_vectors_of_the_other_program() -> None:
    assert (FOLDER / "from-typescript.json").exists()


def test_a_vector_that_is_not_so_is_told() -> None:
    found = json.loads(vectors.FILE.read_text("utf-8"))
    del found["wraps"]
    one = copy.deepcopy(found["private"][0])
    one["letter"]["content"] = {"text": "iets anders"}
    good = {**found["private"][0], "way": "private", "by": "noor", "name": "this opens"}
    good["expected"] = {"object": good["letter"]["object"]}

    _count, wrong = checking.failures({**found, "private": [one], "refused": [good]})

    assert wrong == [f"private: {one['name']}", "refused: private, this opens"]
