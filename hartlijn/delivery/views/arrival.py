"""What a page asks after the text is written: when it arrives, and who can be reached now."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.delivery.actions.seeing import saw
from hartlijn.delivery.arrivals import MOST, Asked, expected
from hartlijn.people.http import Request


@require_safe
def arrival(request: Request) -> JsonResponse:
    """When a message of now reaches each of those in ``to``."""
    try:
        receivers = [UUID(text) for text in request.GET.getlist("to")]
    except ValueError:
        return _told({"sentence": _("Zo werkt deze pagina niet. Laad de pagina opnieuw.")}, 422)
    if len(receivers) > MOST:
        return _told({"sentence": _("Kies hoogstens twaalf mensen. Haal iemand weg.")}, 422)
    return _told(_shown(expected(request.user, receivers, timezone.now())))


@require_POST
def seen(request: Request) -> HttpResponse:
    """The list of what came was looked at."""
    saw(request.user)
    return HttpResponse(status=204)


def _shown(asked: Asked) -> dict[str, Any]:
    return {
        "arrivals": [
            {"to": str(one.to), "sentence": one.sentence, "now": one.now} for one in asked.arrivals
        ],
        "others": [
            {"person": str(one.person.pk), "name": one.person.name, "as": ", ".join(one.ties)}
            for one in asked.others
        ],
        "duty": [
            {
                "line": one.line.name,
                "phone": one.line.phone,
                "person": str(one.person.pk) if one.person else None,
                "name": one.person.name if one.person else "",
            }
            for one in asked.duty
        ],
    }


def _told(content: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
