"""A visit: everything one turn of one thread is about, gathered by a handful of set queries for the whole batch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.assistant.knowledge.index import KnowledgeIndex
from leadnurturebot.assistant.own_words.loading import OwnWords, own_words
from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.catalog.personal.batch import AskedItem
from leadnurturebot.conversations.batch import Place, ThreadRow, load_threads
from leadnurturebot.domain.values import value
from leadnurturebot.leads.arrivals import AdRow
from leadnurturebot.leads.batch import LeadRow, resolve_many
from leadnurturebot.leads.identities import ContactSeen
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.merging import merge
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
    own_words: OwnWords
    events: list[InboxEvent] = field(default_factory=list)
    message_ids: dict[UUID, UUID] = field(default_factory=dict)
    """Our message id by inbox row id."""
    conversation_id: UUID | None = None
    cart: CartRow | None = None
    bought: tuple[UUID, ...] = ()
    """Products that the lead ordered, newest first."""
    ads: dict[UUID, AdRow] = field(default_factory=dict)
    """The ad or link an event came through, by inbox row id."""
    asked: dict[UUID, AskedItem] = field(default_factory=dict)
    """The item of a personal catalogue that an event was written from, by inbox row id."""

    @property
    def newest(self) -> datetime:
        """Time of the newest event."""
        return max(event.at for event in self.events)


# What was written longer ago than this when it reached us is kept and shown, but an answer would come out of the blue.
LATE = timedelta(hours=2)


def is_late(visit: Visit, times: Times) -> bool:
    """Whether the visit's newest event is old news: redelivered after hours or days."""
    arrived = times.now - (times.wall - max(event.received_at for event in visit.events))
    return arrived - visit.newest > LATE


def contact_of(event: InboxEvent) -> ContactSeen:
    """Who wrote, as the receiver kept it."""
    user_id, parent_user_id, wa_id, _, name = event.payload["contact"]
    return ContactSeen(shop_id=event.shop_id, user_id=user_id, parent_user_id=parent_user_id, wa_id=wa_id, name=name)


def gather(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[Visit]:
    """The visits of a batch of customers' events. Leads are made where new, and locked."""
    keys = ring().load(connection, [event.shop_id for event in events])
    leads = _people(connection, [contact_of(event) for event in events], keys, times)
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
                own_words=own_words(connection, shop.id, shop.knowledge_version),
            )  # fmt: skip
        visits[thread.id].events.append(event)
        # A message that goes round again to be decided anew keeps its id: it is stored already.
        again = event.payload.get("again")
        visits[thread.id].message_ids[event.id] = UUID(again) if again else uuid7()
    return list(visits.values())


def _people(
    connection: Connection, seen: Sequence[ContactSeen], keys: Mapping[UUID, ShopKey], times: Times
) -> list[LeadRow]:
    """The lead of every contact. Where a number and an id that came together led to two leads, they become one."""
    leads = resolve_many(connection, seen, keys, now=times.now)
    linked = {(lead.shop_id, other): lead.id for lead in leads for other in lead.same_person}
    for (shop_id, other), lead_id in linked.items():
        merge(connection, shop_id=shop_id, kept_id=lead_id, merged_id=other, reason="linked", now=times.now)
    return resolve_many(connection, seen, keys, now=times.now) if linked else leads
