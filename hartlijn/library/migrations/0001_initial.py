from django.db import migrations, models

import hartlijn.lib.civil_day


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Version",
            fields=[
                ("hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=60)),
                ("body", models.JSONField()),
                ("first_used_on", models.DateField(default=hartlijn.lib.civil_day.civil_day)),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "key"], name="versions_of_a_definition")],
            },
        ),
    ]
