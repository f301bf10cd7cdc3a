"""The demonstration world; does nothing unless HARTLIJN_DEMO is yes."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The top floor below config: knows every app it fills."""

    name = "hartlijn.demo"

    def ready(self) -> None:
        """Let ``check`` and ``serve`` refuse where real people could be, or could come.

        And let an operator in who is invented, and so has no passkey.
        """
        from hartlijn.consent import access  # noqa: PLC0415 - needs the tables
        from hartlijn.demo import checks  # noqa: PLC0415 - registers on import

        access.everybody_is_invented.append(checks.everybody_is_invented)
