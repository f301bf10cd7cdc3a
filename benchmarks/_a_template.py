"""A template with as many steps as asked for, as a file would say it."""

from typing import Any


def a_body(name: str, steps: int) -> dict[str, Any]:
    """A template whose steps are called so; every other one is of this version alone."""
    when = {"unit": "working_days", "number": 3, "anchor": "first_day"}
    return {
        "title": both(name),
        "about": both("De eerste jaren."),
        "world": "practice",
        "anchors": ["first_day"],
        "roles": ["starter", "team_leader"],
        "phases": [{"key": "all", "name": both("Alles")}],
        "steps": [
            {
                "key": key_of(name, number),
                "phase": "all",
                "kind": "conversation",
                "name": both(f"Stap {number}"),
                "who": ["team_leader", "starter"],
                "when": when | {"number": number},
            }
            for number in range(steps)
        ],
        "promises": [
            {
                "key": f"promise-{number}",
                "kind": "talks",
                "name": both(f"Belofte {number}"),
                "owner": "team_leader",
                "measure": "weeks_between",
                "amount": 1,
                "anchor": "first_day",
                "from_month": 1,
                "to_month": 12,
            }
            for number in range(8)
        ],
        "source": "Hartlijn",
        "licence": "CC-BY-4.0",
    }


def key_of(name: str, number: int) -> str:
    """Of a step: every other one is in each version."""
    return f"{'both' if number % 2 else name}-{number}"


def both(said: str) -> dict[str, str]:
    """The same in both languages."""
    return {"nl": said, "en": said}
