"""Logs say what went wrong and where in the program; never who, what was typed, or an id."""

import logging
import traceback
from typing import Any, Final


class Discreet(logging.Formatter):
    """Writes a failed request as its route, and an exception as its class and places.

    The words of an exception are left out: a database puts the row in them.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """Replace the path of a request, which holds ids, by the name of its route."""
        request = getattr(record, "request", None)
        if request is not None:
            match = getattr(request, "resolver_match", None)
            route = match.view_name if match else "no route"
            record.message = f"{getattr(record, 'status_code', '')} {request.method} {route}"
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Class and places, from the outermost call to the one that failed."""
        kind, _error, trace = ei
        places = [
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        return "\n".join([*places, kind.__name__ if kind else ""])


LOGGING: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.logs.Discreet",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        # Without any handler Python writes the line itself, with what the visitor typed in it.
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "hartlijn": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}


def quiet() -> dict[str, Any]:
    """For a demonstration at somebody's own screen: the greeting stays in view."""
    loggers = {**LOGGING["loggers"], "hartlijn.requests": {"level": "WARNING"}}
    return {**LOGGING, "loggers": loggers}
