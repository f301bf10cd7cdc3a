from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "hartlijn.lib.background"
    label = "background"
    default_auto_field = "django.db.models.BigAutoField"
