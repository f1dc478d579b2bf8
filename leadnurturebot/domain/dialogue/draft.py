"""The reply under construction: skills add sentences, choices, effects, facts; `compose.py` makes one message of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from leadnurturebot.domain.catalogue import Offer, Product, Variant
from leadnurturebot.domain.dialogue.decision import (
    Attempt,
    ConsentChange,
    Fact,
    FitTold,
    HandOff,
    Offered,
    Outcome,
    Unanswered,
)
from leadnurturebot.domain.dialogue.reply import AddressAsked, Card, Choice, Phrase, Picture, Value
from leadnurturebot.domain.dialogue.request import Reading, Request
from leadnurturebot.domain.dialogue.state import Focus, Question
from leadnurturebot.domain.dialogue.turn import CartLine, Facts, Turn
from leadnurturebot.domain.money import Money

# How strongly a part claims the one shape a message can have; the next step to the order wins.
HINT, PRODUCT, QUESTION, CART, CHOICE, GOODS, LINK = range(1, 8)


@dataclass(slots=True)
class Shape:
    """The one interactive part of a message."""

    weight: int = 0
    buttons: tuple[Choice, ...] = ()
    rows: tuple[Choice, ...] = ()
    rows_label: Phrase | None = None
    cards: tuple[Card, ...] = ()
    cards_label: Phrase | None = None
    link: tuple[Phrase, str] | None = None
    catalogue_item: str = ""
    """SKU of the product on the picture of the whole catalogue, where that is what the message opens."""
    where: AddressAsked | None = None


@dataclass(slots=True)
class Draft:
    """What the skills have said and changed so far in this turn."""

    turn: Turn
    reading: Reading
    facts: Facts
    outcomes: Sequence[Outcome] | None = None
    """Outcomes of the attempts in the order they are made, or None while deciding."""
    say_parts: list[Phrase] = field(default_factory=list)
    closing: list[Phrase] = field(default_factory=list)
    """Lines that stand below everything else."""
    shape: Shape = field(default_factory=Shape)
    picture: Picture | None = None
    focus: Focus | None = None
    shown: tuple[UUID, ...] | None = None
    refused: list[UUID] = field(default_factory=list)
    viewed: list[UUID] = field(default_factory=list)
    listed: list[UUID] = field(default_factory=list)
    """Shown in a list of several, not looked at one by one."""
    offered: tuple[Offered, ...] = ()
    """What was suggested by us."""
    wish: dict[str, object] | None = None
    question: Question | None = None
    cart: list[CartLine] = field(default_factory=list)
    cart_at: int | None = None
    """Where among the sentences the cart's new state stands, once it has changed."""
    cart_intro: str = "cart.now"
    reconfirmed: set[UUID] = field(default_factory=set)
    """Cart lines whose changed price was said in this turn: the price shown is taken over."""
    consent: list[ConsentChange] = field(default_factory=list)
    handoff: HandOff | None = None
    customer: dict[str, object] = field(default_factory=dict)
    state_changes: dict[str, object] = field(default_factory=dict)
    fits: list[FitTold] = field(default_factory=list)
    erase: bool = False
    save_for_later: bool = False
    address_wanted: bool = False
    dropped: list[CartLine] = field(default_factory=list)
    """Pieces of a lapsed cart that are let go of."""
    unanswered: list[Unanswered] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    trace_facts: list[Fact] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    silent: bool = False
    reckoned: dict[object, object] = field(default_factory=dict)
    """What is dear to work out and asked for again and again within the turn."""

    def __post_init__(self) -> None:
        self.cart = list(self.turn.cart)
        self.focus = self.reading.focus

    def say(self, key: str, **values: Value) -> None:
        """Add a sentence."""
        self.say_parts.append(Phrase(key, values))

    def say_below(self, key: str, **values: Value) -> None:
        """Add a line that stands below everything else."""
        self.closing.append(Phrase(key, values))

    def buttons(self, weight: int, *choices: Choice | None) -> None:
        """Claim the message's shape for buttons; absent choices are left out, the first three stay."""
        present = tuple(choice for choice in choices if choice is not None)[:3]
        if present:
            self.claim(Shape(weight=weight, buttons=present))

    def claim(self, shape: Shape) -> None:
        """Take the shape unless something weightier has it; of two equals the later wins."""
        if shape.weight >= self.shape.weight:
            self.shape = shape

    def show(self, product: Product, color: str = "") -> None:
        """Let the message carry the product's picture; the first one asked for stays."""
        if self.picture is None and product.images:
            self.picture = Picture(product.id, color if color in product.images else "")

    def ask(self, kind: str, **about: object) -> None:
        """Leave one question open; the last one asked counts."""
        self.question = Question(kind=kind, about=about)

    def fact(self, kind: str, subject: str, value: str) -> None:
        """Record what a sentence rests on."""
        self.trace_facts.append(Fact(kind=kind, subject=subject, value=value, at=self.turn.now))

    def miss(self, request: Request, reason: str) -> None:
        """Keep what was written and could not be answered; a tap asks nothing new."""
        text = request.said.strip()
        if request.heard_id is not None and request.action is None and text:
            missed = Unanswered(heard_id=request.heard_id, text=text, language=request.language, reason=reason)
            self.unanswered.append(missed)

    def money(self, minor: int) -> Money:
        return Money(minor, self.turn.shop.currency)

    def offer(self, variant: Variant) -> Offer | None:
        return self.facts.offers.get(variant.id)

    def attempt(self, attempt: Attempt) -> Outcome | None:
        """Ask for an attempt: None while it is still to be made, its outcome once it was."""
        self.attempts.append(attempt)
        if self.outcomes is None:
            return None
        return self.outcomes[len(self.attempts) - 1]

    def look_at(self, product: Product, *, color: str = "", size: str = "", quantity: int = 1) -> None:
        """Put a product in focus and remember that it was looked at."""
        self.focus = Focus(product_id=product.id, color=color, size=size, quantity=quantity)
        if product.id not in self.viewed:
            self.viewed.append(product.id)

    def put(self, product: Product, variant: Variant, quantity: int) -> None:
        """Set the wanted quantity of a variant in the cart (0 takes it out)."""
        offer = self.offer(variant)
        for index, line in enumerate(self.cart):
            if line.variant_id == variant.id:
                changed = replace(line, quantity=quantity)
                self.cart[index : index + 1] = [changed] if quantity else []
                break
        else:
            if quantity and offer is not None:
                self.cart.append(_line(product, variant, offer, quantity))
        if self.cart_at is None:
            self.cart_at = len(self.say_parts)

    def has_said(self, *keys: str) -> bool:
        """Whether one of these sentences was said lately."""
        return any(said.partition("#")[0] in keys for said in self.turn.state.recent_replies)

    @property
    def focus_before(self) -> tuple[UUID, str, str] | None:
        """Product, colour and size that were in focus before the turn."""
        focus = self.turn.state.focus
        return (focus.product_id, focus.color, focus.size) if focus else None

    def quantity_in_cart(self, variant_id: UUID) -> int:
        return next((line.quantity for line in self.cart if line.variant_id == variant_id), 0)


def _line(product: Product, variant: Variant, offer: Offer, quantity: int) -> CartLine:
    return CartLine(
        product_id=product.id,
        variant_id=variant.id,
        name=product.name,
        color=variant.color,
        size=variant.size,
        quantity=quantity,
        unit_price=offer.price,
        unit_compare_at=offer.compare_at,
        added_price=offer.price,
        available=offer.available,
        category=product.category,
    )
