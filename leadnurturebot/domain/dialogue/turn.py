"""Everything one turn of a conversation may look at. Nothing else is known, so nothing else can be said."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from uuid import UUID

from leadnurturebot.domain.address_forms import FormAddress
from leadnurturebot.domain.catalogue import Catalogue, Offer
from leadnurturebot.domain.coupons import Coupon
from leadnurturebot.domain.delivery_places import SentPlace
from leadnurturebot.domain.dialogue.state import ThreadState
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.recommending import Habits
from leadnurturebot.domain.shipping import ShippingOption, Zone
from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.domain.sizing.learning import Fits
from leadnurturebot.domain.taxes import Taxes
from leadnurturebot.domain.tickets import Priority, TicketKind, TicketState
from leadnurturebot.domain.values import record


@record
class Shop:
    """The shop's rules and settings that a reply may quote. Amounts are minor units of `currency`."""

    name: str
    currency: str
    country: str
    timezone: str
    language: str = "en"
    shipping_flat: int | None = None
    shipping_free_from: int | None = None
    shipping_days: tuple[int, int] | None = None
    """Working days from dispatch to the door, lowest and highest."""
    dispatch_days: tuple[int, int] | None = None
    """Working days until a paid order leaves the shop."""
    ships_to: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    """Where it ships to and how; empty: everywhere (that `ships_to` names) by the one rule above, which otherwise says what
    the first option of the first zone says."""
    taxes: Taxes = field(default_factory=Taxes)
    return_days: int | None = None
    exchange_free: bool = False
    return_instructions: str = ""
    """How something is sent back, in the owner's words."""
    hours: str = ""
    """Opening hours in the owner's words, empty when not recorded."""
    address: str = ""
    team_name: str = ""
    """Whom a hand-off names ("Sarah")."""
    payment_methods: tuple[str, ...] = ()
    """Connected ways to pay, by slug: `card`, `wallet`, `cash_on_delivery`…"""
    cash_fee: int = 0
    """What cash on delivery adds to the total."""
    cash_limit: int | None = None
    """Most that may be paid in cash on delivery, fee included; None: any amount."""
    discount_limit: int = 90
    """Most that a coupon takes off a piece, in percent of its price."""
    reminder_consent: bool = False
    """The consent line under the cart is switched on."""
    emoji: bool = True
    handoff_value: int | None = None
    """Carts above this go to a person; None: never."""
    is_open: bool | None = None
    """Whether the team is there now; None when hours are not recorded."""
    opens_at: datetime | None = None
    """When the team is there next, in the shop's time; None when it never is or hours are not recorded."""

    @property
    def goes_by_place(self) -> bool:
        """Whether it matters where a parcel goes: for the cost, the ways to choose from, or the tax."""
        return (
            len(self.zones) > 1
            or bool(self.taxes.rates)
            or any(zone.countries or len(zone.options) > 1 for zone in self.zones)
        )

    @property
    def all_zones(self) -> tuple[Zone, ...]:
        """The shop's zones; its one rule as a zone where it has no others."""
        if self.zones:
            return self.zones
        rule = ShippingOption(self.shipping_flat, self.shipping_free_from, days=self.shipping_days)
        return (Zone((rule,), self.ships_to),)

    def takes_cash(self, total: int) -> bool:
        """Whether so much, before the fee, may be paid at the door."""
        within = self.cash_limit is None or total + self.cash_fee <= self.cash_limit
        return within and "cash_on_delivery" in self.payment_methods


@record
class Customer:
    """What is known of the person."""

    name: str = ""
    country: str = ""
    language: str = ""
    opted_out: bool = False
    marketing_consent: bool = False
    height_cm: float | None = None
    weight_kg: float | None = None
    bust_cm: float | None = None
    waist_cm: float | None = None
    hip_cm: float | None = None
    foot_length_cm: float | None = None
    usual_size: str = ""
    address: str = ""
    """Where the order under way goes: gone once it stands."""
    address_note: str = ""
    """For the courier: the place sent, who takes the parcel."""
    kept_address: str = ""
    """What the customer agreed to have kept for the next time."""
    kept_note: str = ""
    address_asked: bool = False
    """Whether an address may be kept was asked before: it is asked once."""


@record
class CartLine:
    """A line of the cart at today's price."""

    product_id: UUID
    variant_id: UUID
    name: str
    color: str
    size: str
    quantity: int
    unit_price: int
    unit_compare_at: int | None = None
    added_price: int | None = None
    """Price when it was put in; differs from `unit_price` when the shop changed it since."""
    available: int = 0
    category: str = ""

    @property
    def total(self) -> int:
        return self.unit_price * self.quantity


