"""The worker: takes tasks one by one, gives schedules their turn, takes lost tasks back."""

import logging
import os
import socket
from datetime import timedelta
from time import monotonic
from uuid import uuid4

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from hartlijn.lib.background import leases, running, turns
from hartlijn.lib.background.models import LEASE
from hartlijn.lib.background.schedules import discover
from hartlijn.lib.background.stopping import Stop

logger = logging.getLogger("hartlijn.background")
LONGEST_PAUSE = 30


class Worker:
    """One process, one task at a time. Any number of workers may run beside each other."""

    def __init__(self, *, interval: float = 1.0, lease: timedelta = LEASE) -> None:
        self.interval = interval
        self.lease = lease
        self.name = f"{socket.gethostname()[:24]}-{os.getpid()}-{uuid4().hex[:8]}"
        self.tended_at = float("-inf")
        discover()

    def run(self, stop: Stop) -> None:
        """Work until asked to stop; a task at hand is finished first."""
        trouble = 0
        while not stop.asked:
            close_old_connections()
            try:
                pause = 0 if self.step() else self.interval
                trouble = 0
            except DatabaseError as error:
                trouble += 1
                pause = min(2**trouble, LONGEST_PAUSE)
                logger.warning("database: %s; again in %s s", type(error).__name__, pause)
                connection.close()
            stop.wait(pause)

    def step(self) -> bool:
        """Do one task; no when there was none."""
        self.tend()
        held = leases.claim(self.name, now=timezone.now(), lease=self.lease)
        if held is None:
            return False
        running.run(held, lease=self.lease)
        return True

    def tend(self) -> None:
        """Look now and then (four times a lease) for lost tasks and due schedules."""
        if monotonic() - self.tended_at < self.lease.total_seconds() / 4:
            return
        self.tended_at = monotonic()
        if lost := leases.take_back(timezone.now()):
            logger.warning("%s task(s) of a lost worker are taken up again", lost)
        turns.give_turns(timezone.now())


def run_waiting() -> int:
    """Do everything that is due now, in this process; how many tasks that were."""
    worker = Worker()
    done = 0
    while worker.step():
        done += 1
    return done
