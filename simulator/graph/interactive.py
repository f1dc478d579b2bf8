"""Limits of interactive messages, row by row of the platform's table."""

from collections.abc import Callable

from simulator.graph.address_form import check_address_form
from simulator.graph.carousel import check_carousel
from simulator.graph.commerce import (
    check_order_details,
    check_order_status,
    check_product_action,
    check_product_cards,
    check_product_sections,
)
from simulator.graph.errors import missing
from simulator.graph.fields import Fields, require_unique

BODY_MOST = 1024
LIST_BODY_MOST = 4096
HEADER_MOST = 60
FOOTER_MOST = 60
BUTTON_TITLE_MOST = 20
FLOW_CTA_MOST = 30
ANY_HEADER = ("text", "image", "video", "document")


def check_interactive(message: Fields) -> None:
    """Raises GraphError 131008 or 131009 naming the parameter."""
    kind = message.one_of("type", tuple(CHECKS))
    CHECKS[kind](message)


def check_header(message: Fields, allowed: tuple[str, ...]) -> None:
    header = message.optional_object("header")
    if header is None:
        return
    kind = header.one_of("type", allowed)
    if kind == "text":
        header.text("text", HEADER_MOST)
        return
    media = header.object(kind)
    if media.has("id") == media.has("link"):
        raise header.refuse(kind, "must have exactly one of id and link.")
    if media.has("link"):
        media.url("link")


def check_body(message: Fields, most: int = BODY_MOST) -> None:
    message.object("body").text("text", most)


def check_footer(message: Fields) -> None:
    footer = message.optional_object("footer")
    if footer is not None:
        footer.text("text", FOOTER_MOST)


def check_cta(action: Fields) -> None:
    """The one link button: `display_text` and `url`."""
    _named(action, "cta_url")
    parameters = action.object("parameters")
    parameters.text("display_text", BUTTON_TITLE_MOST)
    parameters.url("url")


def _named(action: Fields, name: str) -> None:
    action.one_of("name", (name,))


def _button(message: Fields) -> None:
    check_header(message, ANY_HEADER)
    check_body(message)
    check_footer(message)
    action = message.object("action")
    replies = []
    for button in action.objects("buttons", 1, 3):
        button.one_of("type", ("reply",))
        replies.append(button.object("reply"))
    require_unique([reply.text("id", 256) for reply in replies], action.at("buttons[].reply.id"))
    titles = [reply.text("title", BUTTON_TITLE_MOST) for reply in replies]
    require_unique(titles, action.at("buttons[].reply.title"))


def _list(message: Fields) -> None:
    check_header(message, ("text",))
    check_body(message, LIST_BODY_MOST)
    check_footer(message)
    action = message.object("action")
    action.text("button", 20)
    sections = action.objects("sections", 1, 10)
    rows = [row for section in sections for row in _rows_of(section, needs_title=len(sections) > 1)]
    if len(rows) > 10:
        raise action.refuse("sections", f"must have at most 10 rows in total, has {len(rows)}.")
    require_unique([row.text("id", 200) for row in rows], action.at("sections[].rows[].id"))


def _rows_of(section: Fields, needs_title: bool) -> list[Fields]:
    if needs_title:
        section.text("title", 24)
    section.optional_text("title", 24)
    rows = section.objects("rows", 1, 10_000)
    for row in rows:
        row.text("id", 200)
        row.text("title", 24)
        row.optional_text("description", 72)
    return rows


def _cta_url(message: Fields) -> None:
    check_header(message, ANY_HEADER)
    check_body(message)
    check_footer(message)
    check_cta(message.object("action"))


def _plain(name: str) -> Callable[[Fields], None]:
    """A request with a body and a named action, and nothing around it."""

    def check(message: Fields) -> None:
        check_body(message)
        message.forbid("header", "footer")
        _named(message.object("action"), name)

    return check


def _catalog_message(message: Fields) -> None:
    check_body(message)
    check_footer(message)
    _named(message.object("action"), "catalog_message")


def _product(message: Fields) -> None:
    message.forbid("header")
    if message.has("body"):
        check_body(message)
    check_footer(message)
    check_product_action(message.object("action"))


def _product_list(message: Fields) -> None:
    if not message.has("header"):
        raise missing(message.at("header"))
    check_header(message, ("text",))
    check_body(message)
    check_footer(message)
    check_product_sections(message.object("action"))


def _flow(message: Fields) -> None:
    check_header(message, ANY_HEADER)
    check_body(message)
    check_footer(message)
    action = message.object("action")
    _named(action, "flow")
    parameters = action.object("parameters")
    parameters.one_of("flow_message_version", ("3",))
    if parameters.has("flow_id") == parameters.has("flow_name"):
        raise parameters.refuse("flow_id", "or flow_name is wanted, exactly one of them.")
    parameters.text("flow_cta", FLOW_CTA_MOST)
    payload = parameters.optional_object("flow_action_payload")
    if payload is not None and payload.has("data") and not payload.raw("data"):
        raise payload.refuse("data", "must not be empty.")


def _address_message(message: Fields) -> None:
    check_body(message)
    action = message.object("action")
    _named(action, "address_message")
    check_address_form(action.object("parameters"))


def _order(check: Callable[[Fields], None]) -> Callable[[Fields], None]:
    def whole(message: Fields) -> None:
        check_header(message, ("image",))
        check_body(message)
        check_footer(message)
        check(message.object("action"))

    return whole


def _carousel(message: Fields) -> None:
    check_body(message)
    message.forbid("header", "footer")
    action = message.object("action")
    is_products = any(card.raw("type") == "product" for card in action.objects("cards", 1, 10_000))
    (check_product_cards if is_products else check_carousel)(action)


CHECKS: dict[str, Callable[[Fields], None]] = {
    "button": _button,
    "list": _list,
    "cta_url": _cta_url,
    "carousel": _carousel,
    "location_request_message": _plain("send_location"),
    "request_contact_info": _plain("request_contact_info"),
    "product": _product,
    "product_list": _product_list,
    "catalog_message": _catalog_message,
    "flow": _flow,
    "address_message": _address_message,
    "order_details": _order(check_order_details),
    "order_status": _order(check_order_status),
}
