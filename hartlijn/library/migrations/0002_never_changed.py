"""The database itself keeps a version as it was, whatever the program asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    """CREATE TRIGGER versions_never_change BEFORE UPDATE ON library_version
    BEGIN SELECT RAISE(ABORT, 'a version never changes'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION versions_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a version never changes';
    END $$""",
    """CREATE TRIGGER versions_never_change BEFORE UPDATE ON library_version
    FOR EACH ROW EXECUTE FUNCTION versions_never_change()""",
]
UNDO = {
    "sqlite": ["DROP TRIGGER versions_never_change"],
    "postgresql": [
        "DROP TRIGGER versions_never_change ON library_version",
        "DROP FUNCTION versions_never_change",
    ],
}
DO = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def lock(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the trigger."""
    del apps
    for statement in DO[editor.connection.vendor]:
        editor.execute(statement)


def unlock(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the trigger."""
    del apps
    for statement in UNDO[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Stands around the one table."""

    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(lock, unlock)]
