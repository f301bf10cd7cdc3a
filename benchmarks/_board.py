"""One database: a coordinator's pages over many running paths, beside bare pages of the same rows.

Run by `benchmarks.board`, with the settings of that database. Prints one JSON object.
"""

import json
import logging
import os
from collections.abc import Callable
from typing import Any, Final

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - after the settings
from django.db import connection  # noqa: E402
from django.db.models import Count, Q  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks import _bare_rows, _databases  # noqa: E402
from benchmarks._many_paths import Desk, a_desk  # noqa: E402
from benchmarks._turns import in_turn, seconds  # noqa: E402
from hartlijn.paths.actions import board  # noqa: E402
from hartlijn.paths.models import Release, Side, Step, Tick  # noqa: E402
from hartlijn.paths.telling.board_page import told  # noqa: E402

SIZES: Final = (100, 500, 2_000)
ROUNDS: Final = 60
FREEZES: Final = 5


def pages(desk: Desk) -> dict[str, str]:
    """What a coordinator opens, and a path of one person."""
    one = Side.objects.filter(organisation=desk.organisation).order_by("pk").first()
    assert one
    home, template = [desk.organisation.pk], [desk.template.pk]
    return {
        "board": reverse("paths:board", args=home),
        "desk": reverse("paths:organisation", args=home),
        "side": reverse("paths:side", args=[one.pk]),
        "dates": reverse("paths:side_dates", args=[one.pk]),
        "begin": reverse("paths:begin", args=home),
        "templates": reverse("paths:templates", args=home),
        "template": reverse("paths:template", args=template),
        "offer": reverse("paths:template_offer", args=template),
    }


def opened(client: Client, address: str) -> None:
    """A page, whole."""
    answer = client.get(address)
    if answer.status_code != 200:  # noqa: PLR2004
        raise RuntimeError(f"{address} answered {answer.status_code}")


def for_the_first_time(client: Client, address: str) -> None:
    """A board nobody read yet since the process began: its figures have to be written."""
    told.cache_clear()
    opened(client, address)


def queries(client: Client, address: str) -> int:
    """How often a page asks the database, the second time."""
    opened(client, address)
    with CaptureQueriesContext(connection) as asked:
        opened(client, address)
    return len(asked)


def aggregate(desk: Desk) -> Callable[[], object]:
    """The least that has to be asked for a month: counts by kind, word and team, on two tables."""
    first, last = board.stretch_of(desk.month)
    side = "term__promise__side"
    ticks = Tick.objects.filter(
        **{f"{side}__organisation": desk.organisation}, term__ends_on__range=(first, last)
    ).values(f"{side}__unit", "term__promise__kind", "whose", "word")
    steps = Step.objects.filter(
        side__organisation=desk.organisation, due_on__range=(first, last), is_of_organisation=True
    ).values("side__unit", "kind", late=Q(done_on=None))
    counted = ticks.annotate(paths=Count(f"{side}__path", distinct=True), number=Count("pk"))
    due = steps.annotate(paths=Count("side__path", distinct=True), number=Count("pk"))
    return lambda: (list(counted.all()), list(due.all()))


def freezing(desk: Desk) -> dict[str, float]:
    """A month beside the bare aggregate."""
    bare = aggregate(desk)
    return in_turn(lambda: board.body_of(desk.organisation, desk.month), bare, FREEZES, warm=1)


def frozen(desk: Desk) -> None:
    """The month as the paths of now have it."""
    Release.objects.filter(organisation=desk.organisation).delete()
    board.freeze(desk.organisation, desk.month)


def measured() -> dict[str, Any]:
    """More and more paths, the questions of each page; at the end the times."""
    desk = a_desk()
    client = Client(HTTP_HOST="localhost")
    client.force_login(desk.ines)
    asked: dict[str, dict[str, int]] = {}
    fill = 0.0
    for size in SIZES:
        _databases.told(f"{connection.vendor}: {size} paths")
        fill += seconds(lambda until=size: desk.grow(until))
        frozen(desk)
        for name, address in pages(desk).items():
            asked.setdefault(name, {})[str(size)] = queries(client, address)
    where = pages(desk)
    floors = {
        "board": _bare_rows.board(desk.ines, desk.organisation),
        "desk": _bare_rows.sides(desk.ines, desk.organisation),
    }
    _databases.told(f"{connection.vendor}: filled in {fill:.0f} s; measuring")
    times = {
        name: in_turn(lambda at=where[name]: opened(client, at), floor, ROUNDS)
        for name, floor in floors.items()
    }
    first = in_turn(
        lambda: for_the_first_time(client, where["board"]), floors["board"], ROUNDS // 3
    )
    return {
        "database": connection.vendor,
        "board_first": first,
        "paths": desk.paths,
        "steps": Step.objects.count(),
        "queries": asked,
        "freeze": freezing(desk),
        **times,
    }


def main() -> None:
    """Measure on a database of its own."""
    logging.getLogger("hartlijn.requests").setLevel(logging.WARNING)
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    with _databases.own():
        print(json.dumps(measured()))


if __name__ == "__main__":
    main()
