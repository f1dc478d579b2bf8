"""Limits of a carousel of cards."""

from simulator.graph.errors import invalid, missing
from simulator.graph.fields import Fields, require_unique

CARDS_LEAST = 2
CARDS_MOST = 10
CARD_BODY_MOST = 160
CARD_LINE_BREAKS_MOST = 2
LABEL_MOST = 20


def check_carousel(action: Fields) -> None:
    """2 to 10 cards of one shape: same kind of header, same kind of buttons. Raises GraphError."""
    cards = action.objects("cards", CARDS_LEAST, CARDS_MOST)
    shapes = [_check_card(card, index) for index, card in enumerate(cards)]
    if len(set(shapes)) > 1:
        raise invalid(action.at("cards"), "all cards must have the same header type and the same button types.")


def _check_card(card: Fields, index: int) -> tuple[str, ...]:
    if card.raw("card_index") is None:
        raise missing(card.at("card_index"))
    if card.raw("card_index") != index:
        raise card.refuse("card_index", f"must be {index}: cards are numbered from 0 in order.")
    header = card.object("header")
    kind = header.one_of("type", ("image", "video"))
    media = header.object(kind)
    if media.has("id") == media.has("link"):
        raise header.refuse(kind, "must have exactly one of id and link.")
    _check_card_body(card)
    return (kind, *_check_buttons(card))


def _check_card_body(card: Fields) -> None:
    body = card.optional_object("body")
    if body is None:
        return
    text = body.text("text", CARD_BODY_MOST)
    if text.count("\n") > CARD_LINE_BREAKS_MOST:
        raise body.refuse("text", f"must have at most {CARD_LINE_BREAKS_MOST} line breaks.")


def _check_buttons(card: Fields) -> tuple[str, ...]:
    action = card.object("action")
    if not action.has("buttons"):
        action.one_of("name", ("cta_url",))
        parameters = action.object("parameters")
        parameters.text("display_text", LABEL_MOST)
        parameters.url("url")
        return ("cta_url",)
    replies = []
    for button in action.objects("buttons", 1, 3):
        button.one_of("type", ("quick_reply",))
        replies.append(button.object("quick_reply"))
    require_unique([reply.text("id", LABEL_MOST) for reply in replies], action.at("buttons[].quick_reply.id"))
    for reply in replies:
        reply.text("title", LABEL_MOST)
    return ("quick_reply",) * len(replies)
