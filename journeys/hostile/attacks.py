"""What the stories of attacks share."""

import pytest

INDEX = pytest.mark.parametrize("index", ["warm", "cold"])
"""Whether this browser holds the sealed index of what there is to read."""


def against(attack: str) -> pytest.MarkDecorator:
    """The story is told twice: to a worker without what stops the attack, and to the real one."""
    return pytest.mark.parametrize(
        "story", [attack, ""], indirect=True, ids=["succeeds-without-the-check", "is-refused"]
    )
