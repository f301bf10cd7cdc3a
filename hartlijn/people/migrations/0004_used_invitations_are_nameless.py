"""Whom a used invitation went to is forgotten, also of those used before."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def forget(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Empty address and name."""
    used = apps.get_model("people", "Invitation").objects.using(editor.connection.alias)
    used.filter(used_at__isnull=False).update(email="", name="")


class Migration(migrations.Migration):
    """It cannot be undone: what is forgotten is gone."""

    dependencies = [("people", "0003_working_times")]
    operations = [
        migrations.AlterField(
            model_name="invitation",
            name="email",
            field=models.EmailField(blank=True, max_length=254, verbose_name="E-mailadres"),
        ),
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
