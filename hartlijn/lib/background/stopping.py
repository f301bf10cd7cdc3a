"""Being asked to stop: by a signal, or because the process that started us is gone."""

import os
import select
import signal
from types import FrameType
from typing import Self


class Stop:
    """Asked by SIGTERM, SIGINT or SIGHUP; a second signal ends the process at once.

    The handler only notes it. ``wait`` sleeps on a pipe that the signal itself writes to, so a
    signal between looking and sleeping is never missed.
    """

    def __init__(self, *, parent: int | None = None) -> None:
        self.signalled = False
        self.parent = parent
        self.read, write = os.pipe()
        os.set_blocking(self.read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)

    @classmethod
    def on_signals(cls, *, parent: int | None = None) -> Self:
        """Listen from now on. With ``parent`` also stop when that process has ended."""
        stop = cls(parent=parent)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, stop.note)
        return stop

    def note(self, number: int, _frame: FrameType | None) -> None:
        if self.signalled:
            os._exit(1)  # safe: what was not committed is taken up again
        self.signalled = True

    @property
    def asked(self) -> bool:
        return self.signalled or (self.parent is not None and os.getppid() != self.parent)

    def wait(self, seconds: float) -> None:
        """Sleep, but not longer than until a signal comes."""
        if not self.asked:
            woken, _, _ = select.select([self.read], [], [], seconds)
            if woken:
                os.read(self.read, 512)
