"""The two windows: 24 hours after the person wrote, and 72 free hours after an ad tap that was answered in time.

Pure rules over a thread; moments are unix seconds of business time.
"""

from dataclasses import replace

from simulator.chats import Thread

SERVICE_SECONDS = 24 * 3600.0
REPLY_IN_TIME_SECONDS = 24 * 3600.0
FREE_SECONDS = 72 * 3600.0


def service_until(thread: Thread) -> float | None:
    return None if thread.last_inbound_at is None else thread.last_inbound_at + SERVICE_SECONDS


def is_service_open(thread: Thread, now: float) -> bool:
    until = service_until(thread)
    return until is not None and now < until


def is_free(thread: Thread, now: float) -> bool:
    return thread.free_until is not None and now < thread.free_until


def after_inbound(thread: Thread, now: float, is_from_ad: bool) -> Thread:
    """The person wrote: the service window starts anew; an ad tap waits for an answer."""
    return replace(thread, last_inbound_at=now, referral_at=now if is_from_ad else thread.referral_at)


def after_reply(thread: Thread, now: float) -> Thread:
    """The business wrote: within 24 hours of an ad tap this opens the free window, once per tap."""
    if thread.referral_at is None:
        return thread
    in_time = now - thread.referral_at < REPLY_IN_TIME_SECONDS
    return replace(thread, referral_at=None, free_until=now + FREE_SECONDS if in_time else thread.free_until)
