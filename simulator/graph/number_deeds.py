"""What can be asked of a business number: sends, media, its settings, links, blocks, threads."""

from simulator.graph import blocks, links, media, nodes, profile
from simulator.graph.call import Call, Handler
from simulator.graph.errors import GraphError
from simulator.graph.multipart import parse_multipart
from simulator.graph.send import mark_read, send_message
from simulator.graph.thread_control import thread_control
from simulator.jsontypes import Json
from simulator.numbers import Number


async def _messages(call: Call, number: Number) -> Json:
    body = call.json()
    if "status" in body:
        return mark_read(call.world, number, body)
    return send_message(call.world, number, body)


async def _marketing_messages(call: Call, number: Number) -> Json:
    return send_message(call.world, number, call.json(), by_marketing_api=True)


async def _upload(call: Call, number: Number) -> Json:
    try:
        parts = parse_multipart(call.content_type, call.body)
    except ValueError as error:
        raise GraphError(100, str(error)) from error
    return media.upload(call.world, number.phone_number_id, parts)


async def _read_number(call: Call, number: Number) -> Json:
    return nodes.number_fields(call.world, number, call.query.get("fields"))


async def _configure_number(call: Call, number: Number) -> Json:
    return await nodes.configure_number(call.world, number, call.json())


async def _thread_control(call: Call, number: Number) -> Json:
    return thread_control(call.world, number, call.json())


async def _agree(call: Call, number: Number) -> Json:
    """Steps of onboarding that have nothing to decide here."""
    return {"success": True}


NUMBER_DEEDS: dict[tuple[str, str], Handler] = {
    ("POST", "messages"): _messages,
    ("POST", "marketing_messages"): _marketing_messages,
    ("POST", "media"): _upload,
    ("GET", ""): _read_number,
    ("POST", ""): _configure_number,
    ("POST", "thread_control"): _thread_control,
    **{("POST", edge): _agree for edge in ("register", "deregister", "request_code", "verify_code")},
    ("DELETE", "contact_book"): _agree,
    **links.DEEDS,
    **blocks.DEEDS,
    **profile.DEEDS,
}
