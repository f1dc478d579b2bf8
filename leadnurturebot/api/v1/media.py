"""Files that customers sent, served to people of the shop alone."""

import re
from uuid import UUID

from django.http import HttpResponse
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from leadnurturebot.api.views import ShopView, file_operation
from leadnurturebot.conversations.media_files import get_media
from leadnurturebot.domain.media_rules import SHOWN_INLINE
from leadnurturebot.platform.file_store import FileMissing, opened

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
# Whatever somebody sent, a browser runs nothing of it.
_HARMLESS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=3600, immutable",
    "Accept-Ranges": "bytes",
}


class MediaView(ShopView):
    """A file of a conversation."""

    is_atomic = False

    @file_operation("getMedia", "conversations", kind="application/octet-stream")
    def get(self, request: Request, thread_id: UUID, media_id: UUID) -> HttpResponse:
        """The file itself; pictures, recordings and films may be shown in place, the rest is to be kept. Takes a Range."""
        found = get_media(self.shop.id, thread_id, media_id)
        if found is None or found.state != "stored":
            raise NotFound("There is no such file.")
        try:
            body = opened(self.key, found.stored_as)
        except FileMissing as error:
            raise NotFound("The file is no longer there.") from error
        return _answer(body, found.mime_type, request.headers.get("Range", ""))


def _answer(body: bytes, mime_type: str, wanted: str) -> HttpResponse:
    is_inline = mime_type in SHOWN_INLINE
    headers = {**_HARMLESS, "Content-Disposition": "inline" if is_inline else "attachment"}
    kind = mime_type if is_inline else "application/octet-stream"
    part = _range(wanted, len(body))
    if part is None:
        return HttpResponse(body, content_type=kind, headers=headers)
    first, last = part
    headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
    return HttpResponse(body[first : last + 1], status=206, content_type=kind, headers=headers)


def _range(wanted: str, size: int) -> tuple[int, int] | None:
    """The one part that was asked for, both ends included; None for the whole."""
    found = _RANGE.fullmatch(wanted)
    if found is None or not any(found.groups()):
        return None
    if not found[1]:
        return max(size - int(found[2]), 0), size - 1
    first, last = int(found[1]), min(int(found[2] or size - 1), size - 1)
    return (first, last) if first <= last else None
