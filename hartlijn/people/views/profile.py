"""The own profile, and the language of the pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people.actions.profile import keep_profile
from hartlijn.people.forms.profile import ProfileForm
from hartlijn.people.http import Request
from hartlijn.people.middleware import KNOWN, keep_language


@require_http_methods(["GET", "POST"])
def profile(request: Request) -> HttpResponse:
    """Show and keep name, language and time zone."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        keep_profile(form.instance, form.changed_data)
        messages.success(request, _("Bewaard."))
        return redirect("people:profile")
    status = 422 if form.is_bound else 200
    return render(request, "people/profile.html", {"form": form}, status=status)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose Dutch or English: for the account when signed in, else for this device."""
    target = request.POST.get("next", "")
    here = {request.get_host()}
    if not url_has_allowed_host_and_scheme(target, here, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    chosen = request.POST.get("language", "")
    if chosen in KNOWN:
        if request.user.is_authenticated:
            request.user.language = chosen
            request.user.save(update_fields=["language"])
        keep_language(response, chosen)
    return response
