"""A template as a TOML file, to take along or to put in ``content/``."""

import json
from collections.abc import Iterator, Mapping
from typing import Any


def written(body: Mapping[str, Any]) -> str:
    """The file: first what is said of the whole, then a table for each part."""
    return "\n".join(_lines(body)) + "\n"


def _lines(body: Mapping[str, Any]) -> Iterator[str]:
    tables = {name: one for name, one in body.items() if _is_tables(one)}
    for name, value in body.items():
        if name not in tables:
            yield from _pair(name, value)
    for name, parts in tables.items():
        for part in parts:
            yield ""
            yield f"[[{name}]]"
            for key, value in part.items():
                yield from _pair(key, value)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _pair(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and set(value) == {"nl", "en"}:
        yield from (f"{name}.{language} = {_value(text)}" for language, text in value.items())
    else:
        yield f"{name} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    # A basic string of TOML is written as one of JSON; only DEL is stricter there.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
