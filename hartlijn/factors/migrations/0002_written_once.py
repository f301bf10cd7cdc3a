"""The database itself keeps versions as they were, whatever the program asks.

Only who made one may go from it, together with the account.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SAME = "because, changed_by, reference, made_at"
COLUMNS = {
    "factors_mapversion": f"id, map_id, number, body, {SAME}",
    "factors_findingversion": f"id, finding_id, number, text, kind, source, factors, {SAME}",
}
SAID = "a version never changes"


def lock(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers."""
    del apps
    postgresql = editor.connection.vendor == "postgresql"
    if postgresql:
        editor.execute(
            f"""CREATE FUNCTION factors_are_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{SAID}'; END $$"""
        )
    then = (
        "FOR EACH ROW EXECUTE FUNCTION factors_are_written_once()"
        if postgresql
        else f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    )
    for table, columns in COLUMNS.items():
        editor.execute(f"CREATE TRIGGER {table}_once BEFORE UPDATE OF {columns} ON {table} {then}")


def unlock(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the triggers."""
    del apps
    postgresql = editor.connection.vendor == "postgresql"
    for table in COLUMNS:
        editor.execute(f"DROP TRIGGER {table}_once" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        editor.execute("DROP FUNCTION factors_are_written_once")


class Migration(migrations.Migration):
    """Stands around the two tables."""

    dependencies = [("factors", "0001_maps_and_findings")]
    operations = [migrations.RunPython(lock, unlock)]
