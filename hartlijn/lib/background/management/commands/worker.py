"""``hartlijn worker``: one more background worker."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from hartlijn.lib.background.models import LEASE
from hartlijn.lib.background.stopping import Stop
from hartlijn.lib.background.worker import Worker, run_waiting


class Command(BaseCommand):
    help = "Do background work until asked to stop (Ctrl-C or SIGTERM)."
    requires_system_checks: list[str] = []  # see handle

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is waiting, then stop")
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between looks")
        parser.add_argument(
            "--lease",
            type=float,
            default=LEASE.total_seconds(),
            help="seconds a worker may be silent before its task is taken up by another",
        )
        parser.add_argument("--parent", type=int, help="stop when this process has ended")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["parent"] is None:  # `serve` has looked already, for its worker too
            self.check()
        if options["once"]:
            self.stdout.write(f"{run_waiting()}")
            return
        stop = Stop.on_signals(parent=options["parent"])
        lease = timedelta(seconds=options["lease"])
        Worker(interval=options["interval"], lease=lease).run(stop)
