"""What a webhook is answered is a message: Twilio sends plain words, and the words of `<Message>`, to the person."""

from dataclasses import replace
from xml.etree import ElementTree

from simulator.chats import Message
from simulator.event import Delivery
from simulator.graph import statuses
from simulator.graph.windows import after_reply
from simulator.outside import Answer
from simulator.twilio.ids import new_sid
from simulator.world import World


def take_reply(world: World, delivery: Delivery, answer: Answer) -> None:
    """Put the words of an answer into the chat; an empty one says nothing."""
    incoming = world.chats.get(delivery.message_id) if delivery.message_id else None
    words = said(answer) if delivery.sender == "twilio" and incoming else ""
    if not words or incoming is None:
        return
    now, pair = world.clock.now().timestamp(), (incoming.number_id, incoming.person_id)
    data = {"content": {"type": "text", "text": {"body": words}}}
    message = Message(0, new_sid("SM"), *pair, "out", "text", now, "accepted", data)
    world.chats.add(message)
    world.chats.put_thread(replace(after_reply(world.chats.thread(*pair), now), typing_until=None))
    statuses.follow(world, message.id)


def said(answer: Answer) -> str:
    """The words in the body of an answer."""
    text = answer.body.decode("utf-8", "replace").strip()
    if answer.content_type in ("text/xml", "application/xml"):
        try:
            return "\n".join("".join(each.itertext()) for each in ElementTree.fromstring(text).iter("Message"))
        except ElementTree.ParseError:
            return ""
    return text if answer.content_type in ("text/plain", "text/html") else ""
