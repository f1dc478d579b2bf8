"""Writes the past's conversations from scripts, with the facts of the catalogue and the order."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml

from leadnurturebot.demo_shop.catalogue.reading import by_sku
from leadnurturebot.demo_shop.catalogue.shapes import DemoProduct, DemoVariant
from leadnurturebot.demo_shop.people.chances import happens
from leadnurturebot.demo_shop.people.shapes import Outcome, PastConversation, PastLead, PastLine, PastMessage, PastOrder
from leadnurturebot.demo_shop.shop import ADS, SHOP

# The pieces of a conversation by how it ends; "open" becomes "open_ad" for somebody who came for the thing in the ad.
PLANS: Mapping[Outcome, tuple[str, ...]] = {
    "asked": ("open",),
    "chose": ("open", "size"),
    "cart": ("open", "size", "add"),
    "ordered": ("open", "size", "add", "pay"),
    "payment_failed": ("open", "size", "add", "pay"),
    "left": ("open", "size", "think"),
    "stopped": ("open", "stop"),
    "person": ("open", "person"),
}
RETURNING = ("add", "pay")
"""Pieces of somebody who looked days before and now comes back to buy."""


@cache
def _scripts() -> Mapping[str, Any]:
    path = files("leadnurturebot.demo_shop.people") / "data" / "scripts.yaml"
    content: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content


def money(minor: int) -> str:
    """US cents as a shop writes them: "$49", "$12.50"."""
    return f"${minor // 100}" if minor % 100 == 0 else f"${minor / 100:.2f}"


def without_order(
    lead: PastLead,
    outcome: Outcome,
    started_at: datetime,
    product: DemoProduct,
    variant: DemoVariant,
    *,
    now: datetime,
    seed: str,
) -> PastConversation:
    """A conversation that led to no order, from `started_at`; lines after `now` are not said yet."""
    chance = Random(f"{seed}:talk:{lead.key}")
    line = PastLine(sku=variant.sku, quantity=1, unit_price_minor=variant.price_minor)
    facts = _facts(lead, product, variant, (line,), SHOP.shipping_minor(variant.price_minor), "")
    messages = _messages(_plan(outcome, chance), lead, product, facts, started_at, chance)
    return PastConversation(
        lead_key=lead.key,
        started_at=started_at,
        outcome=outcome,
        product=product.external_id,
        sku=variant.sku if outcome in ("chose", "cart", "left") else None,
        cart_skus=(variant.sku,) if outcome == "cart" else (),
        order_number=None,
        is_waiting=False,
        messages=tuple(message for message in messages if message.at <= now),
    )


def with_order(lead: PastLead, order: PastOrder, *, is_returning: bool, now: datetime, seed: str) -> PastConversation:
    """The conversation in which `order` was placed: its payment link goes out when the order is placed."""
    chance = Random(f"{seed}:talk:{order.number}")
    outcome: Outcome = "ordered" if order.paid_at else "payment_failed"
    product, variant = by_sku()[order.lines[0].sku]
    facts = _facts(lead, product, variant, order.lines, order.shipping_minor, order.number) | _paid_with(order)
    plan = RETURNING if is_returning else _plan(outcome, chance)
    draft = _messages(plan, lead, product, facts, order.placed_at, chance)
    shift = draft[-1].at - order.placed_at
    messages = [PastMessage(at=each.at - shift, is_inbound=each.is_inbound, text=each.text) for each in draft]
    messages += _after_payment(lead, order, facts, chance)
    return PastConversation(
        lead_key=lead.key,
        started_at=messages[0].at,
        outcome=outcome,
        product=product.external_id,
        sku=variant.sku,
        cart_skus=() if order.paid_at else tuple(line.sku for line in order.lines),
        order_number=order.number,
        is_waiting=False,
        messages=tuple(message for message in messages if message.at <= now),
    )


def _plan(outcome: Outcome, chance: Random) -> tuple[str, ...]:
    """The pieces, now and then with a question about cloth or delivery."""
    plan = PLANS[outcome]
    return (plan[0], "detail", *plan[1:]) if happens(chance, 0.3) and outcome not in ("stopped", "person") else plan


def _voice(lead: PastLead) -> Mapping[str, Any]:
    """The script of the lead's language; a third of Hindi is written in its own letters."""
    in_letters = lead.language == "hi" and Random(lead.key).random() < 0.33
    voice: Mapping[str, Any] = _scripts()["hi-Deva" if in_letters else lead.language]
    return voice


