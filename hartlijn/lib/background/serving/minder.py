"""Keep a worker running beside the server; start it again, ever more slowly, when it dies."""

import asyncio
import contextlib
import logging
import os
import sys
from asyncio.subprocess import Process

logger = logging.getLogger("hartlijn.background")
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
STEADY = 60.0
"""After so many seconds of work a death counts as the first one again."""
PATIENCE = 20.0
"""Seconds a worker gets to finish the task at hand. Killing it later loses nothing."""


class Minder:
    def __init__(self) -> None:
        self.process: Process | None = None
        self.stopping = False

    async def mind(self) -> None:
        """Keep one worker running until ``stop``."""
        loop = asyncio.get_running_loop()
        pause = FIRST_PAUSE
        while not self.stopping:
            started = loop.time()
            # Its own session: Ctrl-C in the terminal reaches us alone, and we pass it on once.
            self.process = await asyncio.create_subprocess_exec(*_command(), start_new_session=True)
            code = await self.process.wait()
            if self.stopping:
                return
            if loop.time() - started > STEADY:
                pause = FIRST_PAUSE
            logger.warning("worker ended (%s); a new one starts in %.0f s", code, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def ask_to_stop(self) -> None:
        """Pass the signal on, and start no new worker."""
        self.stopping = True
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                self.process.terminate()

    async def stop(self, minding: "asyncio.Task[None]") -> None:
        """Wait for the worker to finish its task; leave no process behind."""
        self.ask_to_stop()
        if self.process is not None:
            try:
                await asyncio.wait_for(self.process.wait(), PATIENCE)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()
        minding.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await minding


def _command() -> list[str]:
    return [sys.executable, "-m", "django", "worker", f"--parent={os.getpid()}"]
