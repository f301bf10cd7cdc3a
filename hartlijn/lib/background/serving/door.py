"""Where the server may listen. Plain HTTP never leaves this machine."""

import errno
import socket
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Final

WIDEST: Final = {4: 8, 6: 16}
"""Bits of the widest network that can be somebody's own; a wider one is most of the world."""


@dataclass(frozen=True)
class Door:
    """An address to listen on, and what makes it safe: a certificate, or a proxy in front."""

    host: str = "127.0.0.1"
    port: int = 8000
    certificate: str = ""
    key: str = ""
    behind_proxy: bool = False
    proxy: str = ""
    """Whose word counts about who asks: addresses or networks, with commas between them."""
    site: str = "http://localhost:8000"
    """Where people open it. Cookies are kept to TLS, and links ask for it, only when this does."""

    @property
    def is_loopback(self) -> bool:
        """Only this machine can reach it."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def believed(self) -> str:
        """Who may say for whom they ask; without a setting a proxy on this machine alone."""
        return self.proxy or "127.0.0.1,::1"


def refusal(door: Door) -> str | None:
    """Why this door stays shut, or nothing."""
    if bool(door.certificate) != bool(door.key):
        return "Set HARTLIJN_TLS_CERT and HARTLIJN_TLS_KEY together, or neither."
    for path in filter(None, (door.certificate, door.key)):
        if not Path(path).is_file():
            return f"{path} is not a file: HARTLIJN_TLS_CERT and HARTLIJN_TLS_KEY name PEM files."
    if door.behind_proxy:
        return _about_the_proxy(door) or _about_the_site(door)
    if door.is_loopback:
        return None
    if door.certificate:
        return _about_the_site(door)
    return (
        f"HOST={door.host} would serve other machines over plain HTTP. Set HARTLIJN_TLS_CERT and "
        "HARTLIJN_TLS_KEY, or HARTLIJN_BEHIND_PROXY=yes if a proxy in front does TLS, "
        "or leave HOST at 127.0.0.1."
    )


def _about_the_proxy(door: Door) -> str | None:
    for part in door.proxy.split(",") if door.proxy else ():
        if not _is_of_a_proxy(part.strip()):
            return (
                f'HARTLIJN_PROXY_ADDRESS has "{part.strip()}". Write the address of the proxy, '
                "such as 10.0.0.5, or its network, such as 10.0.0.0/24."
            )
    if door.is_loopback or door.proxy:
        return None
    return (
        f"HARTLIJN_BEHIND_PROXY=yes on HOST={door.host} would believe anybody about who they are. "
        "Set HARTLIJN_PROXY_ADDRESS to the address of the proxy, or leave HOST at 127.0.0.1."
    )


def _is_of_a_proxy(part: str) -> bool:
    try:
        network = ip_network(part)
    except ValueError:
        return False
    return network.prefixlen >= WIDEST[network.version]


def _about_the_site(door: Door) -> str | None:
    if door.site.startswith("https://"):
        return None
    return (
        f"HARTLIJN_URL is {door.site}, so passwords and cookies could pass over plain HTTP. "
        "Set HARTLIJN_URL to the https:// address that people open."
    )


def bind(door: Door) -> socket.socket:
    """A socket that listens nowhere yet; raises OSError with a sentence when that cannot be."""
    family = socket.AF_INET6 if ":" in door.host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((door.host, door.port))
    except OSError as error:
        opened.close()
        raise OSError(_why(door, error)) from error
    opened.set_inheritable(False)
    return opened


def _why(door: Door, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Poort {door.port} is bezet (port in use). Neem een andere: PORT={door.port + 1}"
    return f"{door.host}:{door.port} cannot be opened ({error.strerror}). Check HOST and PORT."
