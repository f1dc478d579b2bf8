"""A message as it leaves us, before any provider's wire format; stored as JSON and shown in transcripts.

The limits are WhatsApp's (characters, not bytes), the narrowest of the channels served. Breaking one is a mistake in
the program, so it raises: the phrasing shortens before it builds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

BODY_MAX = 1024
TEXT_MAX = 4096
TITLE_MAX = 20
ROW_TITLE_MAX = 24
ROW_DESCRIPTION_MAX = 72
CARD_MAX = 160
CARD_LINE_BREAKS_MAX = 2
FOOTER_MAX = 60
BUTTON_ID_MAX = 256
ROW_ID_MAX = 200
CARD_BUTTON_ID_MAX = 20


def _check(text: str, limit: int, what: str, *, may_be_empty: bool = False) -> None:
    if len(text) > limit or not (text.strip() or may_be_empty):
        raise ValueError(f"{what} has {len(text)} characters; one to {limit} are allowed")


def _check_distinct(titles: Sequence[str]) -> None:
    if len(set(titles)) != len(titles):
        raise ValueError("two choices of one message have the same title")


@dataclass(frozen=True, slots=True)
class Button:
    """A reply button: what comes back, and what it says."""

    id: str
    title: str

    def __post_init__(self) -> None:
        _check(self.id, BUTTON_ID_MAX, "button id")
        _check(self.title, TITLE_MAX, "button title")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list."""

    id: str
    title: str
    description: str = ""

    def __post_init__(self) -> None:
        _check(self.id, ROW_ID_MAX, "row id")
        _check(self.title, ROW_TITLE_MAX, "row title")
        _check(self.description, ROW_DESCRIPTION_MAX, "row description", may_be_empty=True)


@dataclass(frozen=True, slots=True)
class ContentCard:
    """A card of a carousel. All cards of a message have the same buttons."""

    image_url: str
    body: str
    buttons: tuple[Button, ...]

    def __post_init__(self) -> None:
        _check(self.body, CARD_MAX, "card body")
        if self.body.count("\n") > CARD_LINE_BREAKS_MAX:
            raise ValueError("a card body has at most two line breaks")
        if not 1 <= len(self.buttons) <= 2 or any(len(button.id) > CARD_BUTTON_ID_MAX for button in self.buttons):
            raise ValueError("a card has one or two buttons with ids of at most 20 characters")


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    kind: ClassVar[str] = "text"
    body: str

    def __post_init__(self) -> None:
        _check(self.body, TEXT_MAX, "text")

    def plain_text(self) -> str:
        """The message as read on the phone."""
        return self.body


@dataclass(frozen=True, slots=True)
class Buttons:
    """Text with one to three reply buttons, perhaps under a picture."""

    kind: ClassVar[str] = "buttons"
    body: str
    buttons: tuple[Button, ...]
    image_url: str | None = None
    footer: str = ""

    def __post_init__(self) -> None:
        _check(self.body, BODY_MAX, "body")
        _check(self.footer, FOOTER_MAX, "footer", may_be_empty=True)
        if not 1 <= len(self.buttons) <= 3:
            raise ValueError("a message has one to three buttons")
        _check_distinct([button.title for button in self.buttons])
        _check_distinct([button.id for button in self.buttons])

    def plain_text(self) -> str:
        """Body, footer and the buttons in brackets."""
        rows = [self.body, self.footer, " ".join(f"[{button.title}]" for button in self.buttons)]
        return "\n".join(row for row in rows if row)


@dataclass(frozen=True, slots=True)
class ListMessage:
    """Text with a button that opens up to ten rows."""

    kind: ClassVar[str] = "list"
    body: str
    button: str
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        _check(self.body, TEXT_MAX, "body")
        _check(self.button, TITLE_MAX, "list button")
        if not 1 <= len(self.rows) <= 10:
            raise ValueError("a list has one to ten rows")
        _check_distinct([row.title for row in self.rows])
        _check_distinct([row.id for row in self.rows])

    def plain_text(self) -> str:
        """Body, the opening button, and the rows with their descriptions."""
        rows = [f"☰ {row.title} — {row.description}" if row.description else f"☰ {row.title}" for row in self.rows]
        return "\n".join([self.body, f"({self.button})", *rows])