def _messages(
    plan: Sequence[str], lead: PastLead, product: DemoProduct, facts: Mapping[str, str], start: datetime, chance: Random
) -> list[PastMessage]:
    voice, at, said = _voice(lead), start, []
    came_for_it = any(ad.ad_id == lead.ad_id and ad.product == product.external_id for ad in ADS)
    for piece in plan:
        script = voice["open_ad" if piece == "open" and came_for_it else piece]
        said.append(PastMessage(at=at, is_inbound=True, text=chance.choice(script["customer"]).format(**facts)))
        said.append(
            PastMessage(
                at=at + timedelta(milliseconds=chance.randint(700, 2100)),
                is_inbound=False,
                text=script["shop"].format(**facts),
            )
        )
        at += timedelta(seconds=chance.randint(18, 170))
    return said


def _after_payment(lead: PastLead, order: PastOrder, facts: Mapping[str, str], chance: Random) -> list[PastMessage]:
    voice = _voice(lead)
    if order.paid_at is None:
        return [
            PastMessage(
                at=order.placed_at + timedelta(seconds=42), is_inbound=False, text=voice["failed"].format(**facts)
            )
        ]
    paid = PastMessage(at=order.paid_at + timedelta(seconds=1), is_inbound=False, text=voice["paid"].format(**facts))
    if not happens(chance, 0.35):
        return [paid]
    thanks = PastMessage(
        at=order.paid_at + timedelta(seconds=30),
        is_inbound=True,
        text=chance.choice(voice["thanks"]["customer"]).format(**facts),
    )
    reply = PastMessage(
        at=order.paid_at + timedelta(seconds=31), is_inbound=False, text=voice["thanks"]["shop"].format(**facts)
    )
    return [paid, thanks, reply]


def _facts(
    lead: PastLead, product: DemoProduct, variant: DemoVariant, lines: Sequence[PastLine], shipping: int, order: str
) -> dict[str, str]:
    subtotal = sum(line.unit_price_minor * line.quantity for line in lines)
    english = ", ".join(
        part
        for part in (product.material, product.details.get("length", ""), product.fit and f"{product.fit} fit")
        if part
    )
    return {
        "first": lead.name.split()[0],
        "product": product.name,
        "category": product.category,
        "color": variant.color,
        "size": variant.size,
        "price": money(variant.price_minor),
        "facts": english if lead.language == "en" else " · ".join(product.sizes),
        "sizing": product.details.get("sizing", "one size"),
        "material": product.material,
        "care": product.details.get("care", "wipe clean").capitalize(),
        "height": str(lead.height_cm),
        "weight": str(lead.weight_kg),
        "lines": " · ".join(_line(line) for line in lines),
        "subtotal": money(subtotal),
        "shipping": money(shipping),
        "total": money(subtotal + shipping),
        "order": order,
    }


def _paid_with(order: PastOrder) -> dict[str, str]:
    """What a code changes of what is said."""
    if not order.code:
        return {}
    lines = " · ".join(_line(line) for line in order.lines)
    return {"lines": f"{lines} · {order.code} −{money(order.discount_minor)}", "total": money(order.total_minor)}


def _line(line: PastLine) -> str:
    product, variant = by_sku()[line.sku]
    count = f"{line.quantity} × " if line.quantity > 1 else ""
    return f"{count}{product.name}, {variant.size} {money(line.unit_price_minor * line.quantity)}"
