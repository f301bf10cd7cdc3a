"""How is the organisation doing? Asked of the starter at fixed moments, in chosen words."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hartlijn.lib.verdict import Refused
from hartlijn.paths.access import may_evaluate
from hartlijn.paths.actions import evaluating
from hartlijn.paths.evaluations import questions
from hartlijn.paths.forms.evaluation import EvaluationForm
from hartlijn.paths.models import Evaluation, Step
from hartlijn.paths.telling.steps import line_of
from hartlijn.people.http import Request


@require_http_methods(["GET", "POST"])
def evaluation(request: Request, pk: UUID) -> HttpResponse:
    """To everybody but the starter it does not exist."""
    own = Step.objects.filter(side__path__starter=request.user, kind="evaluation")
    whole = own.select_related("side__version", "side__organisation", "side__path__starter")
    step = get_object_or_404(whole, pk=pk)
    given = Evaluation.objects.visible_to(request.user).filter(side=step.side, moment=step.key)
    said = dict(given.values_list("question", "word"))
    form = EvaluationForm(
        request.POST if request.method == "POST" else None, asked=questions(), said=said
    )
    if form.is_valid():
        try:
            evaluating.say(step, form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Je kunt het nog veranderen."))
            return redirect("paths:step", step.pk)
    context = {
        "line": line_of(step, step.side),
        "form": form,
        "may": may_evaluate(request.user, step),
    }
    status = 422 if form.is_bound else 200
    return render(request, "paths/evaluation.html", context, status=status)
