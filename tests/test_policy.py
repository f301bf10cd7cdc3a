"""What the browser may do with our scripts."""

from config.policy import WORKER, for_the_worker


def test_the_script_with_the_keys_asks_this_server_only() -> None:
    headers: dict[str, str] = {}
    for_the_worker(headers, "", "/static/ui/dist/main.js")
    assert headers == {}

    for_the_worker(headers, "", f"/static/{WORKER}")

    policy = headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; connect-src 'self'; script-src 'self'"
