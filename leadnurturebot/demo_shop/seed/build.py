"""The whole demo in one transaction: TrendyThreads with its past, and a rival next door."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction

from leadnurturebot.analytics.companion_reckoning import reckon
from leadnurturebot.demo_shop.people.past import past
from leadnurturebot.demo_shop.people.shapes import Past
from leadnurturebot.demo_shop.pictures.files import write_first
from leadnurturebot.demo_shop.seed import facts
from leadnurturebot.demo_shop.seed.arrivals import bring_leads, open_threads, record_arrivals, record_learned
from leadnurturebot.demo_shop.seed.codes import save_codes
from leadnurturebot.demo_shop.seed.founding import (
    OPEN_FOR,
    SARAH,
    DemoConnections,
    connect,
    endpoint_keys,
    found_trendythreads,
)
from leadnurturebot.demo_shop.seed.goods import save_ads, save_goods, save_reminder_templates
from leadnurturebot.demo_shop.seed.messages import deliver, store_messages
from leadnurturebot.demo_shop.seed.order_templates import save_order_templates
from leadnurturebot.demo_shop.seed.rival import found_northside
from leadnurturebot.demo_shop.seed.sales import carts_changed_at, fill_carts, sell, stock_at_first
from leadnurturebot.demo_shop.seed.script import written
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.seed.suggestions import make_page, suggested
from leadnurturebot.demo_shop.seed.talks import hold_talks
from leadnurturebot.demo_shop.seed.tickets import open_the_tickets
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.ledger.batch import append
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.models import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededShop:
    """The demo shop as it stands. `is_new` is False when it was there already."""

    shop_id: UUID
    slug: str
    is_new: bool
    owner_email: str
    endpoint_keys: Mapping[str, str]
    """By provider slug."""


def seed(
    *, connections: DemoConnections, password: str, now: datetime, base_url: str, media_root: Path,
    log: Callable[[str], None], rival: DemoConnections | None = None,
) -> SeededShop:  # fmt: skip
    """Build the demo, all or nothing; a shop that is there already is left as it is.

    `now` is business time and ends the past. Everybody signs in with `password`. Of the pictures only those that the
    ads show are written under `media_root`.
    """
    existing = Shop.objects.filter(slug=SHOP.slug).first()
    if existing is not None:
        return _seeded(existing, is_new=False)
    write_first(media_root)
    with transaction.atomic():
        shop = _trendythreads(connections, password, now, base_url, log)
        found_northside(borrowed(), rival, password=password, now=now)
    log("the rival's shop stands")
    return _seeded(shop, is_new=True)


def _seeded(shop: Shop, *, is_new: bool) -> SeededShop:
    return SeededShop(
        shop_id=shop.id, slug=shop.slug, is_new=is_new, owner_email=SARAH.email, endpoint_keys=endpoint_keys(shop)
    )


def _trendythreads(
    accounts: DemoConnections, password: str, now: datetime, base_url: str, log: Callable[[str], None]
) -> Shop:
    told = past(now)
    first_number = SHOP.next_order_number - len(told.orders)
    shop = found_trendythreads(first_order_number=first_number, password=password, now=now)
    number = connect(shop, accounts, now=now - OPEN_FOR)
    stage = _stage(shop, number.id, told, now, base_url)
    log(f"{shop.name}: {len(stage.goods.products)} products, {len(stage.goods.variants)} variants")
    _live_through(stage, log)
    return shop


def _stage(shop: Shop, number_id: UUID, told: Past, now: datetime, base_url: str) -> Stage:
    connection, since = borrowed(), now - OPEN_FOR
    goods = save_goods(connection, shop.id, sold=stock_at_first(told.orders), now=since)
    ads = save_ads(connection, shop.id, goods, now=since)
    save_reminder_templates(connection, shop.id, now=now)
    save_order_templates(connection, shop.id, now=now)
    save_codes(shop.id, now=now)
    return Stage(
        connection=connection, shop_id=shop.id, number_id=number_id, currency=shop.currency,
        key=ring().of(connection, shop.id), goods=goods, ads=ads, past=told, now=now, base_url=base_url.rstrip("/"),
    )  # fmt: skip


def _live_through(stage: Stage, log: Callable[[str], None]) -> None:
    """The past, in sets: people and talks, then carts and orders, then messages and the ledger."""
    script, leads = written(stage.past), bring_leads(stage)
    open_threads(stage, leads)
    touches = record_arrivals(stage, leads, script)
    sessions = hold_talks(stage, leads, script)
    record_learned(stage, leads, script)
    log(f"{len(leads)} leads, {len(sessions)} conversations")
    changed_at = carts_changed_at(stage, script)
    fill_carts(stage, sessions, changed_at)
    sales = sell(stage, sessions)
    log(f"{len(sales)} orders, {open_the_tickets(stage, sales)} tickets")
    links = {sale.order.number: f"{stage.base_url}/p/{sale.link}" for sale in sales}
    store_messages(stage, sessions, script, links)
    told = [*facts.arrived(stage, touches, sessions, script), *facts.talked(stage, sessions, script, changed_at)]
    told += suggested(stage, sessions, script)
    append(stage.connection, [*told, *facts.ordered(stage, sales), *deliver(stage, script)], now=stage.now)
    make_page(stage, sessions)
    reckon(stage.connection, stage.shop_id, now=stage.now)
