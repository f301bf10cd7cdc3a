"""How the stories start a browser."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Playwright

FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launched(playwright: Playwright, path: str | None) -> Iterator[Browser]:
    """The browser at ``path``, until nobody needs it any more."""
    browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield browser
    browser.close()
