"""An approved template with its parameters: the one kind that may leave outside the open window."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from leadnurturebot.domain.messages.commerce import ProductSection
from leadnurturebot.domain.messages.limits import (
    BODY_MAX,
    PRODUCT_ID_MAX,
    URL_MAX,
    check,
    check_count,
    check_distinct,
    check_source,
)
from leadnurturebot.domain.values import record, value

NAME_MAX = 512
PAYLOAD_MAX = 128
COUPON_MAX = 20
BUTTONS_MAX = 10
_NAME = re.compile(r"[a-z0-9_]{1,512}")
_UNFIT = re.compile(r"[\n\t]| {5,}")
_BUTTON_LIMITS: Mapping[str, int] = {
    "quick_reply": PAYLOAD_MAX, "url": URL_MAX, "copy_code": COUPON_MAX, "flow": NAME_MAX, "catalog": PRODUCT_ID_MAX,
    "mpm": PRODUCT_ID_MAX,
}  # fmt: skip
_MAY_LACK_VALUE = ("flow", "catalog")


def fit_for_template(text: str) -> str:
    """Words as a parameter may carry them: on one line, with no wide gaps."""
    return _UNFIT.sub(" ", " ".join(text.split("\n"))).strip()


@record
class Parameter:
    """A value that fills a gap: words, or an amount or date with the words to fall back to. `name` for named gaps."""

    text: str
    name: str = ""
    currency: str = ""
    amount_1000: int = 0
    """The amount times a thousand."""
    is_date: bool = False

    def __post_init__(self) -> None:
        check(self.text, BODY_MAX, "template parameter")
        if _UNFIT.search(self.text):
            raise ValueError("a template parameter has no line breaks, tabs or more than four spaces in a row")


@record
class TemplateHeader:
    """What fills a template's header: words, a file, or a place."""

    type: str
    parameter: Parameter | None = None
    url: str = ""
    media_id: str = ""
    filename: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    name: str = ""
    address: str = ""
    catalog_id: str = ""
    item: str = ""

    def __post_init__(self) -> None:
        if self.type not in ("text", "image", "video", "document", "location", "product"):
            raise ValueError("a template's header is text, image, video, document, location or product")
        if (self.type == "text") != (self.parameter is not None):
            raise ValueError("a header of text has one parameter, and no other header has")
        if self.type in ("image", "video", "document"):
            check_source(self.url, self.media_id, "header")
        if self.type == "product":
            check(self.catalog_id, PRODUCT_ID_MAX, "catalogue id")
            check(self.item, PRODUCT_ID_MAX, "product id")


@record
class TemplateButton:
    """What fills a button, by its place among the template's buttons.

    `value`: a quick reply's payload, the end of an address, a coupon's code, a flow's token, the product whose picture
    stands for a catalogue.
    """

    index: int
    type: str
    value: str = ""
    data: Mapping[str, Any] | None = None
    sections: tuple[ProductSection, ...] = ()

    def __post_init__(self) -> None:
        if self.type not in _BUTTON_LIMITS:
            raise ValueError(f"a template's button is one of {', '.join(_BUTTON_LIMITS)}")
        if not 0 <= self.index < BUTTONS_MAX:
            raise ValueError("a template has buttons 0 to 9")
        check(self.value, _BUTTON_LIMITS[self.type], f"{self.type} button", may_be_empty=self.type in _MAY_LACK_VALUE)
        if (self.type == "mpm") != bool(self.sections):
            raise ValueError("a button that shows products has their sections, and no other has")
        check_count([item for section in self.sections for item in section.items], 0, 30, "a button with products")


@record
class TemplateCard:
    """What fills a card of a template's carousel."""

    header: TemplateHeader
    parameters: tuple[Parameter, ...] = ()
    buttons: tuple[TemplateButton, ...] = ()


@value
class Template:
    """An approved template with its parameters, for outside the open window.

    `body_parameters`, `header_image_url` and `button_parameters` are the short form of what `parameters`, `header` and
    `buttons` say in full: texts by position, a picture, payloads of quick replies from the first button on.
    """

    kind: ClassVar[str] = "template"
    name: str
    language: str
    body_parameters: tuple[str, ...] = ()
    header_image_url: str | None = None
    button_parameters: tuple[str, ...] = ()
    body: str = ""
    """The text as the template renders it, for transcripts; never sent."""
    header: TemplateHeader | None = None
    parameters: tuple[Parameter, ...] = ()
    buttons: tuple[TemplateButton, ...] = ()
    offer_expires_ms: int | None = None
    """When a limited-time offer ends, in unix milliseconds."""
    cards: tuple[TemplateCard, ...] = ()

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError("a template's name has 1 to 512 small letters, digits and underscores")
        check(self.language, 15, "template language")
        check(self.body, BODY_MAX, "template text", may_be_empty=True)
        for text in self.body_parameters:
            Parameter(text=text)
        for payload in self.button_parameters:
            check(payload, PAYLOAD_MAX, "quick_reply button")
        self._check_forms()
        if self.cards:
            check_count(self.cards, 2, 10, "a carousel")

    def _check_forms(self) -> None:
        both = (self.body_parameters and self.parameters) or (self.header_image_url and self.header)
        if both or (self.button_parameters and self.buttons):
            raise ValueError("a template's parameters are given in the short form or in full, not both")
        named = [parameter.name for parameter in self.parameters]
        if any(named) and not all(named):
            raise ValueError("either all parameters of a template have names or none has")
        check_distinct([name for name in named if name], "parameter name")
        check_distinct([str(button.index) for button in self.buttons], "button")

    def plain_text(self) -> str:
        """The template's text with its parameters."""
        texts = self.body_parameters or tuple(parameter.text for parameter in self.parameters)
        return self.body or f"[{self.name}] " + " · ".join(texts)
