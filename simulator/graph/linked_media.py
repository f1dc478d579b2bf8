"""A message may carry media by link: the platform fetches it after accepting, and fails when it is no such media."""

from typing import Any

from simulator.chats import Message
from simulator.outside import OutsideUnreachable
from simulator.world import World

MOST_BYTES = {"image": 5_000_000, "video": 16_000_000, "audio": 16_000_000, "document": 100_000_000}
IMAGE_TYPES = ("image/jpeg", "image/png")


def media_links(content: Any, kind: str = "") -> list[tuple[str, str]]:
    """Every (kind, link) inside a message, wherever it stands."""
    if isinstance(content, list):
        return [found for each in content for found in media_links(each, kind)]
    if not isinstance(content, dict):
        return []
    own = [(kind, str(content["link"]))] if kind in MOST_BYTES and content.get("link") else []
    return own + [found for name, each in content.items() for found in media_links(each, name)]


async def broken_link(world: World, message: Message) -> tuple[int, str] | None:
    """Error code and details of the first link that does not answer with its kind of media."""
    for kind, link in dict.fromkeys(media_links(message.data["content"])):
        why = await _problem(world, kind, link)
        if why is not None:
            return 131053, f"Unable to upload the media used in the message: {why}"
    return None


async def _problem(world: World, kind: str, link: str) -> str | None:
    try:
        answer = await world.outside.request("GET", link, {"User-Agent": "facebookexternalua", "Accept": "*/*"})
    except OutsideUnreachable as error:
        return f"{link} could not be fetched ({error})"
    if answer.status != 200:
        return f"{link} answered {answer.status}"
    if kind == "image" and answer.content_type not in IMAGE_TYPES:
        return f"{link} answered with {answer.content_type or 'no type'}, not image/jpeg or image/png"
    if len(answer.body) > MOST_BYTES[kind]:
        return f"{link} has {len(answer.body)} bytes, at most {MOST_BYTES[kind]} are allowed"
    return None
