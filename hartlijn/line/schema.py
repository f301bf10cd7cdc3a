"""Describe ``data.json`` as JSON Schema, in both languages, out of the parts themselves."""

from typing import Any

from django.utils import translation

from hartlijn.lib.portable import Column, Part, Words
from hartlijn.line.parts import PARTS
from hartlijn.people.models import Person


def document() -> dict[str, Any]:
    """The content of ``data.schema.json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Hartlijn: export",
        "type": "object",
        "required": ["format", "version", "made_on", *(part.key for part in PARTS)],
        "properties": {
            "$schema": {"type": "string"},
            "format": {"const": "hartlijn-export"},
            "version": {"type": "integer"},
            "made_on": {"type": "string", "format": "date"},
            **{part.key: _part(part) for part in PARTS},
        },
    }


def _part(part: Part[Person]) -> dict[str, Any]:
    return {
        "title": both(part.title),
        "description": both(part.about),
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": [column.key for column in part.columns],
            "properties": {column.key: _column(column) for column in part.columns},
        },
    }


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"title": both(column.title), "type": [column.type, "null"]}
    if column.format:
        described["format"] = column.format
    if column.choices:
        words = "; ".join(f"{code or '–'} = {both(said)}" for code, said in column.choices.items())
        described["description"] = words
    return described


def both(words: Words) -> str:
    """Dutch · English; once where they are the same."""
    said = []
    for language in ("nl", "en"):
        with translation.override(language):
            said.append(str(words))
    return " · ".join(dict.fromkeys(said))
