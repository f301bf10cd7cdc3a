"""The Content-Security-Policy of every page: nothing from elsewhere, no script in a page."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit


def strict(sign_in_servers: Iterable[str]) -> dict[str, Any]:
    """The policy, for django-csp; ``sign_in_servers`` are addresses of schools and employers.

    A browser checks where a form ends up also after a redirect, so their sign-in pages
    are allowed as a form's target.
    """
    own = ("script", "style", "img", "font", "connect", "manifest", "worker")
    return {
        "DIRECTIVES": {
            "default-src": ["'none'"],
            **{f"{kind}-src": ["'self'"] for kind in own},
            "base-uri": ["'none'"],
            "frame-ancestors": ["'none'"],
            "form-action": ["'self'", *_origins(sign_in_servers)],
            "require-trusted-types-for": ["'script'"],
            "trusted-types": ["htmx"],
        }
    }


def _origins(addresses: Iterable[str]) -> list[str]:
    parts = (urlsplit(address) for address in addresses)
    return list(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))
