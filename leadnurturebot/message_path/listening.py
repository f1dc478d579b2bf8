"""What was heard: events as the dialogue sees them, understood all at once; and the wait for the rest of a burst."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.assistant.knowledge.reading import with_knowledge
from leadnurturebot.assistant.understanding import Utterance
from leadnurturebot.catalog.mentions import name_words
from leadnurturebot.catalog.personal.batch import find_asked
from leadnurturebot.conversations.batch import quoted_contents
from leadnurturebot.domain import product_references
from leadnurturebot.domain.address_forms import FormAddress, read_form
from leadnurturebot.domain.delivery_places import SentPlace, read_place
from leadnurturebot.domain.dialogue.turn import AdTap, CartRequest, Heard
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.money import from_major
from leadnurturebot.leads.arrivals import AdRow, find_ads
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Times, Visit
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.sql import Connection

SURE = 0.75
BURST_LONGEST = timedelta(milliseconds=1500)
BURST_MEMORY = timedelta(seconds=8)

# "(ref: K7Q2)" at the end of a prefilled text: which link, code or widget it came through.
_REFERENCE = re.compile(r"\s*[(\[]?\s*ref[:\s]\s*([A-HJ-NP-Z2-9]{4,6})\s*[)\]]?\s*$", re.IGNORECASE)


def text_of(event: InboxEvent) -> str:
    """The customer's words, without a link's reference."""
    content = event.payload["content"]
    text = str(content.get("text") or content.get("caption") or "")
    # Hardly any message has one, and this is asked often.
    return product_references.without(_REFERENCE.sub("", text)) if "ref" in text.lower() else text


def shown_text(event: InboxEvent) -> str:
    """The customer's words, else what they sent instead of words: a place, an address in the messenger's form."""
    place, form = _place(event), _form(event)
    return text_of(event) or (place.note if place else "") or (form.address if form else "")


def _place(event: InboxEvent) -> SentPlace | None:
    return read_place(event.payload["content"]) if event.payload["kind"] == "location" else None


def _form(event: InboxEvent) -> FormAddress | None:
    is_form = event.payload["kind"] == "form"
    return read_form(str(event.payload["content"].get("response") or "")) if is_form else None


def reference_of(event: InboxEvent) -> str:
    """The reference code in the words, empty without one."""
    text = str(event.payload["content"].get("text") or "")
    found = _REFERENCE.search(text) if "ref" in text.lower() else None
    return found.group(1).upper() if found else ""


def product_reference_of(event: InboxEvent) -> product_references.ProductReference | None:
    """Which product of which page the words were written from; None where they say nothing of it."""
    text = str(event.payload["content"].get("text") or "")
    return product_references.found_in(text) if "ref" in text.lower() else None


def understand(world: World, visits: Sequence[Visit]) -> dict[UUID, Understanding]:
    """What every message with words was read as, by inbox row id: one pass of the model for the whole batch."""
    wanted = [(visit, event) for visit in visits for event in visit.events if _has_words(event)]
    utterances = [
        Utterance(
            text=text_of(event),
            language=base_language(visit.thread.language or visit.lead.language),
            currency=visit.shop.currency,
            mentions=visit.mentions,
            home=base_language(visit.shop.language),
        )
        for visit, event in wanted
    ]
    understood = with_knowledge(
        world.understander.understand(utterances),
        [utterance.text for utterance in utterances],
        [visit.knowledge for visit, _ in wanted],
    )
    return {event.id: reading for (_, event), reading in zip(wanted, understood, strict=True)}


def _has_words(event: InboxEvent) -> bool:
    return event.payload["kind"] != "tap" and bool(text_of(event).strip())


def ready_at(visit: Visit, read: Mapping[UUID, Understanding], times: Times) -> datetime:
    """When the visit may be answered (wall time): at once, or after a short wait for more of the same burst.

    No wait for taps, ad taps and carts, nor for words understood surely that come alone; the whole wait ends 1.5 s
    after the first message.
    """
    waits = [event for event in visit.events if _may_go_on(event, read)]
    alone = len(visit.events) == 1 and not _wrote_just_before(visit)
    wait = timedelta(milliseconds=visit.shop.settings.burst_wait_ms)
    if len(waits) < len(visit.events) or not wait:
        return times.wall
    if alone and all(read[event.id].confidence >= SURE for event in waits if event.id in read):
        return times.wall
    first, last = (edge(event.received_at for event in visit.events) for edge in (min, max))
    return min(first + BURST_LONGEST, last + wait)


def _may_go_on(event: InboxEvent, read: Mapping[UUID, Understanding]) -> bool:
    return event.id in read and event.payload["referral"] is None and event.payload["kind"] == "text"


def _wrote_just_before(visit: Visit) -> bool:
    last = visit.thread.last_inbound_at
    return last is not None and timedelta(0) <= visit.newest - last < BURST_MEMORY


def heard(
    visit: Visit, read: Mapping[UUID, Understanding], quotes: Mapping[tuple[UUID, str], bytes]
) -> tuple[Heard, ...]:
    """The visit's messages as the dialogue takes them, in order."""
    return tuple(_heard(visit, event, read, quotes) for event in visit.events)