@record
class OrderItem:
    """A line of an order as it was sold."""

    line_id: UUID
    variant_id: UUID
    product_id: UUID
    name: str
    color: str
    size: str
    quantity: int
    unit_price: int
    returning: int = 0
    """Pieces that are returned, or on their way back."""
    return_state: str = ""
    """Of the newest return of it, empty when there is none."""
    return_wanted: str = ""


@record
class Order:
    """An order as the customer may ask about it."""

    id: UUID
    number: str
    state: str
    """`awaiting_payment`, `paid`, `packed`, `shipped`, `delivered`, `cancelled`, `refunded`."""
    placed_at: datetime
    state_since: datetime
    total: int
    lines: tuple[str, ...] = ()
    items: tuple[OrderItem, ...] = ()
    tracking_url: str = ""
    tracking_number: str = ""
    carrier: str = ""
    expected_date: date | None = None
    held_until: datetime | None = None
    """Until when its pieces are, or were, set aside for paying; None when nobody opened the payment page."""


@record
class TicketSeen:
    """A ticket as the customer may ask about it."""

    id: UUID
    number: int
    kind: TicketKind
    state: TicketState
    priority: Priority
    order_id: UUID | None
    order_number: str
    opened_at: datetime
    due_at: datetime
    answered_at: datetime | None = None
    solved_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state is not TicketState.SOLVED


@record
class Piece:
    """Something that the customer bought, and how it fitted."""

    product_id: UUID
    name: str
    size: str
    felt: Felt


@record
class AdTap:
    """The ad, link or code a message came through."""

    source: str
    """`instagram_ad`, `facebook_ad`, `google_ad`, `qr`, `widget`, `link`, `direct`, `meta_ad`; `page` for a personal catalogue."""
    ad_id: str = ""
    headline: str = ""
    product_id: UUID | None = None
    color: str = ""


@record
class CartRequest:
    """A line of a cart sent from WhatsApp (`order`), resolved by SKU; unknown SKUs have no variant."""

    sku: str
    quantity: int
    quoted_price: int | None = None
    variant_id: UUID | None = None


@record
class Heard:
    """One customer message of the turn."""

    id: UUID
    at: datetime
    kind: str
    """`text`, `tap`, `order`, `image`, `audio`, `video`, `document`, `sticker`, `location`, `contacts`, `reaction`,
    `unsupported`."""
    text: str = ""
    action: str = ""
    """Id of the tapped button or row."""
    ad: AdTap | None = None
    quoted_products: tuple[UUID, ...] = ()
    """Products of the message that was quoted."""
    cart: tuple[CartRequest, ...] = ()
    understanding: Understanding | None = None
    place: SentPlace | None = None
    """The location sent."""
    form: FormAddress | None = None
    """The address written into the messenger's form."""


@record
class Turn:
    """The whole view of one turn: the messages to answer and the state they meet."""

    now: datetime
    shop: Shop
    customer: Customer
    state: ThreadState
    heard: tuple[Heard, ...]
    catalogue: Catalogue
    cart: tuple[CartLine, ...] = ()
    lapsed: tuple[CartLine, ...] = ()
    """What lay in a cart that nobody touched for as long as the shop keeps one, at today's prices: no part of the cart."""
    sales: Mapping[UUID, int] = field(default_factory=dict)
    """Pieces sold lately by product id, for "best sellers"."""
    fits: Fits = field(default_factory=Fits)
    """How pieces fitted those who bought them."""
    habits: Habits = field(default_factory=Habits)
    """What the shop's customers do with its goods."""
    bought: tuple[UUID, ...] = ()
    """Products that this customer bought, newest first: suggested from, not suggested again."""
    has_shelf: bool = False
    """Whether the number that is written to shows goods from the channel's own catalogue."""
    languages: tuple[str, ...] = ("en",)
    """Languages that have texts: nothing else can be switched to."""


@record
class Facts:
    """What the batched load brought for a plan."""

    offers: Mapping[UUID, Offer] = field(default_factory=dict)
    """By variant id, for every variant of every product wanted."""
    orders: tuple[Order, ...] = ()
    """The customer's orders, newest first, when wanted."""
    coupons: tuple[Coupon, ...] = ()
    """Of the codes named or noted those that the shop has, then what may be told of, newest first; when wanted."""
    pieces: tuple[Piece, ...] = ()
    """What the customer had before, newest first, when wanted."""
    tickets: tuple[TicketSeen, ...] = ()
    """The customer's tickets, newest first, when wanted: unsolved, or solved lately."""
    parcel: str = ""
    """Where the customer's newest order goes, as it is kept on it, when wanted."""
