"""Who may write to me, and from whom I want nothing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people.actions import reaching
from hartlijn.people.forms.reaching import BlockForm
from hartlijn.people.http import Request
from hartlijn.people.models import Block
from hartlijn.people.reach import near


@require_http_methods(["GET", "POST"])
def reach(request: Request) -> HttpResponse:
    """By which ties others may write, and closing that for somebody."""
    form = BlockForm(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        other = form.cleaned_data["person"]
        reaching.block(other, by=request.user)
        text = _("%(name)s schrijft je niet meer. %(name)s krijgt daar geen bericht van.")
        messages.success(request, text % {"name": other.name})
        return redirect("people:reach")
    blocks = Block.objects.visible_to(request.user).select_related("blocked")
    context = {
        "form": form,
        "near": near(request.user),
        "blocks": blocks.order_by("blocked__name", "pk"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "people/reach.html", context, status=status)


@require_POST
def unblock(request: Request, pk: UUID) -> HttpResponse:
    """Let somebody write again."""
    own = Block.objects.visible_to(request.user).select_related("blocked")
    other = get_object_or_404(own, pk=pk).blocked
    reaching.unblock(other, by=request.user)
    text = _(
        "%(name)s mag je weer schrijven, als jullie nog samen oplopen of een team of kring delen."
    )
    messages.success(request, text % {"name": other.name})
    return redirect("people:reach")
