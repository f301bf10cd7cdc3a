"""Steps that wait for each other in a circle."""

from collections.abc import Mapping


def a_loop_in(after: Mapping[str, str | None]) -> list[str]:
    """The keys of one circle, each waiting for the next; empty when there is none.

    ``after``: for each step the one it waits for, or None. Unknown ones end the walk.
    """
    clear: set[str] = set()
    for start in after:
        walked: list[str] = []
        one: str | None = start
        while one is not None and one not in clear:
            if one in walked:
                return walked[walked.index(one) :]
            walked.append(one)
            one = after.get(one)
        clear.update(walked)
    return []
