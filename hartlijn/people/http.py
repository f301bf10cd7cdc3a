"""The request as our views get it: somebody is signed in."""

from django.http import HttpRequest

from hartlijn.people.models import Person


class Request(HttpRequest):
    """A request by a person who signed in (the access register saw to that)."""

    user: Person
