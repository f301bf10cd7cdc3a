"""Sign out one device from another."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hartlijn.people.http import Request


@require_POST
def end_session(request: Request, pk: int) -> HttpResponse:
    """End one of the own sessions, with its next request; the one of this page means signing out."""
    session = get_object_or_404(UserSession.objects.filter(user=request.user), pk=pk)
    if session.session_key == request.session.session_key:
        session.delete()
        logout(request)
        return redirect("account_login")
    session.end()
    messages.success(request, _("Dat apparaat is afgemeld."))
    return redirect("usersessions_list")
