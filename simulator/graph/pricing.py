"""What a message will be billed as, decided when it is sent; the bill counts what was delivered."""

from dataclasses import dataclass
from datetime import UTC, datetime

from simulator.chats import Message
from simulator.graph.windows import is_free
from simulator.jsontypes import Json
from simulator.people import Person
from simulator.rates import card_on, market_of
from simulator.world import World

REGULAR = "regular"
FREE_SERVICE = "free_customer_service"
FREE_ENTRY = "free_entry_point"


@dataclass(frozen=True)
class Price:
    market: str
    category: str
    type: str
    rate_micros: int

    def as_json(self) -> Json:
        """The `pricing` object of a status."""
        billable = self.type == REGULAR
        return {"billable": billable, "pricing_model": "PMP", "type": self.type, "category": self.category}


def price(world: World, message: Message, person: Person) -> Price:
    """Category and type as Meta would put them on the `sent` status of this message."""
    now = world.clock.now()
    card = card_on(now.date())
    market = market_of(person.phone, person.country)
    category = str(message.data.get("category") or "service")
    if is_free(world.chats.thread(message.number_id, message.person_id), now.timestamp()):
        return Price(market, "referral_conversion", FREE_ENTRY, 0)
    if category == "service" and free_service_used(world, message.number_id, now) < card.free_service_per_month:
        return Price(market, category, FREE_SERVICE, 0)
    return Price(market, category, REGULAR, card.rate(market).micros(category))


def note_price(world: World, message_id: str, decided: Price) -> None:
    world.db.run(
        "UPDATE messages SET market = ?, category = ?, pricing_type = ?, rate_micros = ?, priced_at = ? WHERE id = ?",
        decided.market,
        decided.category,
        decided.type,
        decided.rate_micros,
        world.clock.now().timestamp(),
        message_id,
    )


def noted_price(world: World, message_id: str) -> Price | None:
    row = world.db.row("SELECT market, category, pricing_type, rate_micros FROM messages WHERE id = ?", message_id)
    if row is None or row["pricing_type"] is None:
        return None
    return Price(row["market"], row["category"], row["pricing_type"], row["rate_micros"])


def marketing_today(world: World, message: Message) -> int:
    """Marketing messages that reached this person in the last 24 hours, apart from this one."""
    row = world.db.row(
        "SELECT COUNT(*) AS reached FROM messages WHERE person_id = ? AND category LIKE 'marketing%'"
        " AND delivered_at > ? AND id != ?",
        message.person_id,
        world.clock.now().timestamp() - 86400.0,
        message.id,
    )
    return int(row["reached"]) if row else 0


def month_start(now: datetime) -> float:
    return datetime(now.year, now.month, 1, tzinfo=UTC).timestamp()


def free_service_used(world: World, number_id: str, now: datetime) -> int:
    """Service messages of this calendar month that used the allowance; those that failed gave it back."""
    row = world.db.row(
        "SELECT COUNT(*) AS used FROM messages WHERE number_id = ? AND pricing_type = ? AND priced_at >= ?"
        " AND status != 'failed'",
        number_id,
        FREE_SERVICE,
        month_start(now),
    )
    return int(row["used"]) if row else 0
