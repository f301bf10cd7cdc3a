"""The floor of a page of rows: who is signed in, one question, and a template of nothing else."""

from collections.abc import Callable

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, RequestFactory

from hartlijn.paths.models import Release, Side
from hartlijn.people.models import Organisation, Person

PAGE = 50
ROWS = """<ul>{% for side in sides %}<li><a href="/{{ side.pk }}/">{{ side.path.starter.name }}</a>
{{ side.unit.parent.name }} {{ side.unit.name }}</li>{% endfor %}</ul>{{ all }} {{ person.name }}"""
CELLS = """{{ person.name }}{% for one in body.promises %}<table><caption>{{ one.kind }}</caption>
{% for shown in one.places.values %}<tr><th>{{ one.whose }}</th><td>{{ shown.share }}</td></tr>
{% endfor %}</table>{% endfor %}{% for one in body.steps %}<table><caption>{{ one.kind }}</caption>
{% for shown in one.places.values %}<tr><th>{{ one.kind }}</th><td>{{ shown.share }}</td></tr>
{% endfor %}</table>{% endfor %}"""


def board(person: Person, organisation: Organisation) -> Callable[[], object]:
    """The frozen rows of the last month, a cell for each."""
    template = engines["django"].from_string(CELLS)

    def view(request: HttpRequest) -> HttpResponse:
        release = Release.objects.filter(organisation=organisation).latest("month")
        return HttpResponse(template.render({"person": request.user, "body": release.body}))

    return _signed_in(person, view)


def sides(person: Person, organisation: Organisation) -> Callable[[], object]:
    """The first fifty, and how many there are."""
    template = engines["django"].from_string(ROWS)
    rows = Side.objects.filter(organisation=organisation, ended_on=None)
    whole = rows.select_related("path__starter", "unit__parent")
    ordered = whole.order_by("path__starter__name", "pk")

    def view(request: HttpRequest) -> HttpResponse:
        context = {"person": request.user, "sides": list(ordered[:PAGE]), "all": rows.count()}
        return HttpResponse(template.render(context))

    return _signed_in(person, view)


def _signed_in(person: Person, view: Callable[[HttpRequest], HttpResponse]) -> Callable[[], object]:
    """Ask for it with the cookie of a session, through the two layers that know what that is."""
    client = Client()
    client.force_login(person)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    answer = SessionMiddleware(AuthenticationMiddleware(view))

    def ask() -> object:
        request = RequestFactory().get("/")
        request.COOKIES.update(cookies)
        return answer(request)

    return ask
