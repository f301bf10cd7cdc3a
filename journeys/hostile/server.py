"""The real house with somebody between: it passes on what it likes and changes the rest.

What a browser wants to store stays with the one between, so that the house is the same for the
next story; it is there again when the browser fetches it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Request, Route

from journeys.hostile import parcels
from journeys.hostile.parcels import Envelope

Lie = Callable[[Any], Any]
API = "/vault/api/"
JSON = {"state/", "people/", "wraps/"}


@dataclass
class HostileServer:
    """Answers one window of a browser.

    ``lies``: by what is asked (`state/`, `people/`, `wraps/`: JSON; `log/`: lines; `fetch/`: what
    there is by id; `parcel/`: the bytes of that answer), a function from the honest answer to the one that is given.
    ``instead``: what is handed out under an id, until the browser stores something there.
    """

    lies: dict[str, Lie] = field(default_factory=dict)
    instead: dict[str, Envelope] = field(default_factory=dict)
    sent: list[Request] = field(default_factory=list)
    stored: list[dict[str, bytes]] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)

    def stand_before(self, page: Page, worker: str) -> None:
        """From now on this window gets this worker, and these answers."""

        def hand_out(route: Route) -> None:
            route.fulfill(response=route.fetch(), body=worker)

        def hear(request: Request) -> None:
            self.sent.append(request)

        page.on("request", hear)
        page.route("**/vault-worker.js", hand_out)
        page.route(f"**{API}**", self.answer)

    def answer(self, route: Route) -> None:
        """Answer one request."""
        path = route.request.url.partition(API)[2]
        what = "log/" if path.startswith("log/") else path
        if what == "fetch/":
            self._fetch(route)
        elif what == "store/":
            self._store(route)
        elif route.request.method != "GET":
            route.fulfill(json={"kept": True, "published": True})
        elif what == "log/":
            self._log(route)
        else:
            answer = route.fetch()
            route.fulfill(response=answer, json=self._told(what, answer.json()))

    def all_stored(self) -> dict[str, bytes]:
        """Everything the browser handed over, by id; the last of each."""
        return {id_: content for store in self.stored for id_, content in store.items()}

    def _told(self, what: str, honest: Any) -> Any:
        return self.lies[what](honest) if what in self.lies else honest

    def _fetch(self, route: Route) -> None:
        asked = json.loads(route.request.post_data or "{}")["ids"]
        answer = route.fetch()
        found = parcels.fetched(answer.body())
        found |= self.instead
        found |= {id_: Envelope(content) for id_, content in self.all_stored().items()}
        found = {id_: found[id_] for id_ in asked if id_ in found and id_ not in self.removed}
        parcel = parcels.answer(self._told("fetch/", found))
        route.fulfill(response=answer, body=self._told("parcel/", parcel))

    def _store(self, route: Route) -> None:
        header, contents = parcels.unpack(route.request.post_data_buffer or b"")
        ids = [one["id"] for one in header["envelopes"]]
        self.stored.append(dict(zip(ids, contents, strict=True)))
        self.removed = (self.removed | set(header["remove"])) - set(ids)
        route.fulfill(json={"stored": len(ids)})

    def _log(self, route: Route) -> None:
        """The demonstration's log fits in one chunk."""
        answer = route.fetch()
        lines = self._told("log/", answer.text().splitlines())
        route.fulfill(response=answer, body="".join(f"{line}\n" for line in lines))
