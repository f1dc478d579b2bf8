"""Acting on a conversation as a person: the checks before, and refusals in the API's words."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any
from uuid import UUID

from django.db import transaction
from rest_framework.exceptions import NotFound

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.views import ShopView
from leadnurturebot.conversations.queries import get_thread
from leadnurturebot.message_path.agents import (
    WAIT_FOR_SEND,
    AlreadyHeld,
    Blocked,
    NoMessage,
    NotHolding,
    WindowClosed,
    sends_in_flight,
)
from leadnurturebot.message_path.blocking import CannotBlock, set_blocked
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import get_user


@contextmanager
def holding(view: ShopView, thread_id: UUID) -> Iterator[dict[str, Any]]:
    """The arguments of an agent's action. Its refusals become problems with a code."""
    now = view.now
    if get_thread(view.shop.id, view.key, thread_id, now=now) is None:
        raise NotFound("There is no such conversation.")
    if view.user_id is None:
        raise Refused("person_needed", "Only a person can hold a conversation.", status_code=403)
    try:
        # One transaction, committed when the action is through: what follows may wait for others to see it.
        with transaction.atomic():
            yield {"shop_id": view.shop.id, "thread_id": thread_id, "user": get_user(view.user_id), "now": now}
    except NotHolding as error:
        raise Refused("not_holding", "Take the conversation over first.") from error
    except AlreadyHeld as error:
        raise Refused("already_held", "Somebody else holds this conversation.") from error
    except Blocked as error:
        raise Refused("blocked", "This person is blocked: unblock them first.") from error
    except NoMessage as error:
        raise Refused("no_such_message", "The message to answer is not in this conversation.") from error
    except WindowClosed as error:
        raise Refused("window_closed", "Plain text cannot reach this person now; only a template can.") from error


LOOK_EVERY_SECONDS = 0.05


def wait_for_last_send(shop_id: UUID, thread_id: UUID) -> None:
    """Return when no message of the conversation is just leaving, after two seconds at the latest.

    The hand-off is committed by then, so that no message of the bot starts after it.
    """
    until = wall_now() + WAIT_FOR_SEND
    pause = Event()
    while sends_in_flight(borrowed(), shop_id=shop_id, thread_id=thread_id) and wall_now() < until:
        pause.wait(LOOK_EVERY_SECONDS)


_NOT_BLOCKED = {
    "not_recent": "WhatsApp lets a shop block only people who wrote within the last 24 hours.",
    "refused": "WhatsApp refused.",
    "unsupported": "The provider of this number has no block list.",
    "unreachable": "WhatsApp could not be reached; nothing was changed.",
}


def blocking(view: ShopView, thread_id: UUID, *, is_blocked: bool) -> None:
    """Block or unblock somebody as the person who asks. Its refusals become problems with a code."""
    if get_thread(view.shop.id, view.key, thread_id, now=view.now) is None:
        raise NotFound("There is no such conversation.")
    if view.user_id is None:
        raise Refused("person_needed", "Only a person can block somebody.", status_code=403)
    user = get_user(view.user_id)
    try:
        set_blocked(shop_id=view.shop.id, thread_id=thread_id, user=user, now=view.now, is_blocked=is_blocked)
    except CannotBlock as error:
        status_code = 503 if error.reason == "unreachable" else 409
        raise Refused(error.reason, _NOT_BLOCKED[error.reason], status_code=status_code) from error
