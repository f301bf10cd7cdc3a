"""What the README of the export says, done word for word: with age and grep, and nothing of ours."""

import io
import os
import pty
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from uuid import uuid4

import pyrage
import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.vault.tests.sealed import add_wrap, b64, save
from sealing import age_file, words
from sealing.envelope import recipient_of, seal_private
from sealing.keyring import Keyring
from sealing.letter import Letter

pytestmark = pytest.mark.django_db

TEXT = "Vandaag voor het eerst alleen op huisbezoek."
WORDS = words.draw()
STEP = re.compile(r"^  \d\. ((?:age|grep) .*)$", re.MULTILINE)
HERE = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}


def in_a_shell(command: str, folder: Path) -> None:
    """A line of the README as somebody types it; what differs by name is found by the shell."""
    subprocess.run(["/bin/sh", "-c", command.replace("…", "*")], cwd=folder, env=HERE, check=True)


def typing(command: str, typed: str, folder: Path) -> None:
    """The same, where the program asks for a passphrase on the terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve("/bin/sh", ["/bin/sh", "-c", command.replace("…", "*")], HERE)
    seen = b""
    while b"passphrase" not in seen:
        seen += os.read(terminal, 1024)
    os.write(terminal, typed.encode() + b"\n")
    assert os.waitpid(pid, 0)[1] == 0
    os.close(terminal)


def with_pyrage(step: int, folder: Path) -> None:
    """Where age is not installed: the same file format, by another maker."""
    if step == 0:
        [wrap] = (folder / "wraps").iterdir()
        (folder / "keyring.json").write_bytes(pyrage.passphrase.decrypt(wrap.read_bytes(), WORDS))
        return
    [letter] = (folder / "own").iterdir()
    lines = (folder / "keys.txt").read_text().splitlines()
    keys = [pyrage.x25519.Identity.from_str(one) for one in lines]
    (folder / "letter.bin").write_bytes(pyrage.decrypt(letter.read_bytes(), keys))


def sealed_by(keys: Keyring) -> tuple[str, bytes]:
    """A text of hers, and its id."""
    object_ = str(uuid4())
    one = Letter(
        kind="entry",
        object=object_,
        version=1,
        author=keys.keyring,
        time="2026-03-02T10:00:00Z",
        content={"text": TEXT},
    )
    return object_, seal_private(one, keys.private[0])


@pytest.mark.parametrize("language", [0, 1], ids=["nl", "en"])
def test_what_was_taken_along_opens_as_its_page_says(
    as_: SignIn, noor: Person, tmp_path: Path, language: int
) -> None:
    keys, client = Keyring.new(str(noor.pk)), as_(noor)
    closed = age_file.seal(keys.written(), age_file.passphrase(WORDS))
    assert add_wrap(client, content=b64(closed)).status_code == 200
    object_, envelope = sealed_by(keys)
    save(client, envelope, id=object_)
    taken = client.get(reverse("vault:export")).getvalue()
    zipfile.ZipFile(io.BytesIO(taken)).extractall(tmp_path)

    steps = STEP.findall((tmp_path / "README.txt").read_text("utf-8"))
    unlock, pick, read = steps[3 * language : 3 * language + 3]
    if shutil.which("age"):
        typing(unlock, WORDS, tmp_path)
        in_a_shell(pick, tmp_path)
        in_a_shell(read, tmp_path)
    else:
        with_pyrage(0, tmp_path)
        in_a_shell(pick, tmp_path)
        with_pyrage(1, tmp_path)

    assert (tmp_path / "keys.txt").read_text().split() == [*keys.private, *keys.sharing]
    letter = (tmp_path / "letter.bin").read_bytes()[6:].rstrip(b"\0").decode()
    assert f'"text":"{TEXT}"' in letter
    assert recipient_of(keys.private[0]) not in letter
