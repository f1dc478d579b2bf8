"""How many people a portfolio may write to first, in a rolling day."""

from simulator.graph.errors import GraphError
from simulator.graph.windows import is_service_open
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World


def check_reach(world: World, number: Number, person: Person) -> Json:
    """Facts of an accepted message: `late_error` when the tier's refusal comes by webhook. Raises GraphError.

    Which code the platform answers is not confirmed, so it is a switch (`tier_error_code`).
    """
    now, faults = world.clock.now().timestamp(), world.faults
    if not faults.tier_limit or is_service_open(world.chats.thread(number.phone_number_id, person.id), now):
        return {}
    if world.limits.reach(number.portfolio, person.id, now, faults.portfolio_tier):
        return {}
    details = f"The messaging limit {faults.portfolio_tier} of this business portfolio is used up."
    if faults.tier_error_async:
        return {"late_error": {"code": faults.tier_error_code, "details": details}}
    raise GraphError(faults.tier_error_code, details)
