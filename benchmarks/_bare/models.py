"""One table with twenty rows for the page."""

from django.conf import settings
from django.db import models


class Note(models.Model):
    """A line of text of somebody."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    day = models.DateField(auto_now_add=True)
    text = models.CharField(max_length=80)
    objects: models.Manager["Note"]
