"""The pages of the little server that the tests start."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.headers.get("X-Proxy", "ok"))


def greeting() -> list[str]:
    return ["Kom erin als Noor."]


urlpatterns = [path("healthz", healthz)]
