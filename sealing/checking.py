"""Check vectors: what another program sealed opens here, and what must be refused is refused.

Their shape: `frontend/seal/vectors/README.md`. Every part may be absent.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from sealing import age_file, key_log, keyring, recovery_code, words, wraps
from sealing.age_file import Lock
from sealing.envelope import open_private, open_shared, recipient_of
from sealing.keyring import Keyring, Known
from sealing.letter import Expected
from sealing.notation import b64, unb64
from sealing.refused import RefusedError

Vectors = dict[str, Any]
Rings = dict[str, Keyring]


def rings(vectors: Vectors) -> Rings:
    """The keyrings of the people in the vectors."""
    return {name: keyring.from_json(one["keyring"]) for name, one in vectors["people"].items()}


def people(vectors: Vectors) -> Iterator[tuple[str, bool]]:
    """What everybody publishes follows from their keyring, and so do the words to compare."""
    for name, one in vectors.get("people", {}).items():
        keys = keyring.from_json(one["keyring"])
        yield f"{name}: keyring", keyring.IS_KEYRING(one["keyring"])
        yield f"{name}: public keys", key_log.public(keys) == one["public"]
        yield f"{name}: private recipient", recipient_of(keys.private[0]) == one["private"]
        print_of = key_log.fingerprint(one["public"])
        yield f"{name}: fingerprint", b64(print_of) == one["fingerprint"]
        yield f"{name}: words", words.first_six(print_of) == one["words"]


def _lock(case: dict[str, Any]) -> Lock:
    """What opens a wrap of the vectors."""
    if case["way"] == "passkey":
        return age_file.passkey(unb64(case["first"]), unb64(case["second"]))
    return age_file.passphrase(case["secret"])


def wrapped(vectors: Vectors) -> Iterator[tuple[str, bool]]:
    """Each wrap holds the keyring of its person."""
    for case in vectors.get("wraps", []):
        keys = rings(vectors)[case["of"]]
        known = Known(person=keys.person, keyring=keys.keyring, counter=keys.counter)
        found = wraps.unwrap(unb64(case["wrap"]), _lock(case), known)
        yield f"wrap: {case['way']}", found == keys


def codes(vectors: Vectors) -> Iterator[tuple[str, bool]]:
    """Recovery codes are written and read alike."""
    for case in vectors.get("codes", []):
        yield (
            f"code shown: {case['shown']}",
            recovery_code.code(unb64(case["bytes"])) == case["shown"],
        )
        yield f"code typed: {case['code']}", recovery_code.passphrase(case["shown"]) == case["code"]


def private(vectors: Vectors) -> Iterator[tuple[str, bool]]:
    """Private letters open and say what they should."""
    for case in vectors.get("private", []):
        keys, said = rings(vectors)[case["of"]], case["letter"]
        expected = Expected(said["object"], keys.keyring, (), said["kind"], said["version"])
        found = open_private(unb64(case["envelope"]), keys.private, expected)
        yield f"private: {case['name']}", json.loads(found.written()) == said


def shared(vectors: Vectors) -> Iterator[tuple[str, bool]]:
    """Shared letters open for everybody they are for."""
    for case in vectors.get("shared", []):
        known, said = rings(vectors), case["letter"]
        author = known[case["author"]]
        everybody = [author, *(known[name] for name in case["readers"])]
        to = tuple(sorted(keys.log for keys in everybody))
        expected = Expected(said["object"], author.log, to, said["kind"], said["version"])
        signers = [author.signer().public_key()]
        for keys in everybody:
            found = open_shared(unb64(case["envelope"]), keys.sharing, signers, expected)
            yield f"shared: {case['name']}", json.loads(found.written()) == said


def log(vectors: Vectors) -> Iterator[tuple[str, bool]]:
    """The same lines count, and the heads are the same."""
    if not (case := vectors.get("log")):
        return
    found, heads = key_log.KeyLog(), [b64(key_log.FIRST_HEAD)]
    for line in case["lines"]:
        found.add(line)
        heads.append(b64(found.head))
    yield "log: heads", heads == case["heads"]
    for name, keys in case["keys"].items():
        newest = found.newest(name)
        yield f"log: keys of {name}", (newest and newest.public()) == keys


def refused(vectors: Vectors) -> Iterator[tuple[str, bool]]:
    """What must not open, does not."""
    for case in vectors.get("refused", []):
        try:
            _open_refused(case, rings(vectors))
        except RefusedError:
            yield f"refused: {case['way']}, {case['name']}", True
        else:
            yield f"refused: {case['way']}, {case['name']}", False


def _open_refused(case: dict[str, Any], known: Rings) -> None:
    """Try what must be refused."""
    keys, raw, said = known[case["by"]], unb64(case["envelope"]), case["expected"]
    if case["way"] == "words":
        wraps.unwrap(raw, wraps.lock("words", case["secret"]), Known(**said))
        return
    expected = {**said, "recipients": tuple(said.get("recipients", ()))}
    if case["way"] == "private":
        open_private(raw, keys.private, Expected(author=keys.keyring, **expected))
        return
    author = known[case["author"]]
    if "recipients" not in said:
        expected["recipients"] = tuple(sorted({author.log, keys.log}))
    signers = [author.signer().public_key()]
    open_shared(raw, keys.sharing, signers, Expected(author=author.log, **expected))


PARTS: Final[tuple[Callable[[Vectors], Iterator[tuple[str, bool]]], ...]] = (
    people,
    wrapped,
    codes,
    private,
    shared,
    log,
    refused,
)


def failures(vectors: Vectors) -> tuple[int, list[str]]:
    """How many things were checked, and the names of those that are not so."""
    count, wrong = 0, []
    for part in PARTS:
        try:
            for name, good in part(vectors):
                count += 1
                if not good:
                    wrong.append(name)
        except RefusedError:
            wrong.append(f"{part.__name__}: something that must open does not (after {count})")
    return count, wrong
