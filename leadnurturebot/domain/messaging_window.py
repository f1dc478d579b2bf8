"""When a customer may be written to freely, and when that costs nothing.

Two clocks run apart (WhatsApp's rules on the customer service window and the free entry point):
- The service window: 24 h from the customer's last message to this business number. Inside it anything may be sent,
  outside only approved templates.
- The free entry point: our reply within 24 h of a tap on a Click-to-WhatsApp ad opens 72 h in which all messages are
  free, templates too. Its end reported by the provider is believed over our own sum.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SERVICE_WINDOW = timedelta(hours=24)
ANSWER_TAP_WITHIN = timedelta(hours=24)
FREE_ENTRY = timedelta(hours=72)


class WindowKind(StrEnum):
    """Whether plain text may be sent: in an ad's free window, in a charged service window, or not at all."""

    AD = "ad"
    SERVICE = "service"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What holds in a thread at one moment. A closed window can still be free: then a template costs nothing."""

    kind: WindowKind
    until: datetime | None = None
    """End of the service window, None when it is closed."""
    free: bool = False
    """A message sent now is expected to be free."""
    free_until: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether plain text and buttons may be sent; otherwise only an approved template."""
        return self.kind is not WindowKind.CLOSED


CLOSED = Window(kind=WindowKind.CLOSED)


def free_entry_until(
    now: datetime, *, ad_tap_at: datetime | None, replied_to_tap_at: datetime | None, fep_expires_at: datetime | None
) -> datetime | None:
    """End of the ad's free window, None without one. An unanswered tap counts as answered `now`, for 24 h."""
    if ad_tap_at is None:
        return fep_expires_at
    if fep_expires_at is not None and fep_expires_at > ad_tap_at:
        return fep_expires_at
    answered_at = replied_to_tap_at if replied_to_tap_at and replied_to_tap_at >= ad_tap_at else now
    return answered_at + FREE_ENTRY if answered_at - ad_tap_at <= ANSWER_TAP_WITHIN else None


def window_at(
    now: datetime,
    *,
    last_inbound_at: datetime | None,
    ad_tap_at: datetime | None = None,
    replied_to_tap_at: datetime | None = None,
    fep_expires_at: datetime | None = None,
) -> Window:
    """The window of a thread (lead and business number) at `now`.

    `last_inbound_at`: the customer's last message to this number. `ad_tap_at`: their last message that carried an ad's
    referral; `replied_to_tap_at`: our first reply after it; `fep_expires_at`: the end the provider told in a status.
    """
    until = last_inbound_at + SERVICE_WINDOW if last_inbound_at else None
    free_until = free_entry_until(
        now, ad_tap_at=ad_tap_at, replied_to_tap_at=replied_to_tap_at, fep_expires_at=fep_expires_at
    )
    free = free_until is not None and now < free_until
    free_until = free_until if free else None
    if until is None or now >= until:
        return Window(kind=WindowKind.CLOSED, free=free, free_until=free_until)
    kind = WindowKind.AD if free else WindowKind.SERVICE
    return Window(kind=kind, until=until, free=free, free_until=free_until)
