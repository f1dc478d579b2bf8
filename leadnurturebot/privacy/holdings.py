"""What each app holds of a person: the table by which a person is shown everything, or forgotten.

The apps below are written out here; one above, which this room may not import, adds itself by `register` when Django
starts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from leadnurturebot.assistant.erasing import erase as erase_decisions
from leadnurturebot.assistant.exporting import export as export_decisions
from leadnurturebot.catalog.erasing import erase as erase_pages
from leadnurturebot.catalog.exporting import export as export_pages
from leadnurturebot.conversations.erasing import erase as erase_talks
from leadnurturebot.conversations.exporting import export as export_talks
from leadnurturebot.leads.erasing import erase as erase_person
from leadnurturebot.leads.exporting import export as export_person
from leadnurturebot.ledger.exporting import export as export_ledger
from leadnurturebot.nurture.erasing import erase as erase_follow_ups
from leadnurturebot.nurture.exporting import export as export_follow_ups
from leadnurturebot.orders.erasing import erase as erase_buyer
from leadnurturebot.orders.exporting import export as export_orders
from leadnurturebot.payments.erasing import erase as erase_payer
from leadnurturebot.payments.exporting import export as export_payments
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record
from leadnurturebot.platform.sql import Connection


class Export(Protocol):
    """What the app holds of a lead, opened: rows by what they are."""

    def __call__(self, connection: Connection, key: ShopKey, lead_id: UUID) -> Mapping[str, list[Record]]: ...


class Erase(Protocol):
    """Forgets the person in the caller's transaction. Doing it again changes nothing more. `now` is business time."""

    def __call__(self, connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Holding:
    """An app's functions. Without `erase` nothing of it is personal."""

    app: str
    export: Export
    erase: Erase | None = None
    shut: Erase | None = None
    """Runs before anybody forgets anything: from here on no new rows of the person come."""


_BELOW = (
    Holding("leads", export_person, erase_person),
    Holding("catalog", export_pages, erase_pages),
    Holding("conversations", export_talks, erase_talks),
    Holding("assistant", export_decisions, erase_decisions),
    Holding("orders", export_orders, erase_buyer),
    Holding("payments", export_payments, erase_payer),
    Holding("nurture", export_follow_ups, erase_follow_ups),
    Holding("ledger", export_ledger),
)
_above: dict[str, Holding] = {}


def register(holding: Holding) -> None:
    """Add what an app above this room holds."""
    _above[holding.app] = holding


def holdings() -> Sequence[Holding]:
    """Every app that holds something of a person, in the order in which they forget."""
    return (*_BELOW, *_above.values())
