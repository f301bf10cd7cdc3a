"""The Content-Security-Policy of every page: nothing from elsewhere, no script in a page."""

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
