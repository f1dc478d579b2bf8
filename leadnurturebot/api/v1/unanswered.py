"""What the assistant could not answer: listed with how often, made an answer or an example, or dismissed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.v1.knowledge import (
    EntrySerializer,
    NewEntrySerializer,
    TeachingView,
    draft_of,
    taught,
)
from leadnurturebot.api.views import answered, checked, chosen, operation, query
from leadnurturebot.assistant.knowledge import actions
from leadnurturebot.assistant.knowledge.queries import UnansweredView, count_open, list_unanswered

STATES = ("open", "answered", "example", "dismissed")
REASONS = ("low_confidence", "out_of_scope", "asked_person")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnansweredPage:
    """What is in one state, and how many wait."""

    results: list[UnansweredView]
    next_cursor: str | None
    open_count: int


class UnansweredSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    text = serializers.CharField()
    language = serializers.CharField()
    others = serializers.ListField(child=serializers.CharField())
    thread_id = serializers.UUIDField()
    reason = serializers.ChoiceField(choices=REASONS)
    state = serializers.ChoiceField(choices=STATES)
    count = serializers.IntegerField()
    people = serializers.IntegerField()
    first_at = serializers.DateTimeField()
    last_at = serializers.DateTimeField()


class UnansweredPageSerializer(serializers.Serializer[Any]):
    results = UnansweredSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)
    open_count = serializers.IntegerField()


class AnswerToSerializer(serializers.Serializer[Any]):
    entry_id = serializers.UUIDField(required=False, help_text="An answer that is there and gets one more question.")
    entry = NewEntrySerializer(required=False, help_text="A new answer.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("entry_id" in attrs) == ("entry" in attrs):
            raise serializers.ValidationError({"entry": ["Give a new answer or the id of one, not both."]})
        return attrs


class ExampleOfSerializer(serializers.Serializer[Any]):
    intent = serializers.ChoiceField(choices=actions.TEACHABLE)


class UnansweredListView(TeachingView):
    """What could not be answered."""

    @operation(
        "listUnanswered", "assistant", answer=UnansweredPageSerializer, parameters=(query("state", choices=STATES),)
    )
    def get(self, request: Request) -> Response:
        """What is in a state (`open` unless said), most asked first, at most 200."""
        state = chosen(request, "state", STATES, "open")
        found = list_unanswered(self.shop.id, self.key, state)
        page = UnansweredPage(results=found, next_cursor=None, open_count=count_open(self.shop.id))
        return answered(UnansweredPageSerializer, page)


class UnansweredAnswerView(TeachingView):
    """Answering what had no answer."""

    @operation("answerUnanswered", "assistant", answer=EntrySerializer, body=AnswerToSerializer)
    def post(self, request: Request, unanswered_id: UUID) -> Response:
        """Make the message a question of a new answer, or of one that is there. 409 `full`."""
        given = checked(AnswerToSerializer, request)
        answer = given["entry_id"] if "entry_id" in given else draft_of(given["entry"])
        with taught():
            entry_id = actions.answer_unanswered(self.key, unanswered_id, answer, now=self.now)
        self.noted("unanswered.answered", unanswered_id)
        return answered(EntrySerializer, self.entry(entry_id))


class UnansweredExampleView(TeachingView):
    """Saying what a message means."""

    @operation("teachUnanswered", "assistant", answer=None, body=ExampleOfSerializer, status=204)
    def post(self, request: Request, unanswered_id: UUID) -> Response:
        """Have messages like it read as the intent. 409 `full`."""
        given = checked(ExampleOfSerializer, request)
        with taught():
            actions.teach_unanswered(self.key, unanswered_id, given["intent"], now=self.now)
        self.noted("unanswered.taught", unanswered_id)
        return Response(status=204)


class UnansweredDismissView(TeachingView):
    """Taking a message off the list."""

    @operation("dismissUnanswered", "assistant", answer=None, status=204)
    def post(self, request: Request, unanswered_id: UUID) -> Response:
        """Take it off the list for good."""
        with taught():
            actions.dismiss_unanswered(self.key, unanswered_id)
        self.noted("unanswered.dismissed", unanswered_id)
        return Response(status=204)
