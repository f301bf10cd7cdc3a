"""Write what opened as files that any program reads: Markdown and JSON."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from sealing.export import Entry

TEXT: Final = "text"
"""The key of an entry's content under which its text stands."""


def name_of(entry: Entry) -> str:
    """A name for its files: the day first, so that a folder lists them in order."""
    return f"{entry.day}-{entry.object[:8]}".lstrip("-")


def markdown(entry: Entry) -> str:
    """An entry to read."""
    lines = [f"# {entry.day}", ""] if entry.day else []
    if entry.giver:
        lines += [f"Gekregen van {entry.giver}.", ""]
    if entry.warning:
        lines += [f"Let op: {entry.warning}.", ""]
    asked = _part(entry.content, "prompt").get(TEXT)
    if asked:
        lines += [f"> {asked}", ""]
    lines += [str(entry.content.get(TEXT, "")), ""]
    return "\n".join([*lines, *_along_model(_part(entry.content, "model"))])


def _along_model(model: dict[str, Any]) -> list[str]:
    """Each answer under the name of its step, as it was read; letters of before have numbers."""
    names = model.get("steps") or []
    lines = [f"**{model['title']}**", ""] if model.get("title") else []
    for answer in model.get("answers") or []:
        step = answer["step"]
        name = names[step] if step < len(names) else step + 1
        lines += [f"## {name}", "", str(answer[TEXT]), ""]
    return lines


def _part(content: dict[str, Any], name: str) -> dict[str, Any]:
    """A part of what was written; this program only shows it, and checks no shape."""
    found = content.get(name)
    return found if isinstance(found, dict) else {}


def write(entry: Entry, folder: Path) -> None:
    """Both files, in a folder for own entries or one for what others gave."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # it lies open there: for its owner only
    place = folder / ("gekregen" if entry.giver else "eigen")
    place.mkdir(exist_ok=True, mode=0o700)
    path = place / name_of(entry)
    path.with_suffix(".md").write_text(markdown(entry), encoding="utf-8")
    whole = json.dumps(asdict(entry), indent=2, ensure_ascii=False)
    path.with_suffix(".json").write_text(whole + "\n", encoding="utf-8")
