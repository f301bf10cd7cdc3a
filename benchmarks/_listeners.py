"""Many plain clients that hold a stream open, and when each heard its events."""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from subprocess import PIPE, Popen

EVENT = b"event: changed"


@dataclass
class Crowd:
    """Clients in a process of their own, so that our own work does not delay what they hear."""

    process: "Popen[str]"
    heard: list[float] = field(default_factory=list)

    def ask(self, command: str) -> list[float]:
        """``forget`` what was heard until now, or ``tell`` when all heard an event since."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        found: list[float] = json.loads(self.process.stdout.readline())
        return found


@contextmanager
def crowd(port: int, addresses: list[str]) -> Iterator[Crowd]:
    """Open a stream at each address; all are open when the block begins."""
    command = [sys.executable, "-m", "benchmarks._listeners", str(port)]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(addresses) + "\n")
        process.stdin.flush()
        process.stdout.readline()
        try:
            yield Crowd(process)
        finally:
            process.terminate()


class Client:
    """One open stream; ``at`` is when it last heard an event (seconds since 1970), or nothing."""

    def __init__(self) -> None:
        self.at: float | None = None
        self.opened = asyncio.Event()

    async def listen(self, port: int, address: str) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {address} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
        await writer.drain()
        while line := await reader.readline():
            if line.startswith(EVENT):
                self.at = time.time()
                self.opened.set()
        message = f"a stream ended: {address}"
        raise RuntimeError(message)


async def _main(port: int) -> None:
    loop = asyncio.get_running_loop()
    typed = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(typed), sys.stdin)
    addresses: list[str] = json.loads(await typed.readline())
    clients = [Client() for _ in addresses]
    tasks = [
        asyncio.create_task(client.listen(port, address))
        for client, address in zip(clients, addresses, strict=True)
    ]
    await asyncio.gather(*(client.opened.wait() for client in clients))
    print("[]", flush=True)
    while command := (await typed.readline()).decode().strip():
        if command == "forget":
            for client in clients:
                client.at = None
        else:
            while any(client.at is None for client in clients):  # noqa: ASYNC110 - sixty of them
                await asyncio.sleep(0.005)
        print(json.dumps([client.at for client in clients]), flush=True)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
