"""What every address for the browser's worker has in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, HttpResponseBase, JsonResponse, UnreadablePostError
from django.utils.translation import gettext_lazy as _

from hartlijn.people.http import Request
from hartlijn.vault.plain_json import Object, read
from hartlijn.vault.refusals import Malformed, Refusal, TooLarge, Wrong

Answer = Callable[..., HttpResponseBase]


class OtherMethod(Refusal):
    """The address is right, the verb is not."""

    status = 405


def api(*methods: str) -> Callable[[Answer], Answer]:
    """These verbs only; a refusal becomes an answer with its number and its sentence."""

    def around(view: Answer) -> Answer:
        @wraps(view)
        def asked(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                if request.method not in methods:
                    raise OtherMethod(_("Zo werkt deze pagina niet. Laad de pagina opnieuw."))
                return view(request, *args, **kwargs)
            except Refusal as refusal:
                return _refused(refusal, methods)

        return asked

    return around


def _refused(refusal: Refusal, methods: tuple[str, ...]) -> HttpResponse:
    said = {"sentence": str(refusal.sentence), **refusal.also}
    answer = JsonResponse(said, status=refusal.status, json_dumps_params={"ensure_ascii": False})
    if isinstance(refusal, OtherMethod):
        answer["Allow"] = ", ".join(methods)
    return answer


def body(request: Request) -> bytes:
    """What was sent, whole. A form is no body: it could come from another page."""
    if request.content_type not in {"application/json", "application/octet-stream"}:
        raise Wrong(
            _("Zo werkt deze pagina niet. Laad de pagina opnieuw."),
            "send application/json or application/octet-stream",
        )
    try:
        return request.body
    except RequestDataTooBig as error:
        raise TooLarge(_("Dit is te groot om in één keer te sturen. Maak het korter.")) from error
    except UnreadablePostError as error:
        raise Malformed("the connection broke off") from error


def asked(request: Request) -> Object:
    """The JSON object that was sent."""
    return read(body(request))


def told(content: Object) -> JsonResponse:
    """A JSON answer."""
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})