def _heard(
    visit: Visit, event: InboxEvent, read: Mapping[UUID, Understanding], quotes: Mapping[tuple[UUID, str], bytes]
) -> Heard:
    content = event.payload["content"]
    return Heard(
        id=visit.message_ids[event.id],
        at=event.at,
        kind=event.payload["kind"],
        text=text_of(event),
        action=str(content.get("action") or ""),
        ad=ad_tap(visit, event),
        quoted_products=_quoted(visit, event, quotes),
        cart=tuple(_cart_requests(visit, content.get("items") or ())),
        understanding=read.get(event.id),
        place=_place(event),
        form=_form(event),
    )


def ad_tap(visit: Visit, event: InboxEvent) -> AdTap | None:
    """The ad or link the message came through. The shop's own ads know their product; others only their headline."""
    referral = event.payload["referral"]
    ad = visit.ads.get(event.id)
    if ad is None and referral is None:
        return _page_tap(visit, event)
    headline = ad.headline if ad else str((referral or {}).get("headline") or "")
    product_id, color = (ad.product_id, ad.color) if ad else (None, "")
    if product_id is None and headline:
        named = [ids for _, _, ids in visit.mentions.find(name_words(headline)) if len(ids) == 1]
        product_id = named[0][0] if len(named) == 1 else None
    return AdTap(
        source=source_of(ad, referral), ad_id=ad.external_id if ad else str((referral or {}).get("source_id") or ""),
        headline=headline, product_id=product_id, color=color,
    )  # fmt: skip


def _page_tap(visit: Visit, event: InboxEvent) -> AdTap | None:
    """A product named by the page that the message was written from, as an ad names its own."""
    reference = product_reference_of(event)
    product = visit.catalogue.by_code(reference.product_code) if reference else None
    return AdTap(source="page", product_id=product.id) if product else None


_HOSTS = {
    "instagram.com": "instagram_ad",
    "ig.me": "instagram_ad",
    "facebook.com": "facebook_ad",
    "fb.me": "facebook_ad",
}


def source_of(ad: AdRow | None, referral: Mapping[str, Any] | None) -> str:
    """Where an arrival came from: the shop's ads table, else the host of the ad's address, else `meta_ad`."""
    if ad is not None:
        return ad.source
    if referral is None:
        return "direct"
    host = str(referral.get("source_url") or "").partition("://")[2].partition("/")[0].lower()
    return next((source for name, source in _HOSTS.items() if host == name or host.endswith(f".{name}")), "meta_ad")


def attach_ads(connection: Connection, visits: Sequence[Visit]) -> None:
    """Find the ads and links that messages came through."""
    wanted: dict[UUID, tuple[UUID, str]] = {}
    for visit in visits:
        for event in visit.events:
            referral = event.payload["referral"]
            code = str(referral.get("source_id") or "") if referral else reference_of(event)
            if code:
                wanted[event.id] = (visit.shop.id, code)
    found = find_ads(connection, list(wanted.values()))
    for visit in visits:
        for event in visit.events:
            if ad := found.get(wanted.get(event.id, (visit.shop.id, ""))):
                visit.ads[event.id] = ad


def attach_pages(connection: Connection, visits: Sequence[Visit]) -> None:
    """Find the personal catalogues that messages were written from."""
    wanted = [
        (visit, event.id, reference)
        for visit in visits for event in visit.events if (reference := product_reference_of(event))
    ]  # fmt: skip
    found = find_asked(connection, [(visit.shop.id, reference) for visit, _, reference in wanted])
    for visit, event_id, reference in wanted:
        if item := found.get((visit.shop.id, reference)):
            visit.asked[event_id] = item


def load_quotes(connection: Connection, visits: Sequence[Visit]) -> dict[tuple[UUID, str], bytes]:
    """Sealed contents of the messages that were quoted."""
    wanted = [(visit.shop.id, event.payload["quoted_id"]) for visit in visits for event in visit.events]
    return quoted_contents(connection, [(shop_id, quoted) for shop_id, quoted in wanted if quoted])


def _quoted(visit: Visit, event: InboxEvent, quotes: Mapping[tuple[UUID, str], bytes]) -> tuple[UUID, ...]:
    """Products that the message points at: the page it was written from, else those of the message it quotes."""
    sku = str(event.payload["content"].get("sku") or "")
    if sku and (found := visit.catalogue.by_sku(sku)):
        return (found[0].id,)
    sealed = quotes.get((visit.shop.id, event.payload["quoted_id"]))
    if sealed is None:
        return ()
    return tuple(UUID(product_id) for product_id in orjson.loads(visit.key.open(sealed)).get("products", ()))


def _cart_requests(visit: Visit, items: Iterable[Mapping[str, Any]]) -> Iterable[CartRequest]:
    for item in items:
        found = visit.catalogue.by_sku(str(item["sku"]))
        price = item.get("price")
        quoted = from_major(str(price), visit.shop.currency).minor if price is not None else None
        yield CartRequest(
            sku=str(item["sku"]), quantity=max(1, int(item["quantity"])), quoted_price=quoted,
            variant_id=found[1].id if found else None,
        )  # fmt: skip
