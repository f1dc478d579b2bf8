"""What is said, before it is put into words: phrases with typed facts, and choices with the deed they do.

A reply names texts by key; `assistant` renders them in the customer's language within the limits of the format.
Every value that a customer could hold us to is a typed parameter, so that it can be traced and formatted by locale.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, time
from typing import TypeAlias
from uuid import UUID

from leadnurturebot.domain.money import Money
from leadnurturebot.domain.values import record, value

BUTTONS_MAX = 3
ROWS_MAX = 10
CARDS_MAX = 10


@value
class Term:
    """A word of the shop's fixed vocabulary, said in the customer's language: `Term("color", "blue")`."""

    kind: str
    """`color`, `category`, `fit`, `material`, `certainty`, `source`, `order_state`, `payment_method`, `weekday`…"""
    value: str


@value
class Price:
    """A price as it is told: with the old one when on sale ("$64 (was $80)"), as a range when variants differ."""

    now: Money
    was: Money | None = None
    top: Money | None = None


@value
class Span:
    """A range of whole numbers from a rule: "3–5" working days."""

    low: int
    high: int


@value
class Percent:
    """A rate, in thousandths of a percent."""

    rate: int


Value: TypeAlias = "str | int | Money | Term | Price | Span | Percent | date | time | Phrase | tuple[Value, ...]"
"""A parameter of a phrase. Plain `str` is said as it stands in a record (names, sizes, numbers of orders, addresses);
a tuple is joined as a list ("S, M and L"), a phrase inside another is put into words first."""


@value
class Phrase:
    """One sentence or line, by its key in the texts."""

    key: str
    values: "Mapping[str, Value]" = field(default_factory=dict)
    variant: int = 0
    """Which wording of the key: counts how often it was just said, so that a second asking is worded differently."""


@value
class Choice:
    """A button, row or card: what it says and the action id that comes back when it is tapped."""

    action: str
    label: Phrase
    hint: Phrase | None = None
    """Second line of a list row."""


@value
class Picture:
    """Picture of a product in a colour (first colour when empty)."""

    product_id: UUID
    color: str = ""


@value
class Card:
    """One product of a carousel."""

    picture: Picture
    text: tuple[Phrase, ...]
    action: str
    sku: str = ""
    """The very variant that is meant, by which a catalogue outside knows it."""


@record
class AddressAsked:
    """What the messenger has to give an address with: its form where there is one, else a button that sends a location."""

    country: str = ""
    """Of the form; empty: a location."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Fields of the form that are filled in already."""
    errors: Mapping[str, Phrase] = field(default_factory=dict)
    """What is wrong with a field of the form that came back."""


@record
class Reply:
    """One message to the customer. Exactly one of buttons, rows, cards, link, where, catalogue is used, or none for plain text.

    Raises ValueError when built outside the limits of the format (3 buttons, 10 rows, 2-10 cards, one shape).
    """

    say: tuple[Phrase, ...]
    """Parts of the body, joined as the texts say: each phrase is a sentence; a phrase whose key starts with
    `line.` starts a new line, and sentences after it go on there."""
    picture: Picture | None = None
    buttons: tuple[Choice, ...] = ()
    rows: tuple[Choice, ...] = ()
    rows_label: Phrase | None = None
    cards: tuple[Card, ...] = ()
    cards_label: Phrase | None = None
    link: tuple[Phrase, str] | None = None
    """Label of a link button and its address."""
    where: AddressAsked | None = None
    """The question where the goods go."""
    catalogue_item: str = ""
    """Opens the channel's whole catalogue; the SKU of the product on its picture."""

    def __post_init__(self) -> None:
        shapes = (self.buttons, self.rows, self.cards, self.link, self.where, self.catalogue_item)
        if sum(map(bool, shapes)) > 1:
            raise ValueError(
                "a message has one shape: buttons, rows, cards, a link, a catalogue or the question where to"
            )
        if len(self.buttons) > BUTTONS_MAX or len(self.rows) > ROWS_MAX or len(self.cards) > CARDS_MAX:
            raise ValueError("too many buttons, rows or cards for one message")
        if len(self.cards) == 1 or (self.rows and self.picture) or (self.cards and self.picture):
            raise ValueError("a carousel has at least two cards, and a list or carousel carries no picture of its own")