@dataclass(frozen=True, slots=True)
class Carousel:
    """Text above two to ten cards with pictures."""

    kind: ClassVar[str] = "carousel"
    body: str
    cards: tuple[ContentCard, ...]

    def __post_init__(self) -> None:
        _check(self.body, BODY_MAX, "body")
        if not 2 <= len(self.cards) <= 10:
            raise ValueError("a carousel has two to ten cards")
        if len({len(card.buttons) for card in self.cards}) != 1:
            raise ValueError("all cards have the same buttons")

    def plain_text(self) -> str:
        """Body, and each card in a paragraph."""
        cards = [f"▢ {card.body}\n" + " ".join(f"[{button.title}]" for button in card.buttons) for card in self.cards]
        return "\n".join([self.body, *cards])


@dataclass(frozen=True, slots=True)
class LinkButton:
    """Text with one button that opens an address."""

    kind: ClassVar[str] = "link"
    body: str
    label: str
    url: str
    image_url: str | None = None

    def __post_init__(self) -> None:
        _check(self.body, BODY_MAX, "body")
        _check(self.label, TITLE_MAX, "link label")

    def plain_text(self) -> str:
        """Body and the button in round brackets."""
        return f"{self.body}\n({self.label})"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with words below."""

    kind: ClassVar[str] = "image"
    url: str
    caption: str = ""

    def __post_init__(self) -> None:
        _check(self.caption, BODY_MAX, "caption", may_be_empty=True)

    def plain_text(self) -> str:
        """The caption."""
        return self.caption


@dataclass(frozen=True, slots=True)
class Template:
    """An approved template with its parameters, for outside the open window."""

    kind: ClassVar[str] = "template"
    name: str
    language: str
    body_parameters: tuple[str, ...] = ()
    header_image_url: str | None = None
    button_parameters: tuple[str, ...] = ()
    body: str = ""
    """The text as the template renders it, for transcripts; never sent."""

    def plain_text(self) -> str:
        """The template's text with its parameters."""
        return self.body or f"[{self.name}] " + " · ".join(self.body_parameters)


MessageContent = Text | Buttons | ListMessage | Carousel | LinkButton | Image | Template

_KINDS: Mapping[str, type[MessageContent]] = {
    kind.kind: kind for kind in (Text, Buttons, ListMessage, Carousel, LinkButton, Image, Template)
}


def to_json(content: MessageContent) -> dict[str, Any]:
    """The message as JSON values, its kind under `kind`."""
    values: dict[str, Any] = {"kind": content.kind, **asdict(content)}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def from_json(data: Mapping[str, Any]) -> MessageContent:
    """The message of `to_json`.

    Raises KeyError for an unknown kind, TypeError or ValueError for a shape that is none of ours.
    """
    values = {key: value for key, value in data.items() if key != "kind"}
    if "buttons" in values:
        values["buttons"] = _buttons(values["buttons"])
    if "rows" in values:
        values["rows"] = tuple(Row(**row) for row in values["rows"])
    if "cards" in values:
        cards = ({**card, "buttons": _buttons(card["buttons"])} for card in values["cards"])
        values["cards"] = tuple(ContentCard(**card) for card in cards)
    for key in ("body_parameters", "button_parameters"):
        if key in values:
            values[key] = tuple(values[key])
    content: MessageContent = _KINDS[data["kind"]](**values)
    return content


def _buttons(items: Sequence[Mapping[str, Any]]) -> tuple[Button, ...]:
    return tuple(Button(**item) for item in items)
