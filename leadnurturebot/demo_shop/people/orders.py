"""Makes the orders of the past: what was bought, how it was paid, when it came, how it fitted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from leadnurturebot.demo_shop.catalogue.reading import by_sku
from leadnurturebot.demo_shop.catalogue.shapes import DemoVariant
from leadnurturebot.demo_shop.people.chances import happens, picked
from leadnurturebot.demo_shop.people.codes import code_of, sums
from leadnurturebot.demo_shop.people.open_returns import still_open
from leadnurturebot.demo_shop.people.shapes import PastFit, PastLead, PastLine, PastOrder, PastReturn, Reason
from leadnurturebot.demo_shop.people.tastes import chosen_variants, verdict_on
from leadnurturebot.demo_shop.people.timing import arrived, dispatched
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.domain.shipping import ShippingOption

Fate = Literal["paid", "expired", "open"]
EMMAS_ORDER, EMMAS_JEANS = 12301, "JN01-DARK-BLUE-29"
_OTHER_REASONS: tuple[Reason, ...] = ("damaged", "changed_mind")
_HOLD = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Draft:
    """An order to come: its number, buyer and moment, and whether it will be paid."""

    number: int
    lead: PastLead
    placed_at: datetime
    fate: Fate


def made_order(draft: Draft, now: datetime, seed: str) -> PastOrder:
    """The order of a draft as it stands at `now`."""
    chance = Random(f"{seed}:{draft.number}")
    lines = _lines(draft, chance)
    paid_at = draft.placed_at + timedelta(seconds=chance.randint(50, 340)) if draft.fate == "paid" else None
    shipped_at, delivered_at = _parcel(draft, paid_at, now, chance)
    stumbled = draft.fate != "paid" or happens(chance, 0.05)
    fits, returns = _afterwards(lines, delivered_at, now, chance)
    if draft.number != EMMAS_ORDER:
        returns = (*returns, *still_open(draft.number, fits, returns, now, seed))
    code = None if returns else code_of(draft.number, draft.placed_at, lines, now, seed)
    came_to = sums(lines, ShippingOption(SHOP.shipping_flat_minor, SHOP.shipping_free_from_minor), code)
    return PastOrder(
        number=SHOP.order_number(draft.number),
        lead_key=draft.lead.key,
        placed_at=draft.placed_at,
        lines=lines,
        subtotal_minor=came_to.subtotal,
        shipping_minor=came_to.shipping or 0,
        total_minor=came_to.total,
        code=code.code if code else "",
        discount_minor=came_to.discount,
        payment_method="card" if happens(chance, 0.68) else "wallet",
        declined_at=draft.placed_at + timedelta(seconds=40) if stumbled else None,
        paid_at=paid_at,
        shipped_at=shipped_at,
        delivered_at=delivered_at,
        state=_state(draft, now, shipped_at, delivered_at, lines, returns),
        fits=fits,
        returns=returns,
    )


def _lines(draft: Draft, chance: Random) -> tuple[PastLine, ...]:
    if draft.number == EMMAS_ORDER:
        return (_line(by_sku()[EMMAS_JEANS][1], 1),)
    return tuple(_line(variant, _quantity(variant, chance)) for variant in chosen_variants(chance, draft.lead))


def _line(variant: DemoVariant, quantity: int) -> PastLine:
    return PastLine(sku=variant.sku, quantity=quantity, unit_price_minor=variant.price_minor)


def _quantity(variant: DemoVariant, chance: Random) -> int:
    """Small things are bought in twos and threes."""
    return picked(chance, {1: 45, 2: 35, 3: 20}) if variant.price_minor < 2500 else 1


def _parcel(
    draft: Draft, paid_at: datetime | None, now: datetime, chance: Random
) -> tuple[datetime | None, datetime | None]:
    """When it left and when it came, None for what lies after `now`."""
    if paid_at is None:
        return None, None
    if draft.number == EMMAS_ORDER:  # by express, so that she has her jeans when the demo begins
        shipped_at, delivered_at = paid_at + timedelta(hours=14), paid_at + timedelta(hours=62)
    else:
        shipped_at = dispatched(paid_at, chance)
        delivered_at = arrived(shipped_at, chance)
    return (shipped_at if shipped_at <= now else None), (delivered_at if delivered_at <= now else None)


def _afterwards(
    lines: Sequence[PastLine], delivered_at: datetime | None, now: datetime, chance: Random
) -> tuple[tuple[PastFit, ...], tuple[PastReturn, ...]]:
    """What the buyer said of each piece that has sizes, and what was sent back."""
    if delivered_at is None:
        return (), ()
    fits, returns = [], []
    for line in lines:
        product, _variant = by_sku()[line.sku]
        said_at = delivered_at + timedelta(hours=chance.uniform(20, 70))
        if product.size_chart is None or said_at > now or not happens(chance, 0.6):
            continue
        fit = PastFit(sku=line.sku, verdict=verdict_on(chance, line.sku), said_at=said_at)
        fits.append(fit)
        returns += _sent_back(fit, now, chance)
    return tuple(fits), tuple(returns)


def _sent_back(fit: PastFit, now: datetime, chance: Random) -> list[PastReturn]:
    """A piece that does not fit often goes back, one that fits hardly ever."""
    if not happens(chance, 0.025 if fit.verdict == "fits_well" else 0.5):
        return []
    settled_at = fit.said_at + timedelta(days=chance.uniform(4, 8))
    reason: Reason = fit.verdict if fit.verdict != "fits_well" else chance.choice(_OTHER_REASONS)
    wants: Literal["exchange", "refund"] = (
        "exchange" if reason != "changed_mind" and happens(chance, 0.62) else "refund"
    )
    settled = settled_at if settled_at <= now else None
    return [PastReturn(sku=fit.sku, wants=wants, reason=reason, asked_at=fit.said_at, settled_at=settled)]


def _state(
    draft: Draft,
    now: datetime,
    shipped_at: datetime | None,
    delivered_at: datetime | None,
    lines: Sequence[PastLine],
    returns: Sequence[PastReturn],
) -> Literal["awaiting_payment", "expired", "paid", "shipped", "delivered", "refunded"]:
    if draft.fate != "paid":
        return "awaiting_payment" if draft.placed_at + _HOLD > now else "expired"
    refunded = [each for each in returns if each.wants == "refund" and each.settled_at]
    if len(refunded) == len(lines):
        return "refunded"
    return "delivered" if delivered_at else "shipped" if shipped_at else "paid"
