"""uvicorn, told to keep quiet and to stop when we say so, with a worker beside it."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from typing import Any

import uvicorn

from hartlijn.lib import bell
from hartlijn.lib.background.serving.door import Door
from hartlijn.lib.background.serving.minder import Minder

PATIENCE = 10
"""Seconds that pages under way get to finish."""


class Server(uvicorn.Server):
    """Signals are handled by ``keep_open``; ``opened`` is called once people can come in."""

    def __init__(self, config: uvicorn.Config, opened: Callable[[], None]) -> None:
        super().__init__(config)
        self.opened = opened

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.opened()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await bell.close()  # whoever listens to a live room would listen on for hours
        await super().shutdown(sockets)


def serve(app: Any, door: Door, listening: socket.socket, opened: Callable[[], None]) -> None:
    """Serve until a signal; returns when the server and the worker have both stopped."""
    config = configure(app, door)
    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(_keep_open(Server(config, opened), listening))


def configure(app: Any, door: Door) -> uvicorn.Config:
    """No access log (paths hold ids), no server name, and proxies believed only when there is one."""
    return uvicorn.Config(
        app,
        interface="asgi3",
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=door.behind_proxy,
        forwarded_allow_ips=door.believed,  # else uvicorn asks an environment variable of its own
        timeout_graceful_shutdown=PATIENCE,
        ssl_certfile=door.certificate or None,
        ssl_keyfile=door.key or None,
    )


async def _keep_open(server: Server, listening: socket.socket) -> None:
    minder = Minder()

    def stop() -> None:
        server.force_exit = server.should_exit  # the second time: do not wait for open pages
        server.should_exit = True
        minder.ask_to_stop()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, stop)
    minding = asyncio.create_task(minder.mind())
    try:
        await server.serve(sockets=[listening])
    finally:
        await minder.stop(minding)
