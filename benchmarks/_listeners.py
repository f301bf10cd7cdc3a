"""Many plain clients that hold a stream open, and when each heard its events."""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from subprocess import PIPE, Popen

EVENT = b"event: changed"


@dataclass
class Crowd:
    """Clients in a process of their own, so that our own work does not delay what they hear.

    Each answers with when it heard, and when it had read the page after that (seconds since 1970).
    """

    process: "Popen[str]"

    def ask(self, command: str) -> list[list[float]]:
        """``forget`` what was heard until now, or ``tell`` when all heard an event since."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        found: list[list[float]] = json.loads(self.process.stdout.readline())
        return found


@contextmanager
def crowd(port: int, people: list[dict[str, str]]) -> Iterator[Crowd]:
    """Open a stream at each ``address``, with a ``cookie``; all are open when the block begins.

    Whoever has a ``then`` asks for that page after each event, as a phone does.
    """
    command = [sys.executable, "-m", "benchmarks._listeners", str(port)]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(people) + "\n")
        process.stdin.flush()
        process.stdout.readline()
        try:
            yield Crowd(process)
        finally:
            process.terminate()


class Client:
    """One open stream; what it heard last, and when it had read the page after that."""

    def __init__(self, one: dict[str, str]) -> None:
        self.one = one
        self.times: list[float] = []
        self.opened = asyncio.Event()
        self.rung = asyncio.Event()

    @property
    def is_done(self) -> bool:
        """Whether it heard an event, and read the page if it was to do so."""
        return len(self.times) > bool(self.one.get("then"))

    async def listen(self, port: int) -> None:
        reader, _writer = await self.ask(port, self.one["address"])
        while line := await reader.readline():
            if line.startswith(EVENT):
                self.times = [time.time()]
                self.opened.set()
                self.rung.set()
        message = "a stream ended"
        raise RuntimeError(message)

    async def read(self, port: int) -> None:
        """Ask for the page after each event; several at once are read once."""
        while True:
            await self.rung.wait()
            self.rung.clear()
            times = self.times
            reader, writer = await self.ask(port, self.one["then"], "Connection: close\r\n")
            await reader.read()
            writer.close()
            times.append(time.time())

    async def ask(
        self, port: int, address: str, also: str = ""
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        cookie = f"Cookie: {self.one['cookie']}\r\n" if self.one.get("cookie") else ""
        head = f"GET {address} HTTP/1.1\r\nHost: localhost:{port}\r\n{cookie}{also}\r\n"
        writer.write(head.encode())
        await writer.drain()
        return reader, writer


async def _main(port: int) -> None:
    loop = asyncio.get_running_loop()
    typed = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(typed), sys.stdin)
    clients = [Client(one) for one in json.loads(await typed.readline())]
    tasks = [asyncio.create_task(client.listen(port)) for client in clients]
    tasks += [asyncio.create_task(one.read(port)) for one in clients if one.one.get("then")]
    await asyncio.gather(*(client.opened.wait() for client in clients))
    print("[]", flush=True)
    while command := (await typed.readline()).decode().strip():
        if command == "forget":
            for client in clients:
                client.times = []
        else:
            while not all(client.is_done for client in clients):  # noqa: ASYNC110 - sixty of them
                await asyncio.sleep(0.005)
        print(json.dumps([client.times for client in clients]), flush=True)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
