"""What the demo's past is made of. All times are aware UTC and lie before the `now` they were made for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Source = Literal["instagram_ad", "facebook_ad", "google_ad", "widget", "qr", "link", "direct"]
Outcome = Literal["asked", "chose", "cart", "ordered", "payment_failed", "left", "stopped", "person"]
Reason = Literal["too_small", "too_big", "damaged", "changed_mind"]
Verdict = Literal["fits_well", "too_small", "too_big"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLead:
    """Somebody who came. `phone` is E.164, or None for a person who shows only a username."""

    key: str
    """Stable name of this lead within the generated past."""
    name: str
    phone: str | None
    username: str | None
    country: str
    language: str
    source: Source
    ad_id: str | None
    """Id of the ad in `shop.ADS`, for the three ad sources."""
    arrived_at: datetime
    usual_step: int
    """How many sizes above (or below, negative) the middle size the person wears."""
    height_cm: int
    weight_kg: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMessage:
    """One line of a conversation."""

    at: datetime
    is_inbound: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastConversation:
    """A session: what was said, about which product, and what came of it."""

    lead_key: str
    started_at: datetime
    outcome: Outcome
    product: str
    """External id of what they talked about."""
    sku: str | None
    """The colour and size chosen, if it came to that."""
    cart_skus: tuple[str, ...]
    """What lies in the cart still: empty after a paid order."""
    order_number: str | None
    is_waiting: bool
    """A person was asked for, and none has answered yet."""
    messages: tuple[PastMessage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLine:
    """A line as sold, in US cents."""

    sku: str
    quantity: int
    unit_price_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFit:
    """What a buyer said of the fit."""

    sku: str
    verdict: Verdict
    said_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReturn:
    """Goods sent back. `settled_at` is None while the parcel is on its way."""

    sku: str
    wants: Literal["exchange", "refund"]
    reason: Reason
    asked_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastOrder:
    """An order and what became of it. Amounts are US cents."""

    number: str
    lead_key: str
    placed_at: datetime
    lines: tuple[PastLine, ...]
    subtotal_minor: int
    shipping_minor: int
    total_minor: int
    code: str
    """The coupon it was placed with, empty without one."""
    discount_minor: int
    payment_method: Literal["card", "wallet"]
    declined_at: datetime | None
    """When an attempt to pay failed; a paid order may have had one before."""
    paid_at: datetime | None
    shipped_at: datetime | None
    delivered_at: datetime | None
    state: Literal["awaiting_payment", "expired", "paid", "shipped", "delivered", "refunded"]
    fits: tuple[PastFit, ...]
    returns: tuple[PastReturn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Everything up to now, each list in order of time."""

    leads: tuple[PastLead, ...]
    conversations: tuple[PastConversation, ...]
    orders: tuple[PastOrder, ...]
