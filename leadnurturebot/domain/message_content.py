"""A message as it leaves us, before any provider's wire format; stored as JSON and shown in transcripts.

Every kind that can be sent has its own type, and none can be made outside its limits: see `messages.limits`.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypeAlias

from leadnurturebot.domain.messages.commerce import (
    CatalogMessage,
    OrderDetails,
    OrderItem,
    OrderStatus,
    PaymentSetting,
    ProductCarousel,
    ProductList,
    ProductMessage,
    ProductSection,
)
from leadnurturebot.domain.messages.interactive import (
    AddressRequest,
    Button,
    Buttons,
    Carousel,
    ContactRequest,
    ContentCard,
    Flow,
    Header,
    LinkButton,
    ListMessage,
    LocationRequest,
    Row,
)
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
    SECTION_TITLE_MAX,
    TEXT_MAX,
    TITLE_MAX,
)
from leadnurturebot.domain.messages.plain import (
    Audio,
    ContactCard,
    ContactPhone,
    Contacts,
    Document,
    Image,
    Location,
    Reaction,
    Sticker,
    Text,
    Video,
)
from leadnurturebot.domain.messages.stored import read
from leadnurturebot.domain.messages.template import (
    Parameter,
    Template,
    TemplateButton,
    TemplateCard,
    TemplateHeader,
)

MessageContent: TypeAlias = (
    Text
    | Image
    | Video
    | Audio
    | Document
    | Sticker
    | Location
    | Contacts
    | Reaction
    | Buttons
    | ListMessage
    | LinkButton
    | Carousel
    | LocationRequest
    | ContactRequest
    | Flow
    | AddressRequest
    | ProductMessage
    | ProductList
    | CatalogMessage
    | ProductCarousel
    | OrderDetails
    | OrderStatus
    | Template
)

KINDS: Mapping[str, type[MessageContent]] = {kind.kind: kind for kind in MessageContent.__args__}
"""Every kind by the name under which it is stored."""

__all__ = [
    "BODY_MAX", "BUTTON_ID_MAX", "CARD_BUTTON_ID_MAX", "CARD_LINE_BREAKS_MAX", "CARD_MAX", "FOOTER_MAX", "HEADER_MAX",
    "KINDS", "ROW_DESCRIPTION_MAX", "ROW_ID_MAX", "ROW_TITLE_MAX", "SECTION_TITLE_MAX", "TEXT_MAX", "TITLE_MAX",
    "AddressRequest", "Audio", "Button", "Buttons", "Carousel", "CatalogMessage", "ContactCard", "ContactPhone",
    "ContactRequest", "Contacts", "ContentCard", "Document", "Flow", "Header", "Image", "LinkButton", "ListMessage",
    "Location", "LocationRequest", "MessageContent", "OrderDetails", "OrderItem", "OrderStatus", "Parameter",
    "PaymentSetting", "ProductCarousel", "ProductList", "ProductMessage", "ProductSection", "Reaction", "Row", "Sticker",
    "Template", "TemplateButton", "TemplateCard", "TemplateHeader", "Text", "Video", "from_json", "to_json",
]  # fmt: skip


def to_json(content: MessageContent) -> dict[str, Any]:
    """The message as JSON values, its kind under `kind`."""
    values: dict[str, Any] = {"kind": content.kind, **asdict(content)}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def from_json(data: Mapping[str, Any]) -> MessageContent:
    """The message of `to_json`.

    Raises KeyError for an unknown kind, TypeError or ValueError for a shape that is none of ours.
    """
    content: MessageContent = read(KINDS[data["kind"]], {key: value for key, value in data.items() if key != "kind"})
    return content
