"""Tickets: the list, one with its timeline, and what people do with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import PAGE, decode_moment, encode
from leadnurturebot.api.v1.holding import holding
from leadnurturebot.api.v1.ticket_shapes import (
    KINDS,
    NewTicketSerializer,
    TicketChangeSerializer,
    TicketDetailSerializer,
    TicketFilterSerializer,
    TicketNoteSerializer,
    TicketPageSerializer,
    TicketReplySerializer,
)
from leadnurturebot.api.views import ShopView, answered, checked, operation, query
from leadnurturebot.domain.tickets import IllegalTicketMove, Priority, TicketKind, TicketState
from leadnurturebot.message_path import ticket_deeds
from leadnurturebot.message_path.ticket_deeds import ByHand, NoPlace, NoTicket, NotOnTeam
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.ticket_queries import (
    TICKET_TABS,
    TicketFilter,
    count_tickets,
    events_of,
    get_ticket,
    list_tickets,
    place_of,
)
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import people_of

NO_TICKET = "There is no such ticket."


class TicketBase(ShopView):
    """What operations on tickets share."""

    @property
    def times(self) -> Times:
        """Both clocks."""
        return Times(now=self.now, wall=wall_now())

    def one(self, ticket_id: UUID, *, status: int = 200) -> Response:
        """The ticket as it is now."""
        found = get_ticket(self.shop.id, self.key, ticket_id, now=self.now)
        if found is None:
            raise NotFound(NO_TICKET)
        page: dict[str, Any] = {name: getattr(found, name) for name in type(found).__slots__}
        page["events"] = events_of(self.shop.id, self.key, ticket_id)
        page["people"] = people_of(self.shop.id)
        return answered(TicketDetailSerializer, page, status=status)


@contextmanager
def deed() -> Iterator[None]:
    """Errors of a deed as the API says them."""
    try:
        yield
    except NoTicket as error:
        raise NotFound(NO_TICKET) from error
    except NoPlace as error:
        raise NotFound("There is no such conversation, or the order is not of this person.") from error
    except NotOnTeam as error:
        raise ValidationError({"assignee_id": ["This person is not of the shop."]}) from error
    except IllegalTicketMove as error:
        told = f"A ticket that is {error.origin} cannot become {error.target}."
        raise Refused("not_possible_now", told) from error


class TicketsView(TicketBase):
    """The tickets."""

    @operation(
        "listTickets", "tickets", answer=TicketPageSerializer,
        parameters=(
            query("tab", choices=tuple(TICKET_TABS)), query("kind", choices=KINDS),
            query("mine", kind=bool, about="Those given to the person who asks."), query("order_id", kind=UUID),
            query("thread_id", kind=UUID), query("cursor"),
        ),
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Tickets: what is to be done by when it is due, what is solved newest first."""
        read = TicketFilterSerializer(data=request.query_params)
        read.is_valid(raise_exception=True)
        given = read.validated_data
        wanted = TicketFilter(
            tab=given["tab"], kind=given["kind"], assignee_id=self.user_id if given["mine"] else None,
            order_id=given["order_id"], thread_id=given["thread_id"],
        )  # fmt: skip
        after = decode_moment(request.query_params.get("cursor", ""))
        found = list_tickets(self.shop.id, self.key, wanted, now=self.now, limit=PAGE + 1, after=after)
        shown = found[:PAGE]
        cursor = encode(*place_of(shown[-1], wanted.tab)) if len(found) > PAGE else None
        counts = count_tickets(self.shop.id, now=self.now)
        return answered(TicketPageSerializer, {"results": shown, "next_cursor": cursor, "counts": counts})

    @operation("createTicket", "tickets", answer=TicketDetailSerializer, body=NewTicketSerializer, status=201)
    def post(self, request: Request) -> Response:
        """Open a ticket for a customer; where one of this kind about the same order is open, that one takes the words."""
        values = checked(NewTicketSerializer, request)
        wanted = ByHand(
            id=values["id"], kind=TicketKind(values["kind"]), thread_id=values["thread_id"], order_id=values["order_id"],
            words=values["words"], priority=Priority(values["priority"]), actor=self.actor,
        )  # fmt: skip
        with deed():
            ticket_id = ticket_deeds.open_by_hand(borrowed(), self.shop.id, wanted, self.times)
        return self.one(ticket_id, status=201)


class TicketOneView(TicketBase):
    """One ticket."""

    @operation("getTicket", "tickets", answer=TicketDetailSerializer)
    def get(self, request: Request, ticket_id: UUID) -> Response:
        """The ticket with its timeline."""
        return self.one(ticket_id)

    @operation("changeTicket", "tickets", answer=TicketDetailSerializer, body=TicketChangeSerializer)
    def patch(self, request: Request, ticket_id: UUID) -> Response:
        """Move it, say how urgent it is, give it to somebody (null: to nobody). A solved ticket is told its customer once.
        409 `not_possible_now`."""
        values = checked(TicketChangeSerializer, request)
        priority = Priority(values["priority"]) if "priority" in values else None
        with deed():
            ticket_deeds.change(
                borrowed(), self.shop.id, ticket_id, actor=self.actor, now=self.now, priority=priority,
                assignee_id=values.get("assignee_id"),
                unassign="assignee_id" in values and values["assignee_id"] is None,
            )  # fmt: skip
            if "state" in values:
                to = TicketState(values["state"])
                ticket_deeds.move(
                    borrowed(), self.shop.id, ticket_id, to, actor=self.actor, times=self.times, user_id=self.user_id
                )
        return self.one(ticket_id)


class TicketNotesView(TicketBase):
    """Notes on a ticket."""

    @operation("noteTicket", "tickets", answer=TicketDetailSerializer, body=TicketNoteSerializer, status=201)
    def post(self, request: Request, ticket_id: UUID) -> Response:
        """Write a note among the shop's people; the customer does not see it."""
        values = checked(TicketNoteSerializer, request)
        with deed():
            ticket_deeds.note(
                borrowed(), self.key, ticket_id, values["id"], values["text"], actor=self.actor, now=self.now
            )  # fmt: skip
        return self.one(ticket_id, status=201)


class TicketReplyView(TicketBase):
    """Answering in a ticket's conversation."""

    is_atomic = False  # taking over and sending commit by themselves

    @operation("replyTicket", "tickets", answer=TicketDetailSerializer, body=TicketReplySerializer, status=201)
    def post(self, request: Request, ticket_id: UUID) -> Response:
        """Take the conversation over and write to the customer; with `waits` it is their turn.
        409 `already_held`, 409 `window_closed`, 409 `blocked`."""
        values = checked(TicketReplySerializer, request)
        found = get_ticket(self.shop.id, self.key, ticket_id, now=self.now)
        if found is None:
            raise NotFound(NO_TICKET)
        with holding(self, found.thread_id) as call, deed():
            ticket_deeds.answer(
                borrowed(), self.shop.id, ticket_id, call["user"], values["text"], waits=values["waits"], now=self.now
            )  # fmt: skip
        return self.one(ticket_id, status=201)
