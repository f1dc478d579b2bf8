"""A ticket as pages show it, and what may be sent about one."""

from typing import Any

from rest_framework import serializers

from leadnurturebot.api.v1 import shapes
from leadnurturebot.domain.tickets import Priority, TicketKind, TicketState
from leadnurturebot.message_path.ticketing import WORDS_MAX
from leadnurturebot.orders.ticket_queries import TICKET_TABS

KINDS = [kind.value for kind in TicketKind]
STATES = [state.value for state in TicketState]
PRIORITIES = [priority.value for priority in Priority]
TEXT_MAX = 4096


class TicketSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField(help_text="As people say it: T-12.")
    kind = serializers.ChoiceField(choices=KINDS)
    state = serializers.ChoiceField(choices=STATES)
    state_at = serializers.DateTimeField()
    priority = serializers.ChoiceField(choices=PRIORITIES)
    lead = shapes.LeadRef()
    thread_id = serializers.UUIDField()
    order_id = serializers.UUIDField(allow_null=True)
    order_number = serializers.CharField()
    return_id = serializers.UUIDField(allow_null=True)
    assignee_id = serializers.UUIDField(allow_null=True)
    assignee = serializers.CharField()
    opened_at = serializers.DateTimeField()
    opened_by = serializers.CharField()
    due_at = serializers.DateTimeField(help_text="Until when a person answers, by the shop's opening hours.")
    answered_at = serializers.DateTimeField(allow_null=True)
    solved_at = serializers.DateTimeField(allow_null=True)
    is_overdue = serializers.BooleanField()
    words = serializers.CharField(help_text="What was told when it was opened.")
    photos = serializers.IntegerField()
    states = serializers.ListField(child=serializers.CharField(), help_text="Where it may go next.")


class TicketEventSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField()
    at = serializers.DateTimeField()
    actor = serializers.CharField(help_text="`customer`, a person's name, or a machine's key.")
    detail = serializers.CharField()
    words = serializers.CharField()
    message_id = serializers.UUIDField(allow_null=True)
    media_id = serializers.UUIDField(allow_null=True)


class TicketPersonSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class TicketDetailSerializer(TicketSerializer):
    events = TicketEventSerializer(many=True)
    people = TicketPersonSerializer(many=True, help_text="Whom it may be given to.")


class TicketCountsSerializer(serializers.Serializer[Any]):
    to_do = serializers.IntegerField()
    waiting = serializers.IntegerField()
    solved = serializers.IntegerField()
    all = serializers.IntegerField()
    overdue = serializers.IntegerField()


class TicketPageSerializer(serializers.Serializer[Any]):
    results = TicketSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)
    counts = TicketCountsSerializer()


class TicketFilterSerializer(serializers.Serializer[Any]):
    tab = serializers.ChoiceField(choices=list(TICKET_TABS), default="all")
    kind = serializers.ChoiceField(choices=KINDS, default="", allow_blank=True)
    mine = serializers.BooleanField(default=False)
    order_id = serializers.UUIDField(default=None)
    thread_id = serializers.UUIDField(default=None)


class NewTicketSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="Made by the caller: the same one twice is one ticket.")
    thread_id = serializers.UUIDField()
    order_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    kind = serializers.ChoiceField(choices=KINDS)
    words = serializers.CharField(max_length=WORDS_MAX)
    priority = serializers.ChoiceField(choices=PRIORITIES, required=False, default=Priority.NORMAL.value)


class TicketChangeSerializer(serializers.Serializer[Any]):
    state = serializers.ChoiceField(choices=STATES, required=False)
    priority = serializers.ChoiceField(choices=PRIORITIES, required=False)
    assignee_id = serializers.UUIDField(required=False, allow_null=True)


class TicketNoteSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="Made by the caller: the same one twice is one note.")
    text = serializers.CharField(max_length=WORDS_MAX)


class TicketReplySerializer(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=TEXT_MAX)
    waits = serializers.BooleanField(required=False, default=True, help_text="It is the customer's turn then.")


class TicketFiguresSerializer(serializers.Serializer[Any]):
    vars()["from"] = serializers.DateField(source="period.from_date")  # a reserved word of the language
    to = serializers.DateField(source="period.to_date")
    tickets = serializers.IntegerField(source="found.tickets")
    orders = serializers.IntegerField(source="found.orders")
    orders_with_ticket = serializers.IntegerField(source="found.orders_with_ticket")
    rate = serializers.FloatField(
        allow_null=True, help_text="Orders with a ticket, of those placed in the period, 0 to 1."
    )
    first_answer_seconds = serializers.IntegerField(allow_null=True, help_text="Mean.")
    solution_seconds = serializers.IntegerField(allow_null=True, help_text="Mean.")
    by_kind = serializers.DictField(child=serializers.IntegerField(), source="found.by_kind")
