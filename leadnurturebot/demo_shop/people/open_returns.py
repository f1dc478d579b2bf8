"""Returns of the last days that are still under way."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from leadnurturebot.demo_shop.people.chances import happens
from leadnurturebot.demo_shop.people.shapes import PastFit, PastReturn, Reason

_RECENT = timedelta(days=16)


def still_open(
    number: int, fits: Sequence[PastFit], sent_back: Sequence[PastReturn], now: datetime, seed: str
) -> list[PastReturn]:
    """What was asked for lately and is not settled: most of what did not fit, and a little of what did."""
    chance, done = Random(f"{seed}:open-return:{number}"), {each.sku for each in sent_back}
    found = []
    for fit in fits:
        is_misfit = fit.verdict != "fits_well"
        if fit.sku in done or now - fit.said_at > _RECENT or not happens(chance, 0.5 if is_misfit else 0.06):
            continue
        reason: Reason = fit.verdict if fit.verdict != "fits_well" else chance.choice(("damaged", "changed_mind"))
        wants: Literal["exchange", "refund"] = (
            "exchange" if reason != "changed_mind" and happens(chance, 0.6) else "refund"
        )
        found.append(PastReturn(sku=fit.sku, wants=wants, reason=reason, asked_at=fit.said_at, settled_at=None))
    return found
