"""What the delivered messages cost, to hold against the product's ledger."""

from simulator.graph.pricing import free_service_used
from simulator.jsontypes import Json
from simulator.rates import CURRENCY, card_on
from simulator.world import World

SQL = """
SELECT market, category, pricing_type, COUNT(*) AS messages, SUM(rate_micros) AS micros
FROM messages
WHERE number_id = ? AND direction = 'out' AND delivered_at IS NOT NULL AND pricing_type IS NOT NULL
  AND delivered_at >= ? AND delivered_at < ?
GROUP BY market, category, pricing_type ORDER BY market, category, pricing_type
"""


def bill(world: World, since: float = 0.0, until: float = float("inf")) -> Json:
    """Lines per number, market, category and type. `since` and `until` are unix seconds of business time."""
    numbers = [_number_bill(world, number.phone_number_id, since, until) for number in world.numbers.all()]
    card = card_on(world.clock.now().date())
    return {
        "currency": CURRENCY,
        "rate_card": card.effective.isoformat(),
        "numbers": numbers,
        "total_micros": sum(number["total_micros"] for number in numbers),
    }


def _number_bill(world: World, number_id: str, since: float, until: float) -> Json:
    rows = world.db.rows(SQL, number_id, since, until)
    lines = [
        {
            "market": row["market"],
            "category": row["category"],
            "type": row["pricing_type"],
            "messages": row["messages"],
            "amount_micros": row["micros"],
        }
        for row in rows
    ]
    now = world.clock.now()
    left = card_on(now.date()).free_service_per_month - free_service_used(world, number_id, now)
    return {
        "phone_number_id": number_id,
        "lines": lines,
        "messages": sum(line["messages"] for line in lines),
        "total_micros": sum(line["amount_micros"] for line in lines),
        "free_service_left": max(left, 0),
    }
