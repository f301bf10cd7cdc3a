"""The database itself keeps the key log append-only, whatever the program asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Every browser holds the whole log and refuses one that does not continue what it knew.
SQLITE = [
    f"""CREATE TRIGGER key_log_lines_never_{name} BEFORE {verb} ON vault_logline
    BEGIN SELECT RAISE(ABORT, 'the key log is append-only'); END"""
    for name, verb in (("change", "UPDATE"), ("go", "DELETE"))
]
POSTGRESQL = [
    """CREATE FUNCTION key_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'the key log is append-only';
    END $$""",
    """CREATE TRIGGER key_log_is_append_only BEFORE UPDATE OR DELETE ON vault_logline
    FOR EACH ROW EXECUTE FUNCTION key_log_is_append_only()""",
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER key_log_lines_never_change",
        "DROP TRIGGER key_log_lines_never_go",
    ],
    "postgresql": [
        "DROP TRIGGER key_log_is_append_only ON vault_logline",
        "DROP FUNCTION key_log_is_append_only",
    ],
}
DO = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def lock(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers."""
    del apps
    for statement in DO[editor.connection.vendor]:
        editor.execute(statement)


def unlock(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the triggers."""
    del apps
    for statement in UNDO[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers, on both databases."""

    dependencies = [("vault", "0001_initial")]
    operations = [migrations.RunPython(lock, unlock)]
