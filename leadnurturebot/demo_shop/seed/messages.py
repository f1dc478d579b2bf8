"""The past's messages: stored, delivered, counted."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.conversations.batch import MessageRow, insert_messages
from leadnurturebot.conversations.statuses import Applied, StatusChange, apply_many
from leadnurturebot.demo_shop.catalogue.reading import by_external_id, by_sku
from leadnurturebot.demo_shop.seed.goods import picture_file
from leadnurturebot.demo_shop.seed.script import Line, Script, month_of
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.seed.talks import Session
from leadnurturebot.demo_shop.shop import ADS
from leadnurturebot.domain.message_content import Image, LinkButton, MessageContent, Text, to_json
from leadnurturebot.domain.messaging_window import FREE_ENTRY
from leadnurturebot.ledger.batch import LedgerFact
from leadnurturebot.nurture.usage import Charge, add_charges

READ_SHARE = 0.83
_PAY = {"en": "Pay now", "es": "Pagar ahora", "pt": "Pagar agora", "hi": "अभी पेमेंट करें", "id": "Bayar sekarang"}


def store_messages(stage: Stage, sessions: Mapping[int, Session], script: Script, links: Mapping[str, str]) -> None:
    """Store every line; `links` holds payment links by order number."""
    languages = {lead.key: lead.language for lead in stage.past.leads}
    ads = {lead.key: lead.ad_id for lead in stage.past.leads}
    rows = []
    for number, lines in script.items():
        talk = stage.past.conversations[number]
        for line in lines:
            stored = (
                _heard(line, ads[talk.lead_key]) if line.message.is_inbound else _said(stage, line, links, languages)
            )
            rows.append(_row(stage, sessions[number], line, stored))
    insert_messages(stage.connection, rows, now=stage.now)


def _heard(line: Line, ad_id: str | None) -> dict[str, Any]:
    text = line.message.text
    return {
        "kind": "text",
        "text": text,
        "content": {"text": text},
        "referral": _referral(ad_id) if line.is_tap else None,
    }


def _referral(ad_id: str | None) -> dict[str, str]:
    ad = next(ad for ad in ADS if ad.ad_id == ad_id)
    return {"source_type": "ad", "source_id": ad.ad_id, "headline": ad.headline, "body": ad.body}


def _said(stage: Stage, line: Line, links: Mapping[str, str], languages: Mapping[str, str]) -> dict[str, Any]:
    """Our messages: the first shows the product, the one that asks for money carries the link."""
    talk, text = stage.past.conversations[line.talk], line.message.text
    order = next((o for o in stage.past.orders if o.number == talk.order_number), None) if talk.order_number else None
    content: MessageContent = Text(text)
    products: list[UUID] = []
    if order is not None and line.message.at == order.placed_at:
        content = LinkButton(text, _PAY[languages[talk.lead_key]], links[order.number])
    elif line.place == 1 and talk.outcome not in ("stopped", "person"):
        product = by_external_id()[talk.product]
        color = by_sku()[talk.sku][1].color if talk.sku else product.colors[0]
        content = Image(f"{stage.base_url}/media/{picture_file(product, color)}", text)
        products = [stage.goods.products[talk.product]]
    return {"content": to_json(content), "products": products}


def _row(stage: Stage, session: Session, line: Line, stored: Mapping[str, Any]) -> MessageRow:
    is_in, cost = line.message.is_inbound, line.cost
    priced = {} if cost is None else {
        "market": cost.market, "category": cost.category, "pricing_type": cost.pricing_type,
        "rate_card_date": cost.rate_card_date, "expected_micros": cost.expected_micros, "cost_currency": cost.currency,
    }  # fmt: skip
    return MessageRow(
        id=line.id, shop_id=stage.shop_id, thread_id=session.thread_id, conversation_id=session.conversation_id,
        lead_id=session.lead_id, direction="in" if is_in else "out", sender="customer" if is_in else "bot",
        kind=stored["kind"] if is_in else stored["content"]["kind"], at=line.message.at,
        recorded_at=line.message.at, content_sealed=stage.key.seal(orjson.dumps(stored)),
        status="received" if is_in else "queued", **priced,  # type: ignore[arg-type]  # fields of the row
    )  # fmt: skip


def deliver(stage: Stage, script: Script) -> list[LedgerFact]:
    """Statuses of our messages, the month's use, and the facts of those that cost something."""
    ours = {line.id: line for lines in script.values() for line in lines if line.cost}
    applied = apply_many(stage.connection, [(line.id, _status(stage, line)) for line in ours.values()])
    delivered = [(row, ours[row.message_id]) for row in applied if row.was_delivered]
    add_charges(stage.connection, [_charge(stage, row, line) for row, line in delivered])
    return list(_charged(delivered))


def _status(stage: Stage, line: Line) -> StatusChange:
    assert line.cost is not None
    chance = Random(f"status:{line.message.at}:{line.message.text}")
    read_at = line.message.at + timedelta(seconds=chance.randint(4, 600))
    is_read = chance.random() < READ_SHARE and read_at < stage.now
    return StatusChange(
        shop_id=stage.shop_id, status="read" if is_read else "delivered",
        at=read_at if is_read else line.message.at + timedelta(seconds=1), message_id=line.id,
        pricing_type=line.cost.pricing_type, category=line.cost.category,
        free_until=line.message.at + FREE_ENTRY if line.answers_tap else None,
    )  # fmt: skip


def _charge(stage: Stage, row: Applied, line: Line) -> Charge:
    return Charge(
        shop_id=stage.shop_id, number_id=stage.number_id, month=date.fromisoformat(f"{month_of(line.message.at)}-01"),
        is_service=row.category == "service" and row.pricing_type != "free_entry_point",
        micros=row.expected_micros or 0, currency=row.cost_currency,
    )  # fmt: skip


def _charged(delivered: Sequence[tuple[Applied, Line]]) -> Iterator[LedgerFact]:
    for row, line in delivered:
        if row.expected_micros:
            yield LedgerFact(
                shop_id=row.shop_id, kind="message.charged", at=line.message.at,
                dedupe_key=f"message.charged:{row.message_id}", lead_id=row.lead_id,
                conversation_id=row.conversation_id, subject=("message", str(row.message_id)),
                amount_micros=row.expected_micros, currency=row.cost_currency,
                data={
                    "category": row.category, "market": row.market, "pricing_type": row.pricing_type,
                    "purpose": row.purpose,
                },
            )  # fmt: skip
