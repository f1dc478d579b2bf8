"""The inbox: conversations by filter, one with everything beside it, and who holds it."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import PAGE, decode_moment, encode
from leadnurturebot.api.v1.conversation_detail import ConversationSerializer, conversation_detail
from leadnurturebot.api.v1.conversation_rows import ConversationRowSerializer, conversation_rows, waiting_first
from leadnurturebot.api.v1.holding import blocking, holding, wait_for_last_send
from leadnurturebot.api.views import ShopView, answered, chosen, operation, query
from leadnurturebot.conversations.queries import FILTERS, ThreadSummary, count_threads, get_thread, list_threads
from leadnurturebot.leads.queries import find_leads
from leadnurturebot.message_path import agents


class ConversationCountsSerializer(serializers.Serializer[Any]):
    all = serializers.IntegerField()
    needs_you = serializers.IntegerField()
    mine = serializers.IntegerField()
    bot = serializers.IntegerField()
    closed = serializers.IntegerField()


class ConversationPageSerializer(serializers.Serializer[Any]):
    results = ConversationRowSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)
    counts = ConversationCountsSerializer()


_PARAMETERS = (
    query("filter", choices=FILTERS, about="`all` are those that are open or held by people."),
    query("cursor"),
    query("q", about="Words of a name, or a number: whole or its last four digits."),
)


class ConversationsView(ShopView):
    """The inbox."""

    @operation("listConversations", "conversations", answer=ConversationPageSerializer, parameters=_PARAMETERS)
    def get(self, request: Request) -> Response:
        """Conversations, those that wait for a person first (by value and wait), then the newest."""
        now, text = self.now, request.query_params.get("q", "").strip()
        threads = list_threads(
            self.shop.id,
            self.key,
            filter_name=chosen(request, "filter", FILTERS, "all"),
            user_id=self.user_id,
            now=now,
            limit=PAGE + 1,
            before=decode_moment(request.query_params.get("cursor", "")),
            lead_ids=find_leads(self.shop.id, text, self.key) if text else None,
        )
        shown, cursor = _page(threads)
        rows = waiting_first(shown, conversation_rows(self.shop.id, self.shop.currency, shown))
        counts = count_threads(self.shop.id, user_id=self.user_id, now=now)
        return answered(ConversationPageSerializer, {"results": rows, "next_cursor": cursor, "counts": counts})


def _page(threads: list[ThreadSummary]) -> tuple[list[ThreadSummary], str | None]:
    """Everybody who waits, and one page of the others."""
    waiting = [thread for thread in threads if thread.holder == "waiting"]
    others = [thread for thread in threads if thread.holder != "waiting"]
    shown = others[:PAGE]
    cursor = encode(shown[-1].last_at, shown[-1].id) if len(others) > PAGE else None
    return waiting + shown, cursor


class _OneConversation(ShopView):
    """What the operations on one conversation share."""

    def detail(self, thread_id: UUID) -> Response:
        """The conversation as it stands now. Raises NotFound for one of another shop."""
        now = self.now
        thread = get_thread(self.shop.id, self.key, thread_id, now=now)
        if thread is None:
            raise NotFound("There is no such conversation.")
        return answered(ConversationSerializer, conversation_detail(self.member, self.key, thread, now=now))


class ConversationView(_OneConversation):
    """One conversation."""

    @operation("getConversation", "conversations", answer=ConversationSerializer)
    def get(self, request: Request, thread_id: UUID) -> Response:
        """The conversation with its person, cart, orders, cost and follow-ups."""
        return self.detail(thread_id)


class TakeOverView(_OneConversation):
    """Taking a conversation over."""

    is_atomic = False  # the hand-off is committed before the bot's last message is waited for

    @operation("takeOver", "conversations", answer=ConversationSerializer)
    def post(self, request: Request, thread_id: UUID) -> Response:
        """The caller holds the conversation and the bot is silent. 409 `already_held` while somebody else does."""
        with holding(self, thread_id) as call:
            agents.take_over(**call)
        wait_for_last_send(self.shop.id, thread_id)
        return self.detail(thread_id)


class HandBackView(_OneConversation):
    """Handing a conversation back."""

    is_atomic = False

    @operation("handBack", "conversations", answer=ConversationSerializer)
    def post(self, request: Request, thread_id: UUID) -> Response:
        """The bot holds the conversation again and answers the next message. 409 `not_holding`."""
        with holding(self, thread_id) as call:
            agents.hand_back(**call)
        return self.detail(thread_id)


class SeenView(_OneConversation):
    """Having a conversation open."""

    is_atomic = False

    @operation("markSeen", "conversations", answer=ConversationSerializer)
    def post(self, request: Request, thread_id: UUID) -> Response:
        """The caller, who holds it, has read everything: the customer's messages get blue ticks. 409 `not_holding`."""
        with holding(self, thread_id) as call:
            agents.mark_seen(**call)
        return self.detail(thread_id)


class BlockView(_OneConversation):
    """Keeping a person from writing."""

    is_atomic = False  # the provider is asked, and no transaction may wait for that

    @operation("blockPerson", "conversations", answer=ConversationSerializer)
    def post(self, request: Request, thread_id: UUID) -> Response:
        """Block the person on this number. 409 `not_recent` when they have not written within the last 24 hours, 409
        `refused`, `unsupported`, 503 `unreachable`."""
        blocking(self, thread_id, is_blocked=True)
        return self.detail(thread_id)

    @operation("unblockPerson", "conversations", answer=ConversationSerializer)
    def delete(self, request: Request, thread_id: UUID) -> Response:
        """Let the person write again. Same refusals."""
        blocking(self, thread_id, is_blocked=False)
        return self.detail(thread_id)
