"""What was said in a conversation, why the bot said it, and writing as a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import Page, decode_moment, encode
from leadnurturebot.api.v1.holding import holding
from leadnurturebot.api.views import ShopView, answered, checked, operation, query
from leadnurturebot.assistant.queries import DecisionView, decisions_by_id
from leadnurturebot.conversations.queries import get_thread
from leadnurturebot.conversations.transcript import KINDS_SHOWN, MessageView, get_message, list_messages
from leadnurturebot.domain.message_content import TEXT_MAX
from leadnurturebot.message_path import agents
from leadnurturebot.platform.encryption import ShopKey

MESSAGES_A_PAGE = 50
MEDIA_KINDS = ["image", "video", "audio", "document", "sticker"]
MEDIA_STATES = ["due", "fetching", "stored", "expired", "refused", "failed"]
STATUSES = "received queued sending sent delivered read failed unknown cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A message with the decision behind it."""

    message: MessageView
    decision: DecisionView | None


def explained(shop_id: UUID, key: ShopKey, messages: Sequence[MessageView]) -> list[Explained]:
    """Messages with the decisions behind the bot's, by one query."""
    decisions = decisions_by_id(
        shop_id, key, [m.decision_id for m in messages if m.decision_id and m.direction == "out"]
    )
    return [Explained(message=message, decision=_behind(message, decisions)) for message in messages]


def _behind(message: MessageView, decisions: Mapping[UUID, DecisionView]) -> DecisionView | None:
    found = decisions.get(message.decision_id) if message.decision_id and message.direction == "out" else None
    return replace(found, product_id=message.product_id) if found else None


class UnderstoodSerializer(serializers.Serializer[Any]):
    intent = serializers.CharField()
    confidence = serializers.FloatField()


class FactSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    subject = serializers.CharField()
    value = serializers.CharField()


class DecisionSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    took_ms = serializers.FloatField(allow_null=True)
    understood = UnderstoodSerializer(many=True)
    read_as = serializers.ListField(child=serializers.CharField())
    rule = serializers.CharField()
    skill = serializers.CharField()
    facts = FactSerializer(many=True)
    product_id = serializers.UUIDField(allow_null=True)


class SendErrorSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    text = serializers.CharField()
    told = serializers.CharField()


class MessageCostSerializer(serializers.Serializer[Any]):
    micros = serializers.IntegerField()
    currency = serializers.CharField()
    free = serializers.BooleanField()
    category = serializers.CharField(allow_null=True)


class MessageAdSerializer(serializers.Serializer[Any]):
    headline = serializers.CharField()
    name = serializers.CharField()


class MessageMediaSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=MEDIA_KINDS)
    state = serializers.ChoiceField(choices=MEDIA_STATES)
    mime_type = serializers.CharField()
    size = serializers.IntegerField()
    url = serializers.CharField()


class QuotedSerializer(serializers.Serializer[Any]):
    direction = serializers.ChoiceField(choices=["in", "out"])
    text = serializers.CharField()


class ReactionsSerializer(serializers.Serializer[Any]):
    customer = serializers.CharField(default="")
    shop = serializers.CharField(default="")


class MarksSerializer(serializers.Serializer[Any]):
    media = MessageMediaSerializer(allow_null=True)
    reactions = ReactionsSerializer()
    quoted = QuotedSerializer(allow_null=True)
    is_edited = serializers.BooleanField()
    is_deleted = serializers.BooleanField()
    forwarded = serializers.ChoiceField(choices=["", "once", "often"])


class MessageSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="message.id")
    direction = serializers.ChoiceField(source="message.direction", choices=["in", "out"])
    sender = serializers.ChoiceField(source="message.sender", choices=["customer", "bot", "agent", "system"])
    sender_name = serializers.CharField(source="message.sender_name")
    kind = serializers.ChoiceField(source="message.kind", choices=sorted(KINDS_SHOWN))
    content = serializers.DictField(source="message.content")
    text = serializers.CharField(source="message.text")
    at = serializers.DateTimeField(source="message.at")
    status = serializers.ChoiceField(source="message.status", choices=STATUSES.split())
    error = SendErrorSerializer(source="message.error", allow_null=True)
    cost = MessageCostSerializer(source="message.cost", allow_null=True)
    decision = DecisionSerializer(allow_null=True)
    ad = MessageAdSerializer(source="message.ad", allow_null=True)
    marks = MarksSerializer(source="message.marks")
    reply_to = serializers.UUIDField(source="message.reply_to", allow_null=True)


class MessagePageSerializer(serializers.Serializer[Any]):
    results = MessageSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class NewMessageSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=TEXT_MAX)
    reply_to = serializers.UUIDField(required=False, allow_null=True, help_text="The message that this answers.")


class MessagesView(ShopView):
    """The messages of a conversation."""

    is_atomic = False  # sending commits by itself, reading needs no transaction

    @operation("listMessages", "conversations", answer=MessagePageSerializer, parameters=(query("before"),))
    def get(self, request: Request, thread_id: UUID) -> Response:
        """The newest messages, oldest of them first; `next_cursor` leads to older ones."""
        before = decode_moment(request.query_params.get("before", ""), "before")
        if get_thread(self.shop.id, self.key, thread_id, now=self.now) is None:
            raise NotFound("There is no such conversation.")
        found = list_messages(self.shop.id, self.key, thread_id, limit=MESSAGES_A_PAGE + 1, before=before)
        shown = found[-MESSAGES_A_PAGE:]
        cursor = encode(shown[0].at, shown[0].id) if len(found) > MESSAGES_A_PAGE else None
        results = explained(self.shop.id, self.key, shown)
        return answered(MessagePageSerializer, Page(results=results, next_cursor=cursor))

    @operation("sendMessage", "conversations", answer=MessageSerializer, body=NewMessageSerializer, status=201)
    def post(self, request: Request, thread_id: UUID) -> Response:
        """Write as the person who holds the conversation. 409 `not_holding`, 409 `window_closed`,
        409 `no_such_message`, 409 `blocked`."""
        given = checked(NewMessageSerializer, request)
        with holding(self, thread_id) as call:
            message_id = agents.send_text(**call, text=given["text"], reply_to=given.get("reply_to"))
        message = get_message(self.shop.id, self.key, thread_id, message_id)
        if message is None:
            raise LookupError(f"message {message_id} was sent and is not there")
        return answered(MessageSerializer, Explained(message=message, decision=None), status=201)
