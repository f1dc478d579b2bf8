"""The built portal and picture files, served from this installation's own folders."""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.utils._os import safe_join
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

PICTURE_TYPES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"})
_YEAR = 31_536_000
_NOT_BUILT = "The portal is not built yet. Run `make frontend`, then load this page again.\n"


@require_safe
@ensure_csrf_cookie
def portal(request: HttpRequest, path: str = "") -> HttpResponse:
    """The portal's page for every address that is a page of it; the cookie is what it sends back with changes."""
    index: Path = settings.PORTAL_FOLDER / "index.html"
    if not index.is_file():
        return HttpResponse(_NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(index.read_bytes(), content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    response["Content-Security-Policy"] = content_policy()
    return response


def content_policy() -> str:
    """Scripts only from here; styles inline too, as the style library writes them; pictures also by our public name."""
    return (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
        f" img-src 'self' data: blob: {settings.BASE_URL}; font-src 'self' data:; object-src 'none'; base-uri 'self';"
        " form-action 'self'; frame-ancestors 'none'"
    )


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponse:
    """A product picture. Only pictures: nothing else of the folder is handed out, and no markup that could run."""
    kind = mimetypes.guess_type(path)[0]
    if kind not in PICTURE_TYPES:
        raise Http404
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except SuspiciousFileOperation as error:
        raise Http404 from error
    if not file.is_file():
        raise Http404
    response = HttpResponse(file.read_bytes(), content_type=kind)
    # A changed picture gets a new name, so that chats and browsers may keep what they have.
    response["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def nothing_here(request: HttpRequest, path: str = "") -> HttpResponse:
    """Addresses of the server that are no page of the portal."""
    raise Http404
