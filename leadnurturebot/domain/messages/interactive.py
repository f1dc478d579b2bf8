"""Messages with something to press: buttons, lists, cards, links, forms."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, ClassVar

from leadnurturebot.domain.messages.limits import (
    BODY_MAX,
    BUTTON_ID_MAX,
    CARD_BUTTON_ID_MAX,
    CARD_LINE_BREAKS_MAX,
    CARD_MAX,
    FOOTER_MAX,
    HEADER_MAX,
    ROW_DESCRIPTION_MAX,
    ROW_ID_MAX,
    ROW_TITLE_MAX,
    ROWS_MAX,
    SECTION_TITLE_MAX,
    TEXT_MAX,
    TITLE_MAX,
    check,
    check_distinct,
    check_source,
    check_title,
    check_url,
)
from leadnurturebot.domain.values import record, value

HEADER_TYPES = ("text", "image", "video", "document")
ADDRESS_COUNTRIES = ("IN", "SG")
FLOW_CTA_MAX = 30


@value
class Button:
    """A reply button: what comes back, and what it says."""

    id: str
    title: str

    def __post_init__(self) -> None:
        check(self.id, BUTTON_ID_MAX, "button id")
        check_title(self.title, TITLE_MAX, "button title")


@value
class Row:
    """A row of a list. Rows of one section stand together and name it."""

    id: str
    title: str
    description: str = ""
    section: str = ""

    def __post_init__(self) -> None:
        check(self.id, ROW_ID_MAX, "row id")
        check_title(self.title, ROW_TITLE_MAX, "row title")
        check(self.description, ROW_DESCRIPTION_MAX, "row description", may_be_empty=True)
        check(self.section, SECTION_TITLE_MAX, "section title", may_be_empty=True)


@record
class Header:
    """What stands above the words: a line of text, or a picture, film or file."""

    type: str
    text: str = ""
    url: str = ""
    media_id: str = ""
    filename: str = ""

    def __post_init__(self) -> None:
        if self.type not in HEADER_TYPES:
            raise ValueError(f"a header is one of {', '.join(HEADER_TYPES)}")
        if self.type == "text":
            check(self.text, HEADER_MAX, "header")
        else:
            check_source(self.url, self.media_id, "header")


def _check_frame(body: str, footer: str, header: Header | None, image_url: str | None) -> None:
    check(body, BODY_MAX, "body")
    check(footer, FOOTER_MAX, "footer", may_be_empty=True)
    if header is not None and image_url:
        raise ValueError("a message has one header: a picture or another")


@value
class Buttons:
    """Text with one to three reply buttons, perhaps under a picture or another header."""

    kind: ClassVar[str] = "buttons"
    body: str
    buttons: tuple[Button, ...]
    image_url: str | None = None
    footer: str = ""
    header: Header | None = None

    def __post_init__(self) -> None:
        _check_frame(self.body, self.footer, self.header, self.image_url)
        if not 1 <= len(self.buttons) <= 3:
            raise ValueError("a message has one to three buttons")
        check_distinct([button.title for button in self.buttons], "title")
        check_distinct([button.id for button in self.buttons], "id")

    def plain_text(self) -> str:
        """Body, footer and the buttons in brackets."""
        rows = [self.body, self.footer, " ".join(f"[{button.title}]" for button in self.buttons)]
        return "\n".join(row for row in rows if row)


@value
class ListMessage:
    """Text with a button that opens up to ten rows, in all sections together."""

    kind: ClassVar[str] = "list"
    body: str
    button: str
    rows: tuple[Row, ...]
    header: str = ""
    footer: str = ""

    def __post_init__(self) -> None:
        check(self.body, TEXT_MAX, "body")
        check(self.header, HEADER_MAX, "header", may_be_empty=True)
        check(self.footer, FOOTER_MAX, "footer", may_be_empty=True)
        check_title(self.button, TITLE_MAX, "list button")
        if not 1 <= len(self.rows) <= ROWS_MAX:
            raise ValueError("a list has one to ten rows")
        check_distinct([row.title for row in self.rows], "title")
        check_distinct([row.id for row in self.rows], "id")
        titles = [title for title, _ in self.sections()]
        if len(titles) > 1 and not all(titles):
            raise ValueError("where a list has sections, each has a title")
        check_distinct(titles, "section title")

    def sections(self) -> list[tuple[str, tuple[Row, ...]]]:
        """The rows by section, in order."""
        return [(title, tuple(rows)) for title, rows in groupby(self.rows, key=lambda row: row.section)]

    def plain_text(self) -> str:
        """Header, body, the opening button, and the rows with their descriptions."""
        rows = [f"☰ {row.title} — {row.description}" if row.description else f"☰ {row.title}" for row in self.rows]
        return "\n".join([*filter(None, [self.header]), self.body, f"({self.button})", *rows])


@value
class LinkButton:
    """Text with one button that opens an address."""

    kind: ClassVar[str] = "link"
    body: str
    label: str
    url: str
    image_url: str | None = None
    footer: str = ""
    header: Header | None = None

    def __post_init__(self) -> None:
        _check_frame(self.body, self.footer, self.header, self.image_url)
        check_title(self.label, TITLE_MAX, "link label")
        check_url(self.url, "link address")

    def plain_text(self) -> str:
        """Body and the button in round brackets."""
        return f"{self.body}\n({self.label})"


@value
class ContentCard:
    """A card of a carousel: a picture or film, some words, and one or two reply buttons or one link."""

    image_url: str
    body: str
    buttons: tuple[Button, ...] = ()
    video_url: str = ""
    link_label: str = ""
    link_url: str = ""

    def __post_init__(self) -> None:
        if bool(self.image_url) == bool(self.video_url):
            raise ValueError("a card has a picture or a film, and not both")
        check_url(self.image_url or self.video_url, "card picture")
        check(self.body, CARD_MAX, "card body", may_be_empty=True)
        if self.body.count("\n") > CARD_LINE_BREAKS_MAX:
            raise ValueError("a card body has at most two line breaks")
        if self.link_label:
            self._check_link()
        elif not 1 <= len(self.buttons) <= 2 or any(len(button.id) > CARD_BUTTON_ID_MAX for button in self.buttons):
            raise ValueError("a card has one or two buttons with ids of at most 20 characters")

    def _check_link(self) -> None:
        if self.buttons:
            raise ValueError("a card has reply buttons or a link, and not both")
        check_title(self.link_label, TITLE_MAX, "card link label")
        check_url(self.link_url, "card link address")

    def shape(self) -> tuple[bool, bool, int]:
        """What all cards of a message have in common: kind of header, kind and number of buttons."""
        return bool(self.video_url), bool(self.link_label), len(self.buttons)

    def choices(self) -> str:
        """What can be pressed, as text."""
        return f"({self.link_label})" if self.link_label else " ".join(f"[{button.title}]" for button in self.buttons)


@value
class Carousel:
    """Text above two to ten cards with pictures."""

    kind: ClassVar[str] = "carousel"
    body: str
    cards: tuple[ContentCard, ...]

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")
        if not 2 <= len(self.cards) <= 10:
            raise ValueError("a carousel has two to ten cards")
        if len({card.shape() for card in self.cards}) != 1:
            raise ValueError("all cards have the same kind of picture and the same buttons")

    def plain_text(self) -> str:
        """Body, and each card in a paragraph."""
        return "\n".join([self.body, *(f"▢ {card.body}\n{card.choices()}" for card in self.cards)])


@value
class LocationRequest:
    """Text with a button by which the customer sends where they are."""

    kind: ClassVar[str] = "location_request"
    body: str

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")

    def plain_text(self) -> str:
        """The words."""
        return self.body


@value
class ContactRequest:
    """Text with a button by which a customer whose number is hidden shares it."""

    kind: ClassVar[str] = "contact_request"
    body: str

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")

    def plain_text(self) -> str:
        """The words."""
        return self.body


@record
class Flow:
    """Text with a button that opens a form made at Meta, named by id or by name."""

    kind: ClassVar[str] = "flow"
    body: str
    cta: str
    flow_id: str = ""
    flow_name: str = ""
    token: str = ""
    action: str = "navigate"
    screen: str = ""
    data: Mapping[str, Any] | None = None
    is_draft: bool = False
    header: Header | None = None
    footer: str = ""

    def __post_init__(self) -> None:
        _check_frame(self.body, self.footer, self.header, None)
        check_title(self.cta, FLOW_CTA_MAX, "flow button")
        if bool(self.flow_id) == bool(self.flow_name):
            raise ValueError("a flow is named by its id or its name, and not both")
        if self.action not in ("navigate", "data_exchange"):
            raise ValueError("a flow's action is navigate or data_exchange")
        if (self.screen or self.data is not None) and self.action != "navigate":
            raise ValueError("a first screen is for a flow that navigates by itself")
        if self.data is not None and not (self.data and self.screen):
            raise ValueError("the data of a flow is not empty and goes to a named screen")

    def plain_text(self) -> str:
        """Body and the button in round brackets."""
        return f"{self.body}\n({self.cta})"


@record
class AddressRequest:
    """A form for a postal address. WhatsApp offers it in few countries."""

    kind: ClassVar[str] = "address"
    body: str
    country: str
    values: Mapping[str, str] | None = None
    saved_addresses: tuple[Mapping[str, Any], ...] = ()
    validation_errors: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        check(self.body, BODY_MAX, "body")
        if self.country not in ADDRESS_COUNTRIES:
            raise ValueError(f"an address form exists for {' and '.join(ADDRESS_COUNTRIES)}, not for {self.country}")

    def plain_text(self) -> str:
        """The words."""
        return self.body
