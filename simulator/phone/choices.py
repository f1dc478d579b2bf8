"""What a person can tap in a chat: reply buttons, list rows, quick replies of templates, buttons on cards, links."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.chats import Message
from simulator.jsontypes import Json, without_empty


@dataclass(frozen=True)
class Choice:
    """`kind`: button_reply, list_reply, button (of a template) or url."""

    kind: str
    id: str
    title: str
    message_id: str
    description: str | None = None

    def as_message(self) -> Json:
        """The message a tap sends."""
        if self.kind == "button":
            return {"type": "button", "button": {"payload": self.id, "text": self.title}}
        reply = without_empty({"id": self.id, "title": self.title, "description": self.description})
        return {"type": "interactive", "interactive": {"type": self.kind, self.kind: reply}}


def find_choice(history: list[Message], wanted: str, message_id: str = "") -> Choice | None:
    """The newest choice with this id or title, or the one in the message named. An id goes before a title."""
    offered = [each for message in reversed(history) for each in choices_of(message)]
    if message_id:
        offered = [each for each in offered if each.message_id == message_id]
    by_id = next((each for each in offered if each.id == wanted), None)
    return by_id or next((each for each in offered if each.title == wanted), None)


def choices_of(message: Message) -> Iterator[Choice]:
    """Everything tappable in a business message, in reading order."""
    if message.direction != "out" or message.status in ("accepted", "failed"):
        return
    if message.type == "template":
        yield from _template(message)
    elif message.type == "interactive":
        yield from _interactive(message, message.data["content"]["interactive"])


def _template(message: Message) -> Iterator[Choice]:
    for button in message.data["rendered"]["buttons"]:
        if button["type"] == "quick_reply":
            yield Choice("button", button["payload"], button["text"], message.id)
        elif button["type"] == "url":
            yield Choice("url", button["url"], button["text"], message.id)


def _interactive(message: Message, interactive: Json) -> Iterator[Choice]:
    action = interactive["action"]
    for section in action.get("sections", []):
        for row in section["rows"]:
            yield Choice("list_reply", row["id"], row["title"], message.id, row.get("description"))
    for holder in [action, *(card["action"] for card in action.get("cards", []))]:
        for button in holder.get("buttons", []):
            reply = button.get("reply") or button["quick_reply"]
            yield Choice("button_reply", reply["id"], reply["title"], message.id)
        if holder.get("name") == "cta_url":
            yield Choice("url", holder["parameters"]["url"], holder["parameters"]["display_text"], message.id)
