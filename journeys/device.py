"""What lies in one browser, and a device that holds passkeys."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

from journeys.test_passkey import DEVICE

WORKER = "**/static/ui/dist/vault-worker.js"
STOP = """
() => {
  const asking = CredentialsContainer.prototype;
  const { create, get } = asking;
  asking.create = asking.get = () => {
    Object.assign(asking, { create, get });
    return Promise.reject(new DOMException("", "NotAllowedError"));
  };
}
"""
READ_ALL = """
async () => {
  const open = indexedDB.open("hartlijn");
  await new Promise((done) => { open.onsuccess = done; });
  const found = {};
  for (const table of open.result.objectStoreNames) {
    const keys = open.result.transaction(table).objectStore(table).getAllKeys();
    await new Promise((done) => { keys.onsuccess = done; });
    found[table] = keys.result;
  }
  open.result.close();
  return found;
}
"""
END_NOW = """
async () => {
  const open = indexedDB.open("hartlijn");
  await new Promise((done) => { open.onsuccess = done; });
  const table = open.result.transaction("open", "readwrite").objectStore("open");
  const cursor = table.openCursor();
  await new Promise((done) => { cursor.onsuccess = done; });
  const written = cursor.result.update({ ...cursor.result.value, until: Date.now() - 1 });
  await new Promise((done) => { written.onsuccess = done; });
  open.result.close();
}
"""


def stop_halfway(page: Page) -> None:
    """The next question for a passkey is closed without an answer, as browsers tell it."""
    page.evaluate(STOP)


def kept_in(page: Page) -> dict[str, list[str]]:
    """The names of all that this browser stores for the sealed pages, by table."""
    found: dict[str, list[str]] = page.evaluate(READ_ALL)
    return found


def time_is_up(page: Page) -> None:
    """As if nobody came for a quarter of an hour."""
    page.evaluate(END_NOW)


def begin_worker_with(page: Page, script: str) -> None:
    """Run a script in the worker before its own."""

    def prefixed(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{script}\n{answer.text()}")

    page.context.route(WORKER, prefixed)


@dataclass
class KeyRing:
    """A device with passkeys that this browser asks."""

    session: CDPSession
    id: str

    @classmethod
    def put_in(cls, page: Page, *, secrets: bool = True) -> "KeyRing":
        """Give a browser a device that says yes by itself; with ``secrets`` it has PRF."""
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {"options": {**DEVICE, "hasPrf": secrets}}
        added = session.send("WebAuthn.addVirtualAuthenticator", options)
        return cls(session, added["authenticatorId"])

    def count(self) -> int:
        """How many passkeys it holds."""
        found = self.session.send("WebAuthn.getCredentials", {"authenticatorId": self.id})
        return len(found["credentials"])

    def clear(self) -> None:
        """Take them all off the device."""
        self.session.send("WebAuthn.clearCredentials", {"authenticatorId": self.id})
