"""The server has no code that opens anything; only one module knows any cryptography."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
OPENERS = {
    "pyrage", "sealing", "nacl", "age", "Crypto", "Cryptodome", "Cryptography", "jwcrypto",
    "ciphers", "aead", "Cipher", "AESGCM", "AESSIV", "AESCCM", "AESGCMSIV", "AESOCB3",
    "ChaCha20Poly1305", "Fernet", "fernet", "x25519", "x448", "X25519PrivateKey",
    "X25519PublicKey", "hpke", "HKDF", "Scrypt", "Ed25519PrivateKey", "decrypt",
}  # fmt: skip
MAY_CHECK = "hartlijn/vault/key_lines.py"
SIGNING_IN = {
    # The seeds of code apps, closed with a key of the installation; it knows no envelope.
    "hartlijn/people/closed_seeds.py": {"fernet", "Fernet", "HKDF"},
    # Who the installation is to a push service: a signature over an address, nothing else.
    "hartlijn/delivery/vapid.py": set(),
    # The name of an error, to refuse a passkey with a sentence.
    "hartlijn/people/forms/passkeys.py": set(),
}


def sources() -> list[Path]:
    found = [path for folder in ("hartlijn", "config") for path in (ROOT / folder).rglob("*.py")]
    return [path for path in found if "tests" not in path.parts]


def imported(tree: ast.AST) -> Iterator[str]:
    """Every part of every name that is imported, also by a call with a name as text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                yield from one.name.split(".")
        elif isinstance(node, ast.ImportFrom):
            yield from (node.module or "").split(".")
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = ast.unparse(node.func)
            if name.endswith(("import_module", "__import__")):
                yield from str(node.args[0].value).split(".")


def opens(code: str) -> set[str]:
    return set(imported(ast.parse(code))) & OPENERS


def test_nothing_that_opens_is_imported_anywhere() -> None:
    found = {
        (name := path.relative_to(ROOT).as_posix()): opens(path.read_text("utf-8"))
        - SIGNING_IN.get(name, set())
        for path in sources()
    }

    assert len(found) > 100
    assert {path: names for path, names in found.items() if names} == {}


def test_what_closes_seeds_knows_nothing_of_the_vault() -> None:
    for name in SIGNING_IN:
        known = set(imported(ast.parse((ROOT / name).read_text("utf-8"))))
        assert not known & {"vault", "Envelope", "WrappedKey", "consent", "journal"}


def test_only_the_key_log_knows_cryptography_and_only_checks() -> None:
    using = [
        path.relative_to(ROOT).as_posix()
        for path in sources()
        if "cryptography" in set(imported(ast.parse(path.read_text("utf-8"))))
    ]

    assert set(using) == {MAY_CHECK, *SIGNING_IN}
    names = {
        one.name
        for node in ast.walk(ast.parse((ROOT / MAY_CHECK).read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cryptography")
        for one in node.names
    }
    assert names == {"InvalidSignature", "Ed25519PublicKey"}


@pytest.mark.parametrize(
    "code",
    [
        "import pyrage",
        "from sealing import letters",
        "from cryptography.hazmat.primitives.ciphers.aead import AESGCM",
        "from cryptography.hazmat.primitives.asymmetric import x25519",
        "import importlib; importlib.import_module('pyrage.x25519')",
        "__import__('nacl')",
    ],
)
def test_this_test_would_see_it(code: str) -> None:
    assert opens(code)
