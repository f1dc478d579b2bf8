"""A visit: everything one turn of one thread is about, gathered by a handful of set queries for the whole batch."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from leadnurturebot.assistant.knowledge.index import KnowledgeIndex
from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.conversations.batch import Place, ThreadRow, load_threads
from leadnurturebot.domain.values import value
from leadnurturebot.leads.arrivals import AdRow
from leadnurturebot.leads.batch import ContactSeen, LeadRow, resolve_many
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.world import World
from leadnurturebot.orders.batch import CartRow
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops


@value
class Times:
    """The two clocks of a turn, read once."""

    now: datetime
    """Business time."""
    wall: datetime


@dataclass(slots=True, kw_only=True)
class Visit:
    """A thread, its lead and shop, and the events of this turn in the sender's order."""

    shop: ShopRow
    key: ShopKey
    lead: LeadRow
    thread: ThreadRow
    catalogue: CatalogueIndex
    mentions: ProductMentions
    knowledge: KnowledgeIndex
    events: list[InboxEvent] = field(default_factory=list)
    message_ids: dict[UUID, UUID] = field(default_factory=dict)
    """Our message id by inbox row id."""
    conversation_id: UUID | None = None
    cart: CartRow | None = None
    ads: dict[UUID, AdRow] = field(default_factory=dict)
    """The ad or link an event came through, by inbox row id."""

    @property
    def newest(self) -> datetime:
        """Time of the newest event."""
        return max(event.at for event in self.events)


def contact_of(event: InboxEvent) -> ContactSeen:
    """Who wrote, as the receiver kept it."""
    user_id, parent_user_id, wa_id, _, name = event.payload["contact"]
    return ContactSeen(shop_id=event.shop_id, user_id=user_id, parent_user_id=parent_user_id, wa_id=wa_id, name=name)


def gather(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[Visit]:
    """The visits of a batch of customers' events. Leads are made where new, and locked."""
    keys = ring().load(connection, [event.shop_id for event in events])
    leads = resolve_many(connection, [contact_of(event) for event in events], keys, now=times.now)
    places: list[Place] = [
        (event.shop_id, lead.id, UUID(event.payload["number_id"])) for event, lead in zip(events, leads, strict=True)
    ]
    threads = load_threads(connection, places, now=times.now)
    shops = load_shops(connection, [event.shop_id for event in events])
    visits: dict[UUID, Visit] = {}
    for event, lead, place in zip(events, leads, places, strict=True):
        thread, shop = threads[place], shops[event.shop_id]
        if thread.id not in visits:
            catalogue = world.catalogues.of(connection, shop.id, shop.catalogue_version)
            mentions = world.catalogues.mentions(connection, shop.id, shop.catalogue_version)
            visits[thread.id] = Visit(
                shop=shop, key=keys[shop.id], lead=lead, thread=thread, catalogue=catalogue, mentions=mentions,
                knowledge=world.knowledges.of(connection, keys[shop.id], shop.knowledge_version),
            )  # fmt: skip
        visits[thread.id].events.append(event)
        # A message that goes round again to be decided anew keeps its id: it is stored already.
        again = event.payload.get("again")
        visits[thread.id].message_ids[event.id] = UUID(again) if again else uuid7()
    return list(visits.values())
