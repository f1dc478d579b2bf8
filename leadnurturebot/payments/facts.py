"""Money as the ledger keeps it, with the ad it goes back to."""

from datetime import datetime
from typing import Any

from leadnurturebot.domain.money import Money
from leadnurturebot.ledger.batch import LedgerFact
from leadnurturebot.payments.stored import Stored


def settled_fact(stored: Stored, now: datetime) -> LedgerFact:
    """An order was paid."""
    return LedgerFact(
        shop_id=stored.shop_id, kind="payment.settled", at=now, dedupe_key=f"payment.settled:{stored.id}",
        lead_id=stored.lead_id, conversation_id=stored.conversation_id, subject=("order", str(stored.order_id)),
        amount_micros=Money(stored.amount, stored.currency).micros, currency=stored.currency,
        data={"payment": str(stored.id), **_attribution(stored)},
    )  # fmt: skip


def refund_fact(stored: Stored, amount: int, refund_id: str, now: datetime) -> LedgerFact:
    """Minor units went back."""
    return LedgerFact(
        shop_id=stored.shop_id, kind="refund.settled", at=now, dedupe_key=f"refund.settled:{stored.id}:{refund_id}",
        lead_id=stored.lead_id, conversation_id=stored.conversation_id, subject=("order", str(stored.order_id)),
        amount_micros=-Money(amount, stored.currency).micros, currency=stored.currency,
        data={"payment": str(stored.id), **_attribution(stored)},
    )  # fmt: skip


def _attribution(stored: Stored) -> dict[str, Any]:
    return {
        "first": {"source": stored.source, "ad_id": str(stored.ad_id) if stored.ad_id else None},
        "last": {"source": stored.last_source, "ad_id": str(stored.last_ad_id) if stored.last_ad_id else None},
    }
