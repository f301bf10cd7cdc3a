"""The one error of opening."""


class RefusedError(Exception):
    """It does not open; which of the reasons it was, is not told to whoever made the bytes."""

    def __init__(self) -> None:
        super().__init__("this does not open")


def refuse_unless(condition: object) -> None:
    """Go on when it holds; else refuse, like every other reason."""
    if not condition:
        raise RefusedError
