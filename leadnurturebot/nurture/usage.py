"""What messages cost so far this month, by number; the free service messages used; the shop's cap."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from leadnurturebot.domain.values import record, value
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "number_id": "uuid", "month": "date", "service_delivered": "int",
    "spent_micros": "bigint", "currency": "text",
}  # fmt: skip


@value
class Usage:
    """A number's month."""

    service_delivered: int = 0
    spent_micros: int = 0


@record
class Charge:
    """A message that was delivered."""

    shop_id: UUID
    number_id: UUID
    month: date
    is_service: bool
    micros: int
    currency: str


def load_usage(connection: Connection, numbers: Sequence[UUID], *, month: date) -> dict[UUID, Usage]:
    """Usage by number id in the month that begins at `month`."""
    rows = connection.execute(
        "SELECT number_id, service_delivered, spent_micros FROM nurture_monthusage WHERE number_id = ANY(%s) AND month = %s",
        [list(set(numbers)), month],
    )
    return {number_id: Usage(service, spent) for number_id, service, spent in rows}


def add_charges(connection: Connection, charges: Sequence[Charge]) -> None:
    """Count delivered messages, one row a number and month, in number order so that workers never wait in a ring."""
    totals: dict[tuple[UUID, UUID, date, str], list[int]] = {}
    for charge in charges:
        total = totals.setdefault((charge.number_id, charge.shop_id, charge.month, charge.currency), [0, 0])
        total[0] += charge.is_service
        total[1] += charge.micros
    rows = [
        (uuid7(), shop_id, number_id, month, service, micros, currency)
        for (number_id, shop_id, month, currency), (service, micros) in sorted(totals.items())
    ]
    insert_many(
        connection, "nurture_monthusage", _COLUMNS, rows,
        tail="ON CONFLICT (number_id, month) DO UPDATE SET"
        " service_delivered = nurture_monthusage.service_delivered + excluded.service_delivered,"
        " spent_micros = nurture_monthusage.spent_micros + excluded.spent_micros",
    )  # fmt: skip
