"""That a link was used stands apart from the address from now on."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.utils.crypto import salted_hmac


def take_apart(apps: Any, _schema: Any) -> None:
    """Move who came to a row without addresses; who was taken back was a digest already."""
    used: dict[Any, set[str]] = {}
    came = apps.get_model("dialogues", "Invited").objects.filter(came=True)
    for one in came.exclude(email=""):
        said = f"came {one.dialogue_id} {one.email.lower()}"
        mark = salted_hmac("hartlijn.dialogues.invited", said, algorithm="sha256").hexdigest()
        used.setdefault(one.dialogue_id, set()).add(mark)
    for dialogue, marks in used.items():
        apps.get_model("dialogues", "UsedLinks").objects.create(
            dialogue_id=dialogue, marks=sorted(marks)
        )
    apps.get_model("dialogues", "Invited").objects.filter(email="").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("dialogues", "0006_changes"),
    ]

    operations = [
        migrations.CreateModel(
            name="UsedLinks",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("marks", models.JSONField(default=list)),
                (
                    "dialogue",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="used_links",
                        to="dialogues.dialogue",
                    ),
                ),
            ],
        ),
        migrations.RunPython(take_apart, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="invited", name="came"),
    ]
