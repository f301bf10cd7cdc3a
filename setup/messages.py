"""The texts people read: found in the code (Dutch), kept in `locale/` (English), compiled.

python -m setup.messages extract          bring every django.po up to date with the code
python -m setup.messages merge FILE.json  fill what is still empty from {"Dutch": "English"}
python -m setup.messages check            say what is missing, left over or wrong
python -m setup.messages compile          write django.mo beside each django.po
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
WALKED = ("config", "hartlijn")
KEYWORDS = DEFAULT_KEYWORDS | parse_keywords(
    [
        "gettext_lazy",
        "gettext_noop",
        "ngettext_lazy:1,2",
        "pgettext_lazy:1c,2",
        "npgettext_lazy:1c,2,3",
    ]
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")

HEADER = """\
# English for Hartlijn. The msgids are the Dutch texts in the code; `make messages` keeps this file.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals};\\n"

"""


def files(root: Path = ROOT) -> list[Path]:
    """Every language's catalogue."""
    return sorted(root.glob("locale/*/LC_MESSAGES/django.po"))


def language(path: Path) -> str:
    """The language a catalogue is for, out of its place."""
    return path.parent.parent.name


def read(path: Path) -> Catalog:
    """A catalogue as it lies on disk."""
    with path.open("rb") as file:
        return read_po(file, locale=language(path), abort_invalid=True)


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalogue so that a change of one text is a change of one place in the file."""
    lines = BytesIO()
    write_po(
        lines,
        catalog,
        width=100,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    head = HEADER.format(language=language(path), plurals=catalog.plural_forms.rstrip(";"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + lines.getvalue().decode().strip() + "\n", encoding="utf-8")


def found(root: Path = ROOT) -> Catalog:
    """Every text in the code, with the places it stands in."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalog = Catalog()
    for name, line, text, _comments, context in extract_from_dir(
        root, methods, options, KEYWORDS, directory_filter=lambda path: walked(root, Path(path))
    ):
        catalog.add(text, None, [(name, line)], context=context)
    return catalog


def walked(root: Path, folder: Path) -> bool:
    """Whether a folder can hold texts of ours."""
    parts = folder.relative_to(root).parts
    return not parts or (parts[0] in WALKED and parts[-1] not in {"tests", "migrations", "static"})


def texts(message: Message) -> tuple[str, ...]:
    """The Dutch text, or its singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    """What stands there as translation, with the plural where there is one."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


Key = tuple[str | None, tuple[str, ...]]
"""What makes a message the same one in code and catalogue: its context and its texts."""


def key(message: Message) -> Key:
    """The key of a message."""
    return message.context, texts(message)


def by_key(catalog: Catalog) -> dict[Key, Message]:
    """The messages of a catalogue, without its header."""
    return {key(message): message for message in catalog if message.id}


def extract(root: Path = ROOT) -> None:
    """Add new texts to every catalogue, empty, and drop those that are gone. Nothing is guessed."""
    code = by_key(found(root))
    for path in files(root) or [root / "locale/en/LC_MESSAGES/django.po"]:
        known = by_key(read(path)) if path.exists() else {}
        fresh = Catalog(locale=language(path))
        for name, message in code.items():
            old = known.get(name)
            fresh.add(message.id, old.string if old else None, context=message.context)
        write(path, fresh)


def merge(pairs: Mapping[str, str | list[str]], root: Path = ROOT) -> list[str]:
    """Fill empty translations from ``pairs``; gives back the keys that no text asks for.

    A key is the Dutch text, ``singular|plural``, or either with ``context␄`` (U+0004) in front.
    """
    used = set()
    for path in files(root):
        catalog = read(path)
        for (context, parts), message in by_key(catalog).items():
            name = f"{context}\x04{'|'.join(parts)}" if context else "|".join(parts)
            used.add(name)
            if name in pairs and not all(translations(message)):
                given = pairs[name]
                message.string = given if isinstance(given, str) else tuple(given)
        write(path, catalog)
    return sorted(set(pairs) - used)


def check(root: Path = ROOT) -> Iterator[str]:
    """Say, a line each, what keeps a catalogue from being complete and right."""
    code = by_key(found(root))
    for path in files(root):
        catalog = read(path)
        known = by_key(catalog)
        place = str(path.relative_to(root))
        for name in code.keys() - known.keys():
            file, line = code[name].locations[0]
            yield f'{place} misses "{" | ".join(name[1])}" ({file}:{line})'
        for name in known.keys() - code.keys():
            yield f'{place} holds "{" | ".join(name[1])}", which no code says any more'
        for text in catalog.obsolete:
            yield f'{place} holds an obsolete entry: "{text}"'
        for name in code.keys() & known.keys():
            yield from wrong(known[name], place, code[name].locations[0])


def wrong(message: Message, place: str, where: tuple[str, int]) -> Iterator[str]:
    """Say what is wrong with one translation that is there."""
    said = f'"{" | ".join(texts(message))}" ({where[0]}:{where[1]})'
    if not all(translations(message)):
        yield f"{place} has no translation of {said}"
    elif message.fuzzy:
        yield f"{place} has only a fuzzy translation of {said}"
    elif not placeholders_agree(message):
        yield f"{place} has other placeholders than {said}"


def placeholders_agree(message: Message) -> bool:
    """Whether each translation has the placeholders of its text; "one" may leave out the number."""
    asked = [sorted(PLACEHOLDER.findall(text)) for text in texts(message)]
    given = [sorted(PLACEHOLDER.findall(text)) for text in translations(message)]
    first, *others = given
    may_leave_out = len(asked) > 1 and set(first) < set(asked[-1])
    return (may_leave_out or first in asked) and all(other == asked[-1] for other in others)


def compile_all(root: Path = ROOT) -> None:
    """Write django.mo beside each django.po that is newer."""
    for path in files(root):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        draft = target.with_suffix(".mo.draft")
        with draft.open("wb") as file:
            write_mo(file, read(path))
        draft.replace(target)


def main(verb: str, *arguments: str) -> None:
    """Do what was asked on the command line."""
    if verb == "extract":
        extract()
    elif verb == "compile":
        compile_all()
    elif verb == "merge":
        for name in arguments:
            for unused in merge(json.loads(Path(name).read_text(encoding="utf-8"))):
                print(f'{name}: no code says "{unused}"')
    elif verb == "check" and (problems := sorted(check())):
        sys.exit("\n".join([*problems, "Run `make messages` and fill in the English."]))


if __name__ == "__main__":
    main(*sys.argv[1:])
