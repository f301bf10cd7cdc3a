"""Where one is signed in, and how to sign out one device from another."""

from typing import Any

from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hartlijn.people.http import Request


class OwnSessions(ListUserSessionsView):  # type: ignore[misc]
    """The library's page; it asks the database once, not once for each device."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The sessions that still work, the oldest first."""
        going = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
        own = UserSession.objects.filter(user=self.request.user, session_key__in=going)
        found = list(own.order_by("created_at"))
        context = super(ListUserSessionsView, self).get_context_data(**kwargs)
        return {**context, "sessions": found, "session_count": len(found)}


own_sessions = OwnSessions.as_view()


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
