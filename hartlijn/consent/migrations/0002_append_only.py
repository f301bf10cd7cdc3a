"""The database itself keeps the log append-only, whatever the program asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Entries never change. They go only when the account they are about is gone.
SQLITE = [
    """CREATE TRIGGER log_entries_never_change BEFORE UPDATE ON consent_logentry
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER log_entries_stay BEFORE DELETE ON consent_logentry
    WHEN EXISTS (SELECT 1 FROM people_person WHERE id = OLD.about_id)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE'
           OR EXISTS (SELECT 1 FROM people_person WHERE id = OLD.about_id) THEN
            RAISE EXCEPTION 'the log is append-only';
        END IF;
        RETURN OLD;
    END $$""",
    """CREATE TRIGGER log_is_append_only BEFORE UPDATE OR DELETE ON consent_logentry
    FOR EACH ROW EXECUTE FUNCTION log_is_append_only()""",
]
UNDO = {
    "sqlite": ["DROP TRIGGER log_entries_never_change", "DROP TRIGGER log_entries_stay"],
    "postgresql": [
        "DROP TRIGGER log_is_append_only ON consent_logentry",
        "DROP FUNCTION log_is_append_only",
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
    """Needs the table of persons, whose accounts the entries are about."""

    dependencies = [("consent", "0001_initial"), ("people", "0001_initial")]
    operations = [migrations.RunPython(lock, unlock)]
