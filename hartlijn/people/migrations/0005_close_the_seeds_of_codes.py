"""Close what code apps and recovery codes of before are made from."""

from collections.abc import Callable

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from hartlijn.people.closed_seeds import close, is_closed, opened


def close_all(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Also a second time: what is closed stays as it is."""
    _change_all(apps, editor, lambda seed: seed if is_closed(seed) else close(seed))


def open_all(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """For a version that cannot open them."""
    _change_all(apps, editor, opened)


def _change_all(
    apps: StateApps, editor: BaseDatabaseSchemaEditor, change: Callable[[str], str]
) -> None:
    rows = apps.get_model("mfa", "Authenticator").objects.using(editor.connection.alias)
    for one in rows.filter(type__in=["totp", "recovery_codes"]):
        for name in {"secret", "seed"} & set(one.data):
            one.data[name] = change(one.data[name])
        if codes := one.data.get("migrated_codes"):
            one.data["migrated_codes"] = [change(code) for code in codes]
        one.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_used_invitations_are_nameless"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [migrations.RunPython(close_all, open_all)]
