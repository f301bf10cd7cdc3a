"""The words of one kind as JSON, the same for everybody."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from hartlijn.library import shelf
from hartlijn.library.actions import keep
from hartlijn.library.kinds import kinds
from hartlijn.library.models import Version
from hartlijn.people.http import Request

Said = Mapping[str, Any]


@require_safe
def content(request: Request, kind: str) -> HttpResponse:
    """Every definition of a kind in both languages; with ``?versions=all`` also former ones.

    Nobody asks for one version: which one somebody wrote to is theirs.
    """
    known = kinds().get(kind)
    if known is None or not known.for_everyone:
        raise Http404
    now = shelf.every(kind)
    with_former = request.GET.get("versions") == "all"
    former = list(Version.objects.of(kind)) if with_former else []
    current = {one.hash for one in now}
    said = [_said(one.key, one.hash, one.body, current=True) for one in now]
    said += [
        _said(one.key, one.hash, one.body, current=False)
        for one in former
        if one.hash not in current
    ]
    body = json.dumps({"kind": kind, "versions": said}, ensure_ascii=False).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return _cached(HttpResponseNotModified(), etag)
    keep(now)  # who gets it may write to it today and want to read it in five years
    return _cached(HttpResponse(body, content_type="application/json"), etag)


def _said(key: str, digest: str, body: Said, *, current: bool) -> Said:
    return {"key": key, "hash": digest, "current": current, "body": body}


def _cached(answer: HttpResponse, etag: str) -> HttpResponse:
    """Kept by the browser, and asked again each time whether it still holds."""
    answer["ETag"] = etag
    patch_cache_control(answer, private=True, no_cache=True)
    return answer
