"""The people of the past become leads, each with how they came."""

from collections.abc import Mapping
from uuid import UUID, uuid5

from leadnurturebot.conversations.batch import load_threads
from leadnurturebot.demo_shop.people.shapes import PastConversation, PastLead
from leadnurturebot.demo_shop.seed.script import META_ADS, Script
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.shop import ADS
from leadnurturebot.leads.arrivals import (
    ConsentGiven,
    TouchSeen,
    raise_statuses,
    record_consents,
    record_touches,
    sealed_profile,
    store_profiles,
)
from leadnurturebot.leads.batch import ContactSeen, resolve_many
from leadnurturebot.platform.ids import uuid7

_HEADLINES = {ad.ad_id: ad.headline for ad in ADS}
_LETTERS = frozenset({"XS", "S", "M", "L", "XL", "XXL"})
_STATUSES = {
    "asked": "engaged", "left": "qualified", "stopped": "engaged", "person": "engaged", "chose": "qualified",
    "cart": "qualified", "payment_failed": "qualified", "ordered": "converted",
}  # fmt: skip
QUALIFIED = frozenset(outcome for outcome, status in _STATUSES.items() if status != "engaged")


def bring_leads(stage: Stage) -> dict[str, UUID]:
    """Lead ids by the past's keys."""
    seen = [_contact(stage.shop_id, lead) for lead in stage.past.leads]
    rows = resolve_many(stage.connection, seen, stage.keys, now=stage.now)
    return {lead.key: row.id for lead, row in zip(stage.past.leads, rows, strict=True)}


def _contact(shop_id: UUID, lead: PastLead) -> ContactSeen:
    """By number; somebody who hides it has only the id that WhatsApp gives them for this shop."""
    user_id = "" if lead.phone else f"{lead.country}.{uuid5(shop_id, lead.key).int % 10**16}"
    wa_id = (lead.phone or "").removeprefix("+")
    return ContactSeen(shop_id=shop_id, user_id=user_id, wa_id=wa_id, name=lead.name, at=lead.arrived_at)


def open_threads(stage: Stage, leads: Mapping[str, UUID]) -> None:
    """A thread for each lead, as old as the lead."""
    for lead in stage.past.leads:
        place = (stage.shop_id, leads[lead.key], stage.number_id)
        load_threads(stage.connection, [place], now=lead.arrived_at)


def first_talks(stage: Stage) -> dict[str, int]:
    """The first talk of each lead."""
    found: dict[str, int] = {}
    for number, talk in enumerate(stage.past.conversations):
        found.setdefault(talk.lead_key, number)
    return found


def record_arrivals(stage: Stage, leads: Mapping[str, UUID], script: Script) -> list[TouchSeen]:
    """How each lead came first; returns the touches for the ledger."""
    first = first_talks(stage)
    touches = [_touch(stage, lead, leads[lead.key], script[first[lead.key]][0].id) for lead in stage.past.leads]
    record_touches(stage.connection, touches)
    return touches


def _touch(stage: Stage, lead: PastLead, lead_id: UUID, message_id: UUID) -> TouchSeen:
    click = f"seed-{lead.key}" if lead.source in META_ADS else ""
    return TouchSeen(
        id=uuid7(), shop_id=stage.shop_id, lead_id=lead_id, source=lead.source, at=lead.arrived_at,
        ad_id=stage.ads.get(lead.ad_id or ""), headline=_HEADLINES.get(lead.ad_id or "", ""),
        click_sealed=stage.key.seal_text(click) if click else b"", message_id=message_id, is_first=True,
    )  # fmt: skip


def record_learned(stage: Stage, leads: Mapping[str, UUID], script: Script) -> None:
    """Language and measures, status, and who said STOP."""
    store_profiles(stage.connection, [_profile(stage, lead, leads[lead.key], script) for lead in stage.past.leads])
    last: dict[str, tuple[int, PastConversation]] = {}
    best: dict[str, str] = {}
    for number, talk in enumerate(stage.past.conversations):
        last[talk.lead_key] = number, talk
        best[talk.lead_key] = max(best.get(talk.lead_key, "engaged"), _STATUSES[talk.outcome], key=_RANKS.index)
    for key, (number, _) in last.items():
        seen_at = max(line.message.at for line in script[number] if line.message.is_inbound)
        raise_statuses(stage.connection, [(stage.shop_id, leads[key], best[key])], seen_at=seen_at)
    stops = [(leads[key], script[number]) for key, (number, talk) in last.items() if talk.outcome == "stopped"]
    record_consents(
        stage.connection,
        [
            ConsentGiven(
                shop_id=stage.shop_id, lead_id=lead_id, kind="all", is_granted=False, at=said.message.at,
                message_id=said.id,
            )
            for lead_id, lines in stops
            for said in [line for line in lines if line.message.is_inbound][-1:]
        ],
    )  # fmt: skip


_RANKS = ("new", "engaged", "qualified", "converted")


def _profile(stage: Stage, lead: PastLead, lead_id: UUID, script: Script) -> tuple[UUID, UUID, bytes, str]:
    """What the lead said of their body, and the language they write in."""
    profile: dict[str, object] = {}
    for number, talk in enumerate(stage.past.conversations):
        if talk.lead_key != lead.key:
            continue
        said = " ".join(line.message.text for line in script[number] if line.message.is_inbound)
        if str(lead.height_cm) in said and str(lead.weight_kg) in said:
            profile |= {"height_cm": lead.height_cm, "weight_kg": lead.weight_kg}
        size = (talk.sku or "").rpartition("-")[2]
        if size in _LETTERS and size in said.split():
            profile["usual_size"] = size
    sealed = sealed_profile(stage.key.seal, profile) if profile else b""
    return stage.shop_id, lead_id, sealed, lead.language
