"""Fetch a small file from a public https address that a stranger chose.

The name is looked up once and the connection goes to that very address, so that a name cannot be
public when it is checked and inside the network when it is used. Every redirect is checked the same
way. Limits: 2 MiB, three redirects, twenty seconds in all, port 443.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from typing import Final
from urllib.parse import urljoin, urlsplit

LARGEST: Final = 2 * 1024 * 1024
REDIRECTS: Final = 3
SECONDS: Final = 20.0
HTTPS: Final = 443
FOUND, MOVED = 200, frozenset({301, 302, 303, 307, 308})
LONGEST_ADDRESS: Final = 2000


class FetchError(Exception):
    """It was not fetched; ``why`` is a short code: address, inside, silent, answer, large."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the whole internet, and of nobody's own network."""
    found = ipaddress.ip_address(address)
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (mapped is None or mapped.is_global)


@dataclass(frozen=True)
class Rules:
    """What may be reached; tests say otherwise for a server of their own."""

    may_reach: Callable[[str], bool] = is_public
    port: int = HTTPS
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def fetch(url: str, rules: Rules | None = None) -> bytes:
    """The bytes at an https address; raises FetchError with the reason."""
    rules = rules or Rules()
    until = time.monotonic() + SECONDS
    for _ in range(REDIRECTS + 1):
        answer, line = _ask(url, rules, until)
        try:
            if answer.status in MOVED:
                url = urljoin(url, answer.headers.get("Location", ""))
                continue
            if answer.status != FOUND:
                raise FetchError("answer")
            return _body(answer, until)
        except (OSError, HTTPException) as error:
            raise FetchError("silent") from error
        finally:
            answer.close()
            line.close()
    raise FetchError("answer")


def may_be_fetched(url: str) -> bool:
    """Whether this is an address we would go to; where it lies is seen when it is fetched."""
    try:
        parts_of(url, Rules())
    except FetchError:
        return False
    return True


def _ask(url: str, rules: Rules, until: float) -> tuple[HTTPResponse, HTTPSConnection]:
    host, path = parts_of(url, rules)
    line = Line(host, reachable(host, rules), rules, until)
    try:
        headers = {"Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "identity"}
        line.request("GET", path, headers={**headers, "User-Agent": "Hartlijn"})
        return line.getresponse(), line
    except (OSError, HTTPException) as error:
        line.close()
        raise FetchError("silent") from error


def parts_of(url: str, rules: Rules) -> tuple[str, str]:
    """Host and path of an address we would go to."""
    try:
        parts = urlsplit(url)
        port = parts.port or rules.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchError("address") from error
    wrong = parts.scheme != "https" or not host or parts.username or port != rules.port
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if wrong or len(url) > LONGEST_ADDRESS or not path.isascii() or " " in path:
        raise FetchError("address")
    return host, path


def reachable(host: str, rules: Rules) -> str:
    """The numeric address to go to; refused when any of them lies inside a network."""
    try:
        found = socket.getaddrinfo(host, rules.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("silent") from error
    addresses = [str(place[4][0]).partition("%")[0] for place in found]
    if not addresses or not all(rules.may_reach(address) for address in addresses):
        raise FetchError("inside")
    return addresses[0]


def _body(answer: HTTPResponse, until: float) -> bytes:
    parts, size = [], 0
    while part := answer.read1(65536):
        size += len(part)
        parts.append(part)
        if size > LARGEST:
            raise FetchError("large")
        if time.monotonic() > until:
            raise FetchError("silent")
    return b"".join(parts)


class Line(HTTPSConnection):
    """A connection to an address that was looked up already, under the name of the host."""

    def __init__(self, host: str, address: str, rules: Rules, until: float) -> None:
        left = max(0.1, until - time.monotonic())
        super().__init__(host, rules.port, timeout=left, context=rules.trust)
        self._address = address
        self._trust = rules.trust

    def connect(self) -> None:
        """Go to the address, and let the certificate be that of the name."""
        plain = socket.create_connection((self._address, self.port), self.timeout)
        try:
            self.sock = self._trust.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
