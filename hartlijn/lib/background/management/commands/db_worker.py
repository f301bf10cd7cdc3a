"""The library's own worker knows no leases; beside ours it would do a task twice."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Replaced by: hartlijn worker"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError("This worker would do tasks twice. Use: hartlijn worker")
