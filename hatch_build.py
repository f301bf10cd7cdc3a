"""Hatch's build hook: a wheel, and an installation in place, carry the built front end."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Build(BuildHookInterface):  # type: ignore[type-arg] # hatch gives no type for its settings
    """Runs before the files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, and take the translations along in a wheel."""
        sys.path.insert(0, self.root)
        from setup.build import build  # noqa: PLC0415 - only reachable with the line above

        build()
        if version != "editable":
            build_data["force_include"]["locale"] = "locale"
