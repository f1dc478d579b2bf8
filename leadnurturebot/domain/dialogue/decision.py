"""What a turn comes to: the plan's wants, the attempts to make, and the decision with its effects and trace."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.dialogue.reply import Phrase, Reply
from leadnurturebot.domain.dialogue.state import ThreadState
from leadnurturebot.domain.places import Place
from leadnurturebot.domain.tickets import TicketKind
from leadnurturebot.domain.values import record


@record
class Plan:
    """Which facts the turn wants loaded, and the reading that asked for them (private to the dialogue)."""

    products: tuple[UUID, ...] = ()
    """Products whose offers (price and free stock of every variant) are wanted."""
    orders: bool = False
    coupons: tuple[str, ...] = ()
    """Codes to look up; an empty one stands for those that may be told of."""
    pieces: bool = False
    """What the customer had before, and how it fitted."""
    parcel: bool = False
    """Where the customer's newest order goes is wanted."""
    order_goods: bool = False
    """Offers of the goods of the customer's orders are wanted, too."""
    tickets: bool = False
    reading: Any = None


@record
class PlaceOrder:
    """Attempt: make an order of the whole cart at today's prices. `expected_total` guards against a change between
    what was shown and what is ordered (minor units, shipping included; None when nothing was shown yet)."""

    payment_method: str
    expected_total: int | None = None
    address: str = ""
    coupon: str = ""
    place: Place = field(default_factory=Place)
    """Where it goes: what shipping and tax were reckoned for."""
    option: str = ""
    """Code of the way of shipping."""


@record
class CancelOrder:
    """Attempt: cancel an order that has not been packed."""

    order_id: UUID


@record
class AskReturn:
    """Attempt: send pieces of a line of an order back, or exchange them for `wanted_variant_id`."""

    order_id: UUID
    line_id: UUID
    quantity: int
    reason: str
    wanted: str
    wanted_variant_id: UUID | None = None
    words: str = ""


@record
class OpenTicket:
    """Attempt: open a ticket, or add to the one of this kind about this order. `heard_id`: the message that tells of it."""

    kind: TicketKind
    order_id: UUID | None = None
    is_urgent: bool = False
    words: str = ""
    heard_id: UUID | None = None


@record
class MoveTicket:
    """Attempt: the customer says that a ticket is solved, or not solved, or (`asked`) that the answer is late."""

    ticket_id: UUID
    to: str
    words: str = ""
    heard_id: UUID | None = None


@record
class SharePage:
    """Attempt: put goods on a page behind a link for this customer, each with why it is there."""

    picks: tuple[tuple[UUID, str], ...]


Attempt = PlaceOrder | CancelOrder | AskReturn | OpenTicket | MoveTicket | SharePage


@record
class OrderPlaced:
    """Outcome: the order stands and waits for its payment (or is confirmed, for cash on delivery)."""

    order_id: UUID
    number: str
    subtotal: int
    shipping: int
    total: int
    discount: int = 0
    tax: int = 0
    pay_url: str = ""
    """Our own payment link, empty for cash on delivery."""


@record
class OrderRefused:
    """Outcome: nothing was ordered."""

    reason: str
    """`empty_cart`, `sold_out`, `price_changed`, `method_unavailable`, `coupon_gone`, `not_shipped`."""
    variant_id: UUID | None = None
    available: int = 0


@record
class OrderCancelled:
    """Outcome of `CancelOrder`: `done`, or why it is too late."""

    number: str
    done: bool
    state: str


@record
class ReturnAsked:
    """Outcome of `AskReturn`: `approved`, `requested` (a person decides), `refused`, or `known`: it was written down before."""

    outcome: str
    why: str = ""
    """As `domain.returns.judge` says it, or `sold_out`."""
    exchange_number: str = ""
    amount: int | None = None
    """What goes back once the goods are there, in minor units."""


@record
class TicketStands:
    """Outcome of `OpenTicket` and `MoveTicket`: the ticket as it is now."""

    number: int
    due_at: datetime
    is_new: bool = False
    done: bool = True
    """False where the move was no longer possible."""


@record
class PageShared:
    """Outcome: the page's address, empty where none could be made."""

    url: str


Outcome = OrderPlaced | OrderRefused | OrderCancelled | ReturnAsked | TicketStands | PageShared


@record
class CartChange:
    """Effect: the wanted quantity of a variant in the cart (0 removes it), at the price shown."""

    variant_id: UUID
    product_id: UUID
    quantity: int
    unit_price: int


@record
class ConsentChange:
    """Effect: what the customer agreed to or took back. `kind`: `marketing`, `reminders`, `restock`, `address`, `all`."""

    kind: str
    granted: bool
    variant_id: UUID | None = None


@record
class HandOff:
    """Effect: a person is asked to take over."""

    reason: str
    """`asked`, `complaint`, `unsure_twice`, `high_value`, `promise_needed`, `abuse`."""
    summary: tuple[Phrase, ...] = ()
    """For the person who takes over, in the shop's language."""


@record
class Unanswered:
    """Effect: a message that had no answer is kept for the shop to answer."""

    heard_id: UUID
    text: str
    language: str
    reason: str
    """`low_confidence`, `out_of_scope` (and about the shop), `asked_person` (the answer is in no record)."""


@record
class Offered:
    """Effect: a product was suggested. Its place is that in `Effects.offered`."""

    product_id: UUID
    why: str
    """`Why` as a word, `asked` for what was searched or similar to what was asked about."""


@record
class Followed:
    """Effect: a suggested product was opened or taken, the first time."""

    product_id: UUID
    slot: int
    """Its place in the suggestions, from 1."""


@record
class FitTold:
    """Effect: the customer said how a line of an order fits: `small`, `right` or `large`."""

    line_id: UUID
    felt: str


@record
class Effects:
    """Everything a turn changes. Applied in the turn's own transaction."""

    cart: tuple[CartChange, ...] = ()
    consent: tuple[ConsentChange, ...] = ()
    handoff: HandOff | None = None
    viewed: tuple[UUID, ...] = ()
    customer: Mapping[str, Any] = field(default_factory=dict)
    """Facts learned about the customer: `Customer` fields by name (`height_cm`, `usual_size`, `address`…)."""
    erase: bool = False
    save_for_later: bool = False
    address_wanted: bool = False
    unanswered: tuple[Unanswered, ...] = ()
    offered: tuple[Offered, ...] = ()
    followed: tuple[Followed, ...] = ()
    fits: tuple[FitTold, ...] = ()


@record
class Fact:
    """A fact a reply rests on: what, of which record, and the value as it was."""

    kind: str
    """`price`, `stock`, `sizes`, `detail`, `shipping`, `total`, `order`, `rule`, `size_advice`…"""
    subject: str
    value: str
    at: datetime | None = None


@record
class Trace:
    """Why the reply is what it is, in words an owner can follow."""

    skill: str
    intents: tuple[tuple[str, float], ...] = ()
    read_as: tuple[str, ...] = ()
    rule: str = ""
    facts: tuple[Fact, ...] = ()


@record
class Decision:
    """The outcome of a turn. With `attempts`, reply and effects are provisional until `conclude`."""

    state: ThreadState
    replies: tuple[Reply, ...] = ()
    """Almost always one; two only where the format forbids one; none when silence is right."""
    effects: Effects = field(default_factory=Effects)
    attempts: tuple[Attempt, ...] = ()
    trace: Trace = field(default_factory=lambda: Trace(skill="silence"))
    language: str = ""
    """Language of this reply; may differ from the thread's when one message came in another language."""
    pending: Any = None
    """What `conclude` needs again (private to the dialogue)."""
