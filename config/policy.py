"""The Content-Security-Policy of every page: nothing from elsewhere, no script in a page."""

from collections.abc import MutableMapping
from typing import Any, Final

OWN: Final = ("script", "style", "img", "font", "connect", "manifest", "worker")
# For django-csp. Forms end here too: signing in with a school's account leaves by a link.
STRICT: Final[dict[str, Any]] = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        **{f"{kind}-src": ["'self'"] for kind in OWN},
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["htmx"],
    }
}

WORKER: Final = "ui/dist/vault-worker.js"
"""Holds the keys while they are open. It asks this server, and nobody else, for anything."""

SIGNS: Final = "ui/dist/push-worker.js"
"""Shows a sign on a device. It tells this server, and nobody else, when its address changes."""


def for_the_worker(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Give a worker's script a policy of its own: a worker does not inherit that of its page."""
    del path
    if url.endswith((WORKER, SIGNS)):
        headers["Content-Security-Policy"] = (
            "default-src 'none'; connect-src 'self'; script-src 'self'"
        )
