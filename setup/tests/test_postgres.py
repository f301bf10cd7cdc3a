"""A PostgreSQL that fails is explained in its own words."""

from pathlib import Path

import pytest

from setup import postgres


def test_a_database_that_cannot_be_made_shows_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tmp_path / "server" / "bin"
    tools.mkdir(parents=True)
    (tools / "initdb").write_text("#!/bin/sh\necho no room on this disk\nexit 1\n")
    (tools / "initdb").chmod(0o755)
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(postgres, "binaries", lambda: tools)

    with pytest.raises(SystemExit, match="no room on this disk"), postgres.running():
        pass
