import uuid

import django.db.models.deletion
from django.db import migrations, models

import hartlijn.lib.civil_day


class Migration(migrations.Migration):
    dependencies = [
        ("paths", "0001_initial"),
        ("people", "0009_problems_by_line"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("month", models.DateField()),
                ("body", models.JSONField()),
                ("made_on", models.DateField(default=hartlijn.lib.civil_day.civil_day)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-month", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "month"),
                        name="a_month_of_an_organisation_is_frozen_once",
                    )
                ],
            },
        ),
    ]
