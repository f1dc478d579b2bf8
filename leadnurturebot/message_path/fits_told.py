"""What customers say of a fit, kept as verdicts; and verdicts that are to be of nobody any more."""

from collections.abc import Sequence

from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.message_path.deciding import Thought
from leadnurturebot.message_path.view import SIZES_FORGOTTEN
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.fits import forget_fits, record_fit_verdict
from leadnurturebot.platform.sql import Connection


def after_turns(connection: Connection, thoughts: Sequence[Thought], times: Times) -> None:
    """Record what was told, and forget what is to be forgotten, in the turns' own transaction."""
    decided = [(thought.visit, thought.decision.effects) for thought in thoughts if thought.decision]
    for visit, effects in decided:
        for told in effects.fits:
            record_fit_verdict(
                connection, shop_id=visit.shop.id, line_id=told.line_id, felt=Felt(told.felt), source="asked", at=times.now
            )  # fmt: skip
    forget_fits(
        connection, [(visit.shop.id, visit.lead.id) for visit, own in decided if SIZES_FORGOTTEN in own.customer]
    )
