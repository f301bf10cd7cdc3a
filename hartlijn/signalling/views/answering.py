"""The page behind the link in a letter: read the signal, and answer it once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.models.invitation import digest
from hartlijn.signalling import access
from hartlijn.signalling.actions import answering
from hartlijn.signalling.forms import AnswerForm
from hartlijn.signalling.models import Signal


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """In the language of the letter; nobody needs an account."""
    everyone = Signal.objects.left().select_related("organisation")
    found = everyone.filter(key_digest=digest(token), key_until__gte=civil_day()).first()
    if found is None:
        return render(request, "signalling/link_gone.html", status=404)
    with translation.override(found.language):
        return _open(request, found, token)


def _open(request: HttpRequest, found: Signal, token: str) -> HttpResponse:
    verdict = access.may_answer(found, civil_day())
    form = AnswerForm(request.POST if request.method == "POST" and verdict else None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            answering.answer(found, said["answer"], answered_as=said["answered_as"])
        except Refused as refusal:  # somebody else with the link was faster: what was typed stays
            form.add_error(None, str(refusal))
        else:
            return redirect("signalling:answer", token)
    context = {"signal": found, "form": form, "may_answer": verdict, "token": token}
    status = 422 if form.is_bound else 200
    return render(request, "signalling/answer.html", context, status=status)
