"""Events that change a message which is already there: reactions, edits, deletions."""

from collections.abc import Sequence

from leadnurturebot.conversations.amending import Stored, find_stored, store_amended
from leadnurturebot.conversations.media_files import erase_media
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Visit
from leadnurturebot.platform.sql import Connection

Said = tuple[Visit, InboxEvent]


def is_amendment(event: InboxEvent) -> bool:
    """Whether the event changes another message; a person's reaction in the phone app is one too."""
    return event.kind in {"reaction", "edit", "revoke"} or (
        event.kind == "echo" and event.payload["content"].get("kind") == "reaction"
    )


def target_of(event: InboxEvent) -> str:
    """The provider's id of the message that changes."""
    content = event.payload["content"]
    return str(content.get("original_id") or content.get("message_id") or "")


def amend(connection: Connection, said: Sequence[Said]) -> list[Said]:
    """Change messages as the events say, in their order; returns the events whose message is not there."""
    left: list[Said] = []
    for shop_id in {visit.shop.id for visit, _ in said}:
        here = [(visit, event) for visit, event in said if visit.shop.id == shop_id]
        key = here[0][0].key
        stored = find_stored(connection, key, [target_of(event) for _, event in here])
        for visit, event in here:
            if found := stored.get(target_of(event)):
                _apply(found, event)
            else:
                left.append((visit, event))
        store_amended(connection, key, list(stored.values()))
        erase_media(connection, shop_id, [m.id for m in stored.values() if "deleted_at" in m.content])
    return left


def _apply(message: Stored, event: InboxEvent) -> None:
    content = event.payload["content"]
    if event.kind == "revoke":
        message.delete(event.at)
    elif event.kind == "edit":
        said = {name: value for name, value in content.items() if name not in {"original_id", "kind", "by"}}
        message.edit(str(said.get("text") or said.get("caption") or ""), said, event.at)
    else:
        message.react("shop" if event.kind == "echo" else "customer", str(content.get("emoji") or ""), event.at)
