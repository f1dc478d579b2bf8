"""What the shop taught its assistant: its own answers, and examples of what messages mean."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import Page
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.assistant.knowledge import actions
from leadnurturebot.assistant.knowledge.actions import EntryDraft
from leadnurturebot.assistant.knowledge.queries import EntryView, get_entry, list_entries, list_examples
from leadnurturebot.assistant.language.folders import languages
from leadnurturebot.platform import audit
from leadnurturebot.platform.clocks import wall_now

QUESTION_MAX, ANSWER_MAX, KEYWORD_MAX, MOST_QUESTIONS = 300, 1000, 60, 20
_LANGUAGES = sorted(languages())


@contextmanager
def taught() -> Iterator[None]:
    """What the room below refuses, as the answers of the interface."""
    try:
        yield
    except actions.NotThere as error:
        raise NotFound("There is no such thing (any more).") from error
    except actions.Full as error:
        raise Refused("full", f"{error}. Take one away first.") from error


class NewQuestionSerializer(serializers.Serializer[Any]):
    language = serializers.ChoiceField(choices=_LANGUAGES)
    text = serializers.CharField(max_length=QUESTION_MAX)


class QuestionSerializer(NewQuestionSerializer):
    from_customer = serializers.BooleanField()


class WordsByLanguage(serializers.DictField):
    """An answer's words by language, at least one."""

    child = serializers.CharField(max_length=ANSWER_MAX)

    def __init__(self, **more: Any) -> None:
        super().__init__(allow_empty=False, **more)

    def to_internal_value(self, data: Any) -> Any:
        found = super().to_internal_value(data)
        if unknown := sorted(set(found) - set(_LANGUAGES)):
            raise serializers.ValidationError(f"No language of ours: {', '.join(unknown)}.")
        return found


class NewEntrySerializer(serializers.Serializer[Any]):
    questions = serializers.ListField(child=NewQuestionSerializer(), allow_empty=False, max_length=MOST_QUESTIONS)
    answers = WordsByLanguage()
    keywords = serializers.ListField(
        child=serializers.CharField(max_length=KEYWORD_MAX), required=False, max_length=MOST_QUESTIONS
    )
    is_active = serializers.BooleanField(required=False, default=True)


class EntrySerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    questions = QuestionSerializer(many=True)
    answers = serializers.DictField(child=serializers.CharField())
    keywords = serializers.ListField(child=serializers.CharField())
    is_active = serializers.BooleanField()
    version = serializers.IntegerField()
    updated_at = serializers.DateTimeField()


class EntryPageSerializer(serializers.Serializer[Any]):
    results = EntrySerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class NewExampleSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=QUESTION_MAX)
    language = serializers.ChoiceField(choices=_LANGUAGES)
    intent = serializers.ChoiceField(choices=actions.TEACHABLE)


class ExampleSerializer(NewExampleSerializer):
    id = serializers.UUIDField()
    from_customer = serializers.BooleanField()
    created_at = serializers.DateTimeField()


class ExamplePageSerializer(serializers.Serializer[Any]):
    results = ExampleSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


def draft_of(given: dict[str, Any]) -> EntryDraft:
    """An answer as it was sent, without blanks at its ends."""
    return EntryDraft(
        questions=[(question["language"], question["text"]) for question in given["questions"]],
        answers=given["answers"],
        keywords=given.get("keywords", []),
        is_active=given["is_active"],
    )


class TeachingView(ShopView):
    """An operation on what the shop taught."""

    def noted(self, action: str, subject: UUID) -> None:
        """Put a change into the audit trail."""
        audit.record(shop_id=self.shop.id, actor=self.actor, action=action, now=wall_now(), subject=str(subject))

    def entry(self, entry_id: UUID) -> EntryView:
        """One answer. Raises NotFound."""
        found = get_entry(self.shop.id, self.key, entry_id)
        if found is None:
            raise NotFound("There is no such answer.")
        return found


class EntriesView(TeachingView):
    """The shop's own answers."""

    @operation("listAnswers", "assistant", answer=EntryPageSerializer)
    def get(self, request: Request) -> Response:
        """Every answer, the one changed last first."""
        return answered(EntryPageSerializer, Page(results=list_entries(self.shop.id, self.key), next_cursor=None))

    @operation("createAnswer", "assistant", answer=EntrySerializer, body=NewEntrySerializer, status=201)
    def post(self, request: Request) -> Response:
        """Write an answer; it counts from the next message on. 409 `full`."""
        draft = draft_of(checked(NewEntrySerializer, request))
        with taught():
            entry_id = actions.create_entry(self.key, draft, now=self.now)
        self.noted("answer.created", entry_id)
        return answered(EntrySerializer, self.entry(entry_id), status=201)


class EntryOneView(TeachingView):
    """One of the shop's answers."""

    @operation("getAnswer", "assistant", answer=EntrySerializer)
    def get(self, request: Request, entry_id: UUID) -> Response:
        """The answer with its questions."""
        return answered(EntrySerializer, self.entry(entry_id))

    @operation("changeAnswer", "assistant", answer=EntrySerializer, body=NewEntrySerializer)
    def put(self, request: Request, entry_id: UUID) -> Response:
        """Write the answer anew."""
        self.entry(entry_id)
        draft = draft_of(checked(NewEntrySerializer, request))
        with taught():
            actions.change_entry(self.key, entry_id, draft, now=self.now)
        self.noted("answer.changed", entry_id)
        return answered(EntrySerializer, self.entry(entry_id))

    @operation("deleteAnswer", "assistant", answer=None, status=204)
    def delete(self, request: Request, entry_id: UUID) -> Response:
        """Take the answer away."""
        with taught():
            actions.delete_entry(self.key, entry_id)
        self.noted("answer.deleted", entry_id)
        return Response(status=204)


class ExamplesView(TeachingView):
    """Messages that are read as an intent in this shop."""

    @operation("listExamples", "assistant", answer=ExamplePageSerializer)
    def get(self, request: Request) -> Response:
        """Every example, newest first."""
        return answered(ExamplePageSerializer, Page(results=list_examples(self.shop.id, self.key), next_cursor=None))

    @operation("createExample", "assistant", answer=ExampleSerializer, body=NewExampleSerializer, status=201)
    def post(self, request: Request) -> Response:
        """Have messages like this one read as the intent. 409 `full`."""
        given = checked(NewExampleSerializer, request)
        with taught():
            example_id = actions.create_example(self.key, **given, now=self.now)
        self.noted("example.created", example_id)
        found = next(one for one in list_examples(self.shop.id, self.key) if one.id == example_id)
        return answered(ExampleSerializer, found, status=201)


class ExampleOneView(TeachingView):
    """One example."""

    @operation("deleteExample", "assistant", answer=None, status=204)
    def delete(self, request: Request, example_id: UUID) -> Response:
        """Take the example away."""
        with taught():
            actions.delete_example(self.key, example_id)
        self.noted("example.deleted", example_id)
        return Response(status=204)
