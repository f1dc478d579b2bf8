"""Pictures that messages and pages link to, fetched by us so that a page shows them from its own address."""

import hashlib
import hmac
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from simulator.outside import Outside, OutsideUnreachable


class Pictures:
    """Only links that passed through this world are fetched: each address is sealed with a key of this run."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def address(self, link: str) -> str:
        """Our own address of a linked picture; empty for no link."""
        return f"/picture?{urlencode({'link': link, 'seal': self._seal(link)})}" if link else ""

    def is_ours(self, link: str, seal: str) -> bool:
        return hmac.compare_digest(self._seal(link), seal)

    def _seal(self, link: str) -> str:
        return hmac.digest(self._key, link.encode(), hashlib.sha256).hex()[:32]


async def picture_response(request: Request, pictures: Pictures, outside: Outside) -> Response:
    link = request.query_params.get("link", "")
    if not pictures.is_ours(link, request.query_params.get("seal", "")):
        return PlainTextResponse("no such picture", 404)
    try:
        answer = await outside.request("GET", link, {"Accept": "image/*", "User-Agent": "WhatsApp/2.26"})
    except OutsideUnreachable:
        return PlainTextResponse("the picture can not be fetched", 502)
    if answer.status != 200 or not answer.content_type.startswith("image/"):
        return PlainTextResponse("the link is no picture", 502)
    headers = {"Cache-Control": "private, max-age=600", "Content-Security-Policy": "default-src 'none'"}
    return Response(answer.body, media_type=answer.content_type, headers=headers)
