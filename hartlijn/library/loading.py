"""Read the files of one kind. A broken file does not count; the others do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.library import plain
from hartlijn.library.canonical import digest
from hartlijn.library.definition import Definition
from hartlijn.library.kinds import Kind
from hartlijn.library.lines import Lines
from hartlijn.library.problems import Path as Way
from hartlijn.library.problems import Problem, Refusal, problem, shown
from hartlijn.library.schema import Reader, key_problem

MOST_FILES: Final = 500  # in one folder


@dataclass(frozen=True)
class Folder:
    """A folder with content: the shipped one, or that of the installation."""

    path: Path
    own: bool

    def files(self, kind: Kind) -> list[Path]:
        """The files of a kind by name, ready to read; a folder that is not there has none."""
        try:
            found = sorted((self.path / kind.folder).glob("*.toml"))
        except OSError:
            return []
        return [one for one in found if one.is_file()]

    def shown(self, file: Path) -> str:
        """How a file is called in a sentence."""
        place = "/".join((self.path.name, file.parent.name, shown(file.name)))
        return f"HARTLIJN_DATA/{place}" if self.own else place


@dataclass
class Loaded:
    """What the files of one kind hold."""

    definitions: dict[str, Definition] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)


def load(kind: Kind, folders: list[Folder]) -> Loaded:
    """Every definition of a kind; one of a later folder replaces an earlier one by its key."""
    whole = Loaded()
    for folder in folders:
        part = Loaded()
        files = folder.files(kind)
        for file in files[:MOST_FILES]:
            _take(part, kind, folder, file)
        for file in files[MOST_FILES : MOST_FILES + 1]:
            sentence = _(
                "Hier staan te veel bestanden. Vanaf dit bestand telt er geen meer mee. Haal er een paar weg."
            )
            part.refusals.append(Refusal(folder.shown(file), 1, sentence))
        whole.definitions |= part.definitions
        whole.refusals += part.refusals
    return whole


def _take(part: Loaded, kind: Kind, folder: Folder, file: Path) -> None:
    """Add what one file holds, all of it or nothing."""
    name = folder.shown(file)
    try:
        with file.open("rb") as stream:
            text = plain.decode(stream.read(plain.LARGEST + 1))
        made, problems = _read(kind, text, file.stem, name, own=folder.own)
    except plain.BrokenError as error:
        part.refusals.append(Refusal(name, error.line, error.sentence))
        return
    except OSError:
        sentence = _("Dit bestand kan Hartlijn niet lezen. Kijk wie het mag openen.")
        part.refusals.append(Refusal(name, 1, sentence))
        return
    for one in made:
        if (first := part.definitions.get(one.key)) is not None:
            sentence = format_lazy(
                _("“{key}” staat ook al in {file}. Kies een andere naam."),
                key=one.key,
                file=first.file,
            )
            problems.append(Refusal(name, one.line, sentence))
    if problems:
        part.refusals += problems
    else:
        part.definitions |= {one.key: one for one in made}


def _read(
    kind: Kind, text: str, stem: str, file: str, *, own: bool
) -> tuple[list[Definition], list[Refusal]]:
    """What a file says, and every reason why it does not count."""
    wrong: list[Problem] = []
    raw = plain.tidy(plain.parse(text), (), wrong)
    lines = Lines(text)
    made: list[Definition] = []
    if not wrong:
        for way, key, body in _several(kind, raw, stem, wrong):
            made += _one(kind, key, body, _Place(way, lines, file, own=own), wrong)
    if len({one.key for one in made}) < len(made):
        doubled = next(one for n, one in enumerate(made) if one.key in {x.key for x in made[:n]})
        sentence = format_lazy(
            _("“{key}” staat hier twee keer. Geef één ervan een andere naam."), key=doubled.key
        )
        return [], [Refusal(file, doubled.line, sentence)]
    return made, [Refusal(file, _line(lines, one.path), one.sentence) for one in wrong]


def _several(
    kind: Kind, raw: dict[str, Any], stem: str, wrong: list[Problem]
) -> Iterator[tuple[Way, str, dict[str, Any]]]:
    """The definitions in a file with the way to each, its key and its body.

    One: the file's name is the key. Several: a list under the folder's name, each with ``key``;
    what stands above the list holds for all of them.
    """
    listed = raw.get(kind.folder)
    if listed is None:
        if found := key_problem(stem, ()):
            wrong.append(found)
        else:
            yield (), stem, raw
        return
    shared = {name: one for name, one in raw.items() if name != kind.folder}
    if not (listed and isinstance(listed, list)) or not all(
        isinstance(one, dict) for one in listed
    ):
        sentence = _("Schrijf boven elk nieuw stuk [[{where}]].")
        wrong.append(problem((kind.folder,), sentence))
        return
    for place, one in enumerate(listed):
        way: Way = (kind.folder, place)
        if found := key_problem(one.get("key", ""), (*way, "key")):
            wrong.append(found)
        else:
            yield way, one["key"], shared | {n: v for n, v in one.items() if n != "key"}


@dataclass(frozen=True)
class _Place:
    way: Way
    lines: Lines
    file: str
    own: bool


def _one(
    kind: Kind, key: str, body: dict[str, Any], place: _Place, wrong: list[Problem]
) -> Iterator[Definition]:
    reader = Reader()
    content = reader.read(kind.schema, body, place.way)
    wrong += reader.problems
    if reader.problems:
        return
    yield Definition(
        kind=kind.name,
        key=key,
        hash=digest(kind.name, key, body),
        content=content,
        body=body,
        file=place.file,
        line=place.lines.of(place.way),
        own=place.own,
        references=tuple((one, _line(place.lines, one.path)) for one in reader.references),
    )


def _line(lines: Lines, path: Way) -> int:
    """The line of a value, also when it stands above the list it holds for."""
    if len(path) > 2 and isinstance(path[1], int) and not lines.has(path):  # noqa: PLR2004
        above = path[2:]
        if lines.has(above) and not lines.has(path[:3]):
            return lines.of(above)
    return lines.of(path)
