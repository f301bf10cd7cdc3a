"""A dialogue in writing is by invitation: its two words open nothing any more."""

from typing import Any

from django.db import migrations


def shut_the_door(apps: Any, _schema: Any) -> None:
    """Take the words away."""
    writing = apps.get_model("dialogues", "Dialogue").objects.exclude(open_until=None)
    writing.update(code="")


class Migration(migrations.Migration):
    dependencies = [
        ("dialogues", "0007_used_links"),
    ]

    operations = [
        migrations.RunPython(shut_the_door, migrations.RunPython.noop, elidable=True),
    ]
