"""Fill in the forms of a page with something plausible, as a person would."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.utils import timezone

OURS = "csrfmiddlewaretoken"  # the test's client needs none


@dataclass
class Form:
    """Where a form goes, and what stands in its fields."""

    address: str
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The same for a form that stands on many pages."""
        return f"{self.address} {sorted(self.fields)}"


def forms(html: str, address: str) -> list[Form]:
    """The forms of the page at ``address`` that change something, filled in."""
    reading = _Reading(address)
    reading.feed(html)
    return reading.found


class _Reading(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.found: list[Form] = []
        self.form: Form | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what belongs to the form we are in."""
        said = {key: value or "" for key, value in attrs}
        if tag == "form" and said.get("method", "").lower() == "post":
            self.form = Form(said.get("action", "").split("?")[0] or self.address)
            self.found.append(self.form)
        elif self.form is not None:
            self._note(self.form, tag, said)

    def _note(self, form: Form, tag: str, said: dict[str, str]) -> None:
        if tag == "option":
            if self.select and said.get("value"):
                form.fields.setdefault(self.select, said["value"])
            return
        name = said.get("name", "")
        self.select = name if tag == "select" else ""
        if tag in {"input", "textarea"} and name and name != OURS:
            form.fields.setdefault(name, said.get("value") or _plausible(said.get("type", "text")))

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self.form = None


def _plausible(kind: str) -> str:
    """Something for a field that is still empty."""
    now = timezone.localtime()
    return {
        "email": "nog.niemand@voorbeeld.nl",
        "date": now.date().isoformat(),
        "month": f"{now:%Y-%m}",
        "week": f"{now:%G-W%V}",
        "time": "09:00",
        "number": "1",
        "checkbox": "on",
        "file": "",
        "hidden": "",
    }.get(kind, "Even kijken")
