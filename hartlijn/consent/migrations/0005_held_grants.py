"""What was given before this can be read already, and was given to companions only."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0004_grants"),
        ("people", "0007_reach"),
    ]

    operations = [
        migrations.AddField(
            model_name="grant",
            name="for_companion",
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name="grant",
            name="for_companion",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="grant",
            name="held",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="grant",
            name="held",
            field=models.BooleanField(default=True),
        ),
    ]
