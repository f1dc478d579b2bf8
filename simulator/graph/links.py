"""Short links and QR codes of a number: a code stands for a text that the person sends by themselves."""

import io
import secrets

import segno

from simulator.graph.call import Call, Handler
from simulator.graph.errors import GraphError
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.world import World

TEXT_MOST = 140
LINKS_MOST = 2000
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


async def _create(call: Call, number: Number) -> Json:
    """A new code, or with `code` another text for one that is printed already. Raises GraphError 100."""
    body = call.json()
    text = body.get("prefilled_message")
    if not isinstance(text, str) or not 1 <= len(text) <= TEXT_MOST:
        raise GraphError(100, f"prefilled_message: 1 to {TEXT_MOST} characters are wanted")
    known = call.world.links.all(number.phone_number_id)
    code = str(body.get("code") or "")
    if code and not any(each["code"] == code for each in known):
        raise GraphError(100, f"code {code} does not exist")
    if not code and len(known) >= LINKS_MOST:
        raise GraphError(100, f"at most {LINKS_MOST} links per number")
    code = code or "".join(secrets.choice(ALPHABET) for _ in range(14))
    link = {"code": code, "prefilled_message": text, "deep_link_url": f"{call.base_url}/wa/message/{code}"}
    call.world.links.put(code, link, number.phone_number_id)
    kind = str(body.get("generate_qr_image") or "")
    return link | ({"qr_image_url": f"{call.base_url}/wa/qr/{code}.{kind.lower()}"} if kind in ("SVG", "PNG") else {})


async def _list(call: Call, number: Number) -> Json:
    found = call.world.links.all(number.phone_number_id)
    return {"data": [each for each in found if call.item in ("", each["code"])]}


async def _delete(call: Call, number: Number) -> Json:
    found = call.world.links.get(call.item)
    if found is None or found not in call.world.links.all(number.phone_number_id):
        raise GraphError(100, f"code {call.item} does not exist")
    call.world.links.delete(call.item)
    return {"success": True}


def qr_image(link: Json, kind: str) -> bytes:
    """The picture of a code, as svg or png."""
    out = io.BytesIO()
    segno.make(link["deep_link_url"], error="m").save(out, kind=kind, scale=8, border=4)
    return out.getvalue()


def link_of(world: World, code: str) -> tuple[Json, Number] | None:
    """A stored link and the number it leads to."""
    for number in world.numbers.all():
        for link in world.links.all(number.phone_number_id):
            if link["code"] == code:
                return link, number
    return None


DEEDS: dict[tuple[str, str], Handler] = {
    ("POST", "message_qrdls"): _create,
    ("GET", "message_qrdls"): _list,
    ("DELETE", "message_qrdls"): _delete,
}
