"""Trying the assistant: it understands and answers, nothing is sent and nothing stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import transaction
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.v1.messages import FactSerializer, UnderstoodSerializer
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.domain.message_content import TEXT_MAX
from leadnurturebot.message_path.rehearsal import Rehearsal, Spoken
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.sql import borrowed

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One line and what came back, with the reason."""

    said: str
    reply: str
    options: Sequence[str]
    understood: Sequence[Mapping[str, Any]]
    read_as: Sequence[str]
    skill: str
    rule: str
    facts: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The lines of a conversation, answered one after the other."""

    turns: Sequence[Turn]


class NewTrySerializer(serializers.Serializer[Any]):
    lines = serializers.ListField(
        child=serializers.CharField(max_length=TEXT_MAX), allow_empty=False, max_length=MOST_LINES,
        help_text="What the customer writes, one message after the other; [Button] taps a button.",
    )  # fmt: skip


class TurnSerializer(serializers.Serializer[Any]):
    said = serializers.CharField()
    reply = serializers.CharField()
    options = serializers.ListField(child=serializers.CharField())
    understood = UnderstoodSerializer(many=True)
    read_as = serializers.ListField(child=serializers.CharField())
    skill = serializers.CharField()
    rule = serializers.CharField()
    facts = FactSerializer(many=True)


class TriedSerializer(serializers.Serializer[Any]):
    turns = TurnSerializer(many=True)


class TryView(ShopView):
    """The try-it chat."""

    @operation("tryAssistant", "assistant", answer=TriedSerializer, body=NewTrySerializer)
    def post(self, request: Request) -> Response:
        """Answer a conversation as the assistant would. Nothing is sent, nothing is kept. 409 `no_number`."""
        lines = checked(NewTrySerializer, request)["lines"]
        with transaction.atomic():
            turns = self._turns(lines)
            transaction.set_rollback(True)
        return answered(TriedSerializer, Tried(turns=turns))

    def _turns(self, lines: Sequence[str]) -> list[Turn]:
        try:
            with Rehearsal(self.shop.id, connection=borrowed(), world=_world()) as rehearsal:
                return [_turn(rehearsal.say(line)) for line in lines]
        except LookupError as error:
            raise Refused("no_number", "The shop has no WhatsApp number yet. Connect one first.") from error


@cache
def _world() -> World:
    """What understanding needs, read by the first who tries."""
    return World.load()


def _turn(spoken: Spoken) -> Turn:
    decision = spoken.decision
    return Turn(
        said=spoken.heard,
        reply="\n\n".join(_words(content) for content in spoken.contents),
        options=[option["title"] for option in spoken.options()],
        understood=[{"intent": intent, "confidence": sure} for intent, sure in decision.get("intents", ())],
        read_as=decision.get("read_as", ()),
        skill=decision.get("skill", ""),
        rule=decision.get("rule", ""),
        facts=decision.get("facts", ()),
    )


def _words(content: Any) -> str:
    """The words of a message without its buttons, which are shown as such."""
    return str(getattr(content, "body", None) or getattr(content, "caption", None) or content.plain_text())
