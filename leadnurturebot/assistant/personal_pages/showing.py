"""A page of goods as it is read: prices, colours and sizes in the customer's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings

from leadnurturebot.assistant.own_words.loading import own_words
from leadnurturebot.assistant.phrasing.values import Speech, say, value
from leadnurturebot.catalog.personal.reading import OpenPage, PageItem, PageVariant
from leadnurturebot.domain.dialogue.reply import Phrase, Price, Term, Value
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.product_references import ProductReference, written
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.sql import Connection

TEXT_KEYS = (
    "title", "in_stock", "sold_out", "all_sold_out", "ask", "ended", "unknown", "write", "prices",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownSize:
    """A size as it is read."""

    label: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ShownColor:
    """A colour with its sizes; without a name where there is only one."""

    label: str
    sizes: tuple[ShownSize, ...]
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """A product as it is read."""

    slot: int
    name: str
    material: str
    price: str
    was: str
    image: str
    colors: tuple[ShownColor, ...]
    is_here: bool


def speech_of(connection: Connection, page: OpenPage) -> Speech:
    """The page's language, money as the shop's country writes it, and what the shop words itself."""
    own = own_words(connection, page.shop_id, page.knowledge_version).get(page.language, {})
    return Speech(page.language, page.country, own_words=own)


def words(speech: Speech) -> dict[str, str]:
    """The fixed words of the pages."""
    return {key: say(Phrase(f"page.{key}"), speech) for key in TEXT_KEYS}


def shown(item: PageItem, currency: str, speech: Speech) -> ShownItem:
    """An item in words."""
    here = [variant for variant in item.variants if variant.offer.available > 0]
    price, was = _price(here or list(item.variants), currency, speech)
    return ShownItem(
        slot=item.slot, name=item.name, price=price, was=was, image=picture_url(item.file) or "", is_here=bool(here),
        material=value(Term("material", item.material), speech, "capital") if item.material else "",
        colors=tuple(_colors(item.variants, speech)),
    )  # fmt: skip


def _price(variants: Sequence[PageVariant], currency: str, speech: Speech) -> tuple[str, str]:
    """The price of what can be had, "from" where pieces differ; the old one where the cheapest is on sale."""
    least = min(variants, key=lambda variant: variant.offer.price).offer
    now = value(Price(Money(least.price, currency)), speech)
    if len({variant.offer.price for variant in variants}) > 1:
        now = say(Phrase("page.from", {"price": now}), speech)
    is_sale = least.compare_at is not None and least.compare_at > least.price
    was = value(Price(Money(least.compare_at or 0, currency)), speech) if is_sale else ""
    return now, was


def _colors(variants: Sequence[PageVariant], speech: Speech) -> list[ShownColor]:
    colors = dict.fromkeys(variant.color for variant in variants)
    sizes = dict.fromkeys(variant.size for variant in variants)
    found: list[ShownColor] = []
    for color in colors:
        own = [variant for variant in variants if variant.color == color]
        labels = tuple(_sizes(own, speech)) if len(sizes) > 1 else ()
        is_here = any(variant.offer.available > 0 for variant in own)
        label = value(Term("color", color), speech, "capital") if color and len(colors) > 1 else ""
        found.append(ShownColor(label, labels, is_here))
    return found


def _sizes(variants: Sequence[PageVariant], speech: Speech) -> list[ShownSize]:
    return [
        ShownSize(value(Term("size", variant.size), speech), variant.offer.available > 0)
        for variant in variants if variant.size
    ]  # fmt: skip


def chat_link(page: OpenPage, text: str) -> str:
    """The address that opens the shop's chat with a text to send; empty for a shop without a number."""
    return f"{settings.WHATSAPP_LINK_URL}/{page.number}?text={quote(text)}" if page.number else ""


def ask_link(page: OpenPage, item: PageItem, speech: Speech) -> str:
    """The chat with a question about an item, and the reference by which we know it again."""
    asked: Value = item.name
    text = say(Phrase("page.ask_text", {"product": asked}), speech)
    return chat_link(page, f"{text} {written(ProductReference(item.code, page.code))}")
