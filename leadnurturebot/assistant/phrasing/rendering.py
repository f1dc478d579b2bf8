"""A reply as the message that leaves: words, shape, pictures, within the limits of the format."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from leadnurturebot.assistant.phrasing.shelf import Shelf, from_shelf
from leadnurturebot.assistant.phrasing.values import Speech, say
from leadnurturebot.assistant.phrasing.voice import own_opening, with_emoji
from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.reply import AddressAsked, Card, Choice, Phrase, Picture, Reply
from leadnurturebot.domain.message_content import (
    BODY_MAX,
    CARD_MAX,
    ROW_DESCRIPTION_MAX,
    ROW_TITLE_MAX,
    TEXT_MAX,
    TITLE_MAX,
    AddressRequest,
    Button,
    Buttons,
    Carousel,
    CatalogMessage,
    ContentCard,
    Image,
    LinkButton,
    ListMessage,
    LocationRequest,
    MessageContent,
    Row,
    Text,
)
from leadnurturebot.domain.messages.fitting import shorten, title, titles

Products = Callable[[UUID], Product | None]


@dataclass(frozen=True, slots=True)
class _Words:
    speech: Speech
    products: Products
    shelf: Shelf | None


def render(reply: Reply, speech: Speech, *, products: Products, shelf: Shelf | None = None) -> MessageContent:
    """The reply as `speech` says it; `products` finds the pictures.

    With a `shelf`, several goods are shown from the channel's own catalogue.

    Raises KeyError for a phrase without a text: a mistake in the program.
    """
    words = _Words(speech, products, shelf)
    if reply.catalogue_item and shelf is not None:
        return CatalogMessage(body=_body(reply, words, BODY_MAX), thumbnail_item=reply.catalogue_item)
    if reply.cards:
        return _carousel(reply, words)
    if reply.rows:
        return _list(reply, words)
    if reply.where is not None:
        return _where(reply.where, _body(reply, words, BODY_MAX), words)
    image = _image(reply.picture, words)
    if reply.link is not None:
        label, url = reply.link
        return LinkButton(_body(reply, words, BODY_MAX), title(say(label, words.speech), TITLE_MAX), url, image)
    if reply.buttons:
        return Buttons(_body(reply, words, BODY_MAX), _buttons(reply.buttons, words), image)
    if image is not None:
        return Image(image, _body(reply, words, BODY_MAX))
    return Text(_body(reply, words, TEXT_MAX))


def _where(asked: AddressAsked, body: str, words: _Words) -> MessageContent:
    if not asked.country:
        return LocationRequest(body)
    errors = {name: say(wrong, words.speech) for name, wrong in asked.errors.items()}
    return AddressRequest(
        body=body, country=asked.country, values=asked.values or None, validation_errors=errors or None
    )


def _body(reply: Reply, words: _Words, limit: int) -> str:
    return shorten(joined(reply.say, words.speech), limit)


def joined(phrases: Sequence[Phrase], speech: Speech) -> str:
    """Sentences one after the other; a phrase whose key starts with `line.` starts a new line."""
    text, before = "", ""
    for phrase in phrases:
        said = _sentence(phrase, speech)
        starts_line = phrase.key.startswith("line.") and not before.startswith("again.")
        text += ("" if not text else "\n" if starts_line else " ") + said
        before = phrase.key
    return text


def _sentence(phrase: Phrase, speech: Speech) -> str:
    own = own_opening(phrase, speech.voice)
    if own and phrase.key not in speech.own_words:
        speech = replace(speech, own_words={**speech.own_words, phrase.key: (own,)})
    return with_emoji(phrase, say(phrase, speech), speech.voice)


def _buttons(choices: Sequence[Choice], words: _Words) -> tuple[Button, ...]:
    said = titles([say(choice.label, words.speech) for choice in choices], TITLE_MAX)
    return tuple(Button(choice.action, own) for choice, own in zip(choices, said, strict=True))


def _list(reply: Reply, words: _Words) -> ListMessage:
    said = titles([say(row.label, words.speech) for row in reply.rows], ROW_TITLE_MAX)
    rows = tuple(Row(row.action, own, _hint(row, words)) for row, own in zip(reply.rows, said, strict=True))
    label = say(reply.rows_label or Phrase("button.choose"), words.speech)
    return ListMessage(_body(reply, words, TEXT_MAX), title(label, TITLE_MAX), rows)


def _hint(row: Choice, words: _Words) -> str:
    return shorten(say(row.hint, words.speech), ROW_DESCRIPTION_MAX) if row.hint else ""


def _carousel(reply: Reply, words: _Words) -> MessageContent:
    """The channel's own catalogue where it can show every card, else a carousel; a card whose picture is missing makes
    it a list, since every card needs one."""
    lines = [[say(phrase, words.speech).replace("\n", " ") for phrase in card.text] for card in reply.cards]
    native = from_shelf(words.shelf, _body(reply, words, BODY_MAX), reply.cards, lines)
    if native is not None:
        return native
    images = [_image(card.picture, words) for card in reply.cards]
    label = title(say(reply.cards_label or Phrase("button.tell_more"), words.speech), TITLE_MAX)
    if any(image is None for image in images):
        return _list_of_cards(reply, words, label)
    cards = tuple(
        _card(card, image or "", label, own) for card, image, own in zip(reply.cards, images, lines, strict=True)
    )
    return Carousel(_body(reply, words, BODY_MAX), cards)


def _card(card: Card, image: str, label: str, lines: Sequence[str]) -> ContentCard:
    return ContentCard(image, shorten("\n".join(lines[:3]), CARD_MAX), (Button(card.action, label),))


def _list_of_cards(reply: Reply, words: _Words, label: str) -> ListMessage:
    found = [words.products(card.picture.product_id) for card in reply.cards]
    names = [product.name if product else "" for product in found]
    rows = tuple(
        Row(card.action, own, shorten(_card_hint(card, name, words), ROW_DESCRIPTION_MAX))
        for card, name, own in zip(reply.cards, names, titles(names, ROW_TITLE_MAX), strict=True)
    )
    return ListMessage(_body(reply, words, TEXT_MAX), label, rows)


def _card_hint(card: Card, name: str, words: _Words) -> str:
    """A card's lines without the name, which is the row's title."""
    said = " · ".join(say(phrase, words.speech) for phrase in card.text)
    return said.replace("*", "").removeprefix(name).strip(" ·")


def _image(picture: Picture | None, words: _Words) -> str | None:
    """The picture's address in the colour wanted, else in the first colour that has one."""
    product = words.products(picture.product_id) if picture else None
    if picture is None or product is None or not product.images:
        return None
    return product.images.get(picture.color) or next(iter(product.images.values()))
