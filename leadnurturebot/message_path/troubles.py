"""What follows from a refused send or a failed status, beyond the message itself: the policy of `domain.send_errors` put
into rows. The answer to a send and a status of hours later come the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain import send_errors
from leadnurturebot.domain.send_errors import ErrorClass, Trouble
from leadnurturebot.leads import reach
from leadnurturebot.message_path import channel, notices, number_limits, preferences, window_fallback
from leadnurturebot.nurture.template_state import break_template, pause_template
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A message that the provider did not take, or took and did not deliver."""

    message_id: UUID
    shop_id: UUID
    thread_id: UUID
    lead_id: UUID
    number_id: UUID
    code: int
    trouble: Trouble
    template: tuple[str, str] | None = None
    """Name and language, of a template."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Both clocks."""

    now: datetime
    wall: datetime


def follow(connection: Connection, failure: Failure, moment: Moment) -> None:
    """Everything that the failure's class demands, except what becomes of the message."""
    consequence = _CONSEQUENCES.get(failure.trouble.kind)
    if consequence is not None:
        consequence(connection, failure, moment)
    if failure.trouble.kind in _TOLD or failure.trouble == send_errors.UNKNOWN_TROUBLE:
        subject = failure.template[0] if failure.template else ""
        notices.tell(connection, failure.shop_id, failure.trouble.told, subject=subject, now=moment.now)


def _slow_down(connection: Connection, failure: Failure, moment: Moment) -> None:
    until = moment.wall + send_errors.SLOWED_FOR
    number_limits.slow_down(connection, failure.number_id, wall=moment.wall, until=until)


def _stop_channel(connection: Connection, failure: Failure, moment: Moment) -> None:
    channel.stop(connection, failure.number_id, failure.trouble, failure.code, now=moment.now)


def _pause_marketing(connection: Connection, failure: Failure, moment: Moment) -> None:
    reach.pause_marketing(connection, failure.shop_id, failure.lead_id, now=moment.now)


def _stop_marketing(connection: Connection, failure: Failure, moment: Moment) -> None:
    preferences.stop_marketing(connection, failure.shop_id, failure.lead_id, now=moment.now)


def _count_undeliverable(connection: Connection, failure: Failure, moment: Moment) -> None:
    reach.count_undeliverable(connection, failure.shop_id, failure.lead_id, now=moment.now)


def _pause_template(connection: Connection, failure: Failure, moment: Moment) -> None:
    if failure.template is not None:
        pause_template(connection, failure.shop_id, *failure.template, now=moment.now)


def _break_template(connection: Connection, failure: Failure, moment: Moment) -> None:
    if failure.template is not None:
        break_template(connection, failure.shop_id, *failure.template, told=failure.trouble.told, now=moment.now)


def _leave_to_others(connection: Connection, failure: Failure, moment: Moment) -> None:
    connection.execute(
        "UPDATE conversations_thread SET holder = 'person' WHERE shop_id = %s AND id = %s",
        [failure.shop_id, failure.thread_id],
    )


def _take_marketing_path(connection: Connection, failure: Failure, moment: Moment) -> None:
    connection.execute(
        "UPDATE message_path_numberstate SET marketing_path = true WHERE number_id = %s", [failure.number_id]
    )


def _use_template(connection: Connection, failure: Failure, moment: Moment) -> None:
    window_fallback.say_by_template(
        connection, shop_id=failure.shop_id, message_id=failure.message_id, now=moment.now, wall=moment.wall
    )


_CONSEQUENCES: dict[ErrorClass, Callable[[Connection, Failure, Moment], None]] = {
    ErrorClass.SLOW_DOWN: _slow_down,
    ErrorClass.CHANNEL_STOPPED: _stop_channel,
    ErrorClass.ACCOUNT_BLOCKED: _stop_channel,
    ErrorClass.MARKETING_CAPPED: _pause_marketing,
    ErrorClass.SUPPRESS_MARKETING: _stop_marketing,
    ErrorClass.BAD_RECIPIENT: _count_undeliverable,
    ErrorClass.TEMPLATE_PAUSED: _pause_template,
    ErrorClass.TEMPLATE_BROKEN: _break_template,
    ErrorClass.NOT_OWNER: _leave_to_others,
    ErrorClass.MARKETING_PATH: _take_marketing_path,
    ErrorClass.NEEDS_TEMPLATE: _use_template,
}

# Stopped accounts tell by themselves, every shop of theirs.
_TOLD = frozenset({
    ErrorClass.CONFIG_ERROR, ErrorClass.LATER, ErrorClass.TEMPLATE_PAUSED, ErrorClass.TEMPLATE_BROKEN,
    ErrorClass.SLOW_DOWN,
})  # fmt: skip
