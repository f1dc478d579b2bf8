"""A customer sends something back: judged by the shop's rule, pieces set aside, the exchange ordered."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.dialogue.decision import AskReturn, ReturnAsked
from leadnurturebot.domain.returns import Judgement, Reason, ReturnRule, ReturnState, Wanted, Wish, felt_by, judge
from leadnurturebot.orders.exchanges import make_exchange
from leadnurturebot.orders.fits import record_fit_verdict
from leadnurturebot.orders.holds import take_stock
from leadnurturebot.orders.returns import NewReturn, SoldLine, lock_line, lock_return, write_return
from leadnurturebot.orders.ticket_rows import link_return
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.batch import ShopRow

_PERSON_MAY = frozenset({"too_late", "excluded"})
UNKNOWN = ReturnAsked(outcome="refused", why="not_delivered")


def rule_of(shop: ShopRow) -> ReturnRule:
    """The shop's rule for returns."""
    settings = shop.settings
    return ReturnRule(
        days=settings.return_days, exchange_free=settings.exchange_free, excluded=settings.no_return_categories
    )  # fmt: skip


def ask_return(
    connection: Connection, shop: ShopRow, key: ShopKey, attempt: AskReturn, *, now: datetime, asked_by: str = "customer",
    return_id: UUID | None = None, despite_rule: bool = False,
) -> ReturnAsked:  # fmt: skip
    """Write the wish down when the rule has a place for it, in the caller's transaction.

    `return_id` given by the caller: the same one twice is one return. `despite_rule`: a person may take back what the rule
    would not, after its time or of its kind; it is then to be decided. `now` is business time.
    """
    line = lock_line(connection, shop.id, attempt.order_id, attempt.line_id)
    if line is None:
        return UNKNOWN
    if return_id is not None and lock_return(connection, shop.id, return_id) is not None:
        return ReturnAsked(outcome="known")
    reason, wanted = Reason(attempt.reason), Wanted(attempt.wanted)
    judgement = judge(_wish(line, attempt, reason, wanted), rule_of(shop), now)
    if despite_rule and judgement.why in _PERSON_MAY:
        judgement = Judgement(outcome="requested", why=judgement.why)
    if judgement.outcome == "refused":
        return ReturnAsked(outcome="refused", why=judgement.why)
    is_set_aside = wanted is Wanted.EXCHANGE
    pieces = {attempt.wanted_variant_id or line.variant_id: attempt.quantity}
    if is_set_aside and take_stock(connection, shop.id, pieces, now=now) is not None:
        return ReturnAsked(outcome="refused", why="sold_out")
    new = NewReturn(
        shop_id=shop.id, line=line, quantity=attempt.quantity, reason=reason, wanted=wanted,
        state=ReturnState(judgement.outcome), asked_by=asked_by, why=judgement.why,
        wanted_variant_id=attempt.wanted_variant_id or (line.variant_id if is_set_aside else None),
        is_set_aside=is_set_aside, words_sealed=key.seal_text(attempt.words[:500]) if attempt.words else b"",
    )  # fmt: skip
    return _asked(connection, shop, line, new, judgement, now, return_id)


def _wish(line: SoldLine, attempt: AskReturn, reason: Reason, wanted: Wanted) -> Wish:
    return Wish(
        order_state=line.order_state, since=line.since, quantity=attempt.quantity, left=line.left, paid=line.unit_price,
        category=line.category, reason=reason, wanted=wanted,
    )  # fmt: skip


def _asked(
    connection: Connection, shop: ShopRow, line: SoldLine, new: NewReturn, judgement: Judgement, now: datetime,
    return_id: UUID | None,
) -> ReturnAsked:  # fmt: skip
    made = write_return(connection, new, now=now, return_id=return_id)
    link_return(connection, shop.id, line.order_id, made, reason=new.reason)
    felt = felt_by(new.reason)
    if felt is not None:
        source = "exchange" if new.wanted is Wanted.EXCHANGE else "return"
        record_fit_verdict(connection, shop_id=shop.id, line_id=line.line_id, felt=felt, source=source, at=now)
    outcome = ReturnAsked(outcome=judgement.outcome, why=judgement.why, amount=line.paid_for(new.quantity))
    row = lock_return(connection, shop.id, made)
    if row is not None and new.wanted is Wanted.EXCHANGE and new.state is ReturnState.APPROVED:
        outcome = replace(outcome, exchange_number=make_exchange(connection, row, now=now))
    notify(connection, shop.id, "order", line.order_id)
    return outcome
