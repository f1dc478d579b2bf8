"""Returns and exchanges: reasons, states and moves, and the rule that judges a wish by itself or leaves it to the team."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.domain.taxes import Tax
from leadnurturebot.domain.values import record


class Reason(StrEnum):
    """Why something comes back: a closed list, so that it can be counted and learned from."""

    SIZE_SMALL = "size_small"
    SIZE_LARGE = "size_large"
    NOT_AS_EXPECTED = "not_as_expected"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    CHANGED_MIND = "changed_mind"
    LATE = "late"


class Wanted(StrEnum):
    """What the customer wants for it."""

    EXCHANGE = "exchange"
    REFUND = "refund"
    CREDIT = "credit"


class ReturnState(StrEnum):
    """Where a return is."""

    REQUESTED = "requested"
    """A person of the shop decides."""
    APPROVED = "approved"
    IN_TRANSIT = "in_transit"
    RECEIVED = "received"
    SETTLED = "settled"
    """Money asked back, or the exchange sent: nothing is owed any more."""
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    """Taken back by the customer, or the parcel never came."""


_S = ReturnState
RETURN_MOVES: dict[ReturnState, frozenset[ReturnState]] = {
    _S.REQUESTED: frozenset({_S.APPROVED, _S.REJECTED, _S.CANCELLED}),
    _S.APPROVED: frozenset({_S.IN_TRANSIT, _S.RECEIVED, _S.CANCELLED}),
    _S.IN_TRANSIT: frozenset({_S.RECEIVED, _S.CANCELLED}),
    # Goods that come back worn are refused at the table.
    _S.RECEIVED: frozenset({_S.SETTLED, _S.REJECTED}),
    _S.SETTLED: frozenset(),
    _S.REJECTED: frozenset(),
    _S.CANCELLED: frozenset(),
}
OPEN = frozenset({_S.REQUESTED, _S.APPROVED, _S.IN_TRANSIT, _S.RECEIVED})
SIZE_REASONS = frozenset({Reason.SIZE_SMALL, Reason.SIZE_LARGE})
SHOPS_FAULT = frozenset({Reason.DAMAGED, Reason.WRONG_ITEM, Reason.LATE})
"""Reasons in which the shop answers for it, rule or no rule: a person decides."""
LETTERS = {
    "s": Reason.SIZE_SMALL, "l": Reason.SIZE_LARGE, "n": Reason.NOT_AS_EXPECTED, "d": Reason.DAMAGED,
    "w": Reason.WRONG_ITEM, "c": Reason.CHANGED_MIND, "t": Reason.LATE,
}  # fmt: skip
"""Reasons as the ids of buttons carry them: an id has room for one letter."""
_IN_HAND = frozenset({"delivered", "shipped"})
"""States of an order whose goods the customer may hold: not every carrier says when it delivered."""


class IllegalReturnMove(ValueError):
    """A return cannot go from `origin` to `target`."""

    def __init__(self, origin: ReturnState, target: ReturnState) -> None:
        super().__init__(f"a return that is {origin} cannot become {target}")
        self.origin = origin
        self.target = target


def move_return(state: ReturnState, target: ReturnState) -> ReturnState:
    """`target`, when the table allows it (staying is allowed). Raises IllegalReturnMove."""
    if target != state and target not in RETURN_MOVES[state]:
        raise IllegalReturnMove(state, target)
    return target


@record
class Wish:
    """A wish as it meets the rule. `since`: when the order reached its state; `left`: pieces of the line that have not
    been returned yet; `paid`: minor units paid for each, 0 for what was itself an exchange."""

    order_state: str
    since: datetime
    quantity: int
    left: int
    paid: int
    category: str
    reason: Reason
    wanted: Wanted


@record
class ReturnRule:
    """The shop's rule. `days` from delivery, None when none is recorded; `excluded`: kinds of goods that do not come back."""

    days: int | None
    exchange_free: bool
    excluded: Collection[str] = ()


@record
class Judgement:
    """What the rule says: `approved`, `requested` (a person decides) or `refused`, and why."""

    outcome: str
    why: str = ""
    """`not_delivered`, `nothing_left`, `excluded`, `too_late`; of a request: `no_rule`, `shops_fault`, `not_free`,
    `by_hand`."""


def judge(wish: Wish, rule: ReturnRule, now: datetime) -> Judgement:
    """The rule's word on a wish; what a rule cannot know (condition, goodwill) is left to a person."""
    if wish.order_state not in _IN_HAND:
        return Judgement(outcome="refused", why="not_delivered")
    if wish.quantity > wish.left:
        return Judgement(outcome="refused", why="nothing_left")
    if wish.reason in SHOPS_FAULT:
        return Judgement(outcome="requested", why="shops_fault")
    if wish.category in rule.excluded:
        return Judgement(outcome="refused", why="excluded")
    if rule.days is None:
        return Judgement(outcome="requested", why="no_rule")
    if wish.order_state == "delivered" and now > wish.since + timedelta(days=rule.days):
        return Judgement(outcome="refused", why="too_late")
    if wish.wanted is Wanted.EXCHANGE:
        return Judgement(outcome="approved") if rule.exchange_free else Judgement(outcome="requested", why="not_free")
    if wish.wanted is Wanted.CREDIT or wish.paid == 0:
        return Judgement(outcome="requested", why="by_hand")
    return Judgement(outcome="approved")


def felt_by(reason: Reason) -> Felt | None:
    """What a reason tells of the fit, None when it tells nothing."""
    return {Reason.SIZE_SMALL: Felt.SMALL, Reason.SIZE_LARGE: Felt.LARGE}.get(reason)


def paid_share(amount: int, *, subtotal: int, discount: int, tax: int = 0, tax_rate: int = 0) -> int:
    """What was really paid for goods of `amount`, minor units: an order's discount is spread over its goods by price, and tax
    that was added on top goes back with them. `tax`: added to the order in all, on shipping too perhaps; `tax_rate`:
    thousandths of a percent. The shares of all goods together are never more tax than the goods bore."""
    paid = amount
    if discount and subtotal > 0:
        paid = amount - (2 * discount * amount + subtotal) // (2 * subtotal)
    goods = subtotal - discount
    if not tax or goods <= 0:
        return paid
    of_goods = min(tax, Tax(tax_rate, is_included=False).of(goods, 0))
    return paid + of_goods * paid // goods
