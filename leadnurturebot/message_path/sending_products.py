"""Goods that a person of the shop sends in a chat: as a link to a page, or as a list out of the channel's own catalogue."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from leadnurturebot.assistant.personal_pages.showing import ShownItem, shown
from leadnurturebot.assistant.phrasing.values import Speech, say
from leadnurturebot.catalog.personal.making import PICKED, NewPage, Page, Pick, page_make
from leadnurturebot.catalog.personal.reading import PageItem, goods_at
from leadnurturebot.conversations.batch import ThreadRow, load_by_id
from leadnurturebot.domain.dialogue.reply import Phrase
from leadnurturebot.domain.message_content import (
    BODY_MAX,
    HEADER_MAX,
    SECTION_TITLE_MAX,
    TITLE_MAX,
    LinkButton,
    MessageContent,
    ProductList,
    ProductSection,
)
from leadnurturebot.domain.messages.fitting import title
from leadnurturebot.domain.values import record
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.message_path.agents import NoThread, send_content, writable
from leadnurturebot.message_path.view import shelf_of, speech_to
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops
from leadnurturebot.shops.models import User

MOST = 10
"""Goods in one message of a person."""
TEXT_MAX = 300
WAYS = ("link", "list")


class UnusableProducts(ValueError):
    """Goods that cannot be sent like this; the message is for the person."""


@record
class Selection:
    """What a person chose. `way`: `link`, or `list` out of the channel's catalogue; `text`: their words above it, empty for
    ours in the customer's language."""

    product_ids: tuple[UUID, ...]
    way: str = "link"
    text: str = ""


@record
class Preview:
    """The message before it is sent. `can_list`: whether these goods can go out of the channel's own catalogue."""

    text: str
    label: str
    items: tuple[ShownItem, ...]
    can_list: bool


@record
class _Ready:
    thread: ThreadRow
    shop: ShopRow
    speech: Speech
    goods: tuple[PageItem, ...]
    items: tuple[ShownItem, ...]
    text: str


def preview_products(*, shop_id: UUID, thread_id: UUID, selection: Selection, now: datetime) -> Preview:
    """What the customer would get. Raises NoThread, UnusableProducts."""
    thread = load_by_id(borrowed(), [(shop_id, thread_id)]).get(thread_id)
    if thread is None:
        raise NoThread("there is no such conversation")
    ready = _ready(thread, selection, now)
    return Preview(
        text=_body(ready), label=_label(ready), items=ready.items,
        can_list=shelf_of(ready.shop, thread.number_id) is not None and all(_skus(ready.goods)),
    )  # fmt: skip


def send_products(*, shop_id: UUID, thread_id: UUID, user: User, selection: Selection, now: datetime) -> UUID:
    """Send the goods as the person who holds the conversation; returns the message's id. `now` is business time.

    Raises NoThread, NotHolding, WindowClosed, Blocked, UnusableProducts.
    """
    thread = writable(shop_id=shop_id, thread_id=thread_id, user=user, now=now)
    ready = _ready(thread, selection, now)
    content = _list(ready) if selection.way == "list" else _link(ready, _page(ready, user, now))
    products = tuple(good.product_id for good in ready.goods)
    message_id = send_content(thread, content, user=user, now=now, products=products)
    if selection.way == "list":
        append(borrowed(), [_shown(ready, message_id, now)], now=now)
    return message_id


def _shown(ready: _Ready, message_id: UUID, now: datetime) -> LedgerFact:
    """A page tells by itself what it shows."""
    slots = [{"product": str(good.product_id), "why": PICKED} for good in ready.goods]
    return LedgerFact(
        shop_id=ready.shop.id, kind="recommendation.shown", at=now, lead_id=ready.thread.lead_id,
        dedupe_key=f"recommendation.shown:{message_id}", conversation_id=ready.thread.conversation_id,
        data={"slots": slots},
    )  # fmt: skip


def _ready(thread: ThreadRow, selection: Selection, now: datetime) -> _Ready:
    shop = load_shops(borrowed(), [thread.shop_id])[thread.shop_id]
    wanted = tuple(dict.fromkeys(selection.product_ids))
    if not 1 <= len(wanted) <= MOST:
        raise UnusableProducts(f"choose 1 to {MOST} products")
    goods = tuple(goods_at(borrowed(), shop.id, list(enumerate(wanted, 1)), now=now))
    if len(goods) < len(wanted):
        raise UnusableProducts("one of these products is not there, or hidden")
    speech = speech_to(borrowed(), shop, thread.language or shop.language)
    return _Ready(
        thread=thread, shop=shop, speech=speech, goods=goods, text=selection.text.strip(),
        items=tuple(shown(good, shop.currency, speech) for good in goods),
    )  # fmt: skip


def _page(ready: _Ready, user: User, now: datetime) -> Page:
    new = NewPage(
        shop_id=ready.shop.id, picks=tuple(Pick(product_id=good.product_id) for good in ready.goods),
        language=ready.speech.language, made_by=audit.person(user.id), days=ready.shop.settings.personal_page_days,
        lead_id=ready.thread.lead_id, number_id=ready.thread.number_id,
    )  # fmt: skip
    return page_make(borrowed(), new, now=now)


def _link(ready: _Ready, page: Page) -> MessageContent:
    picture = next((item.image for item in ready.items if item.image), None)
    if picture is not None and not picture.startswith("https://"):
        picture = f"{settings.BASE_URL}{picture}"
    return LinkButton(_body(ready), _label(ready), page.url, picture)


def _list(ready: _Ready) -> MessageContent:
    """Raises UnusableProducts where the number has no catalogue, or a product no name in it."""
    shelf, skus = shelf_of(ready.shop, ready.thread.number_id), _skus(ready.goods)
    if shelf is None or not all(skus):
        raise UnusableProducts("this number has no catalogue with these products; send them as a link")
    section = ProductSection(title(shelf.shop_name, SECTION_TITLE_MAX), skus)
    return ProductList(
        header=title(shelf.shop_name, HEADER_MAX), body=_body(ready), catalog_id=shelf.catalog_id, sections=(section,)
    )


def _skus(goods: Sequence[PageItem]) -> tuple[str, ...]:
    """Of each product the first that can be had."""
    return tuple(
        next((variant.sku for variant in good.variants if variant.offer.available > 0), good.variants[0].sku)
        for good in goods
    )


def _body(ready: _Ready) -> str:
    """The words, then name and price of each: who does not open the link knows them too."""
    opening = ready.text or say(Phrase("line.page.from_shop"), ready.speech)
    lines = [opening, *(f"*{item.name}* · {item.price}" for item in ready.items)]
    while len("\n".join(lines)) > BODY_MAX:
        lines.pop()
    return "\n".join(lines)


def _label(ready: _Ready) -> str:
    return title(say(Phrase("button.see_page"), ready.speech), TITLE_MAX)
