"""The past's conversations: opened one after the other in their threads, and what they left there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson

from leadnurturebot.conversations.batch import (
    SessionNeed,
    ThreadChange,
    ThreadRow,
    load_threads,
    note_first_replies,
    open_conversations,
    store_threads,
)
from leadnurturebot.conversations.ending import end_silent
from leadnurturebot.demo_shop.catalogue.reading import by_external_id, by_sku
from leadnurturebot.demo_shop.people.shapes import PastConversation
from leadnurturebot.demo_shop.seed.script import Line, Script
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.domain.dialogue.state import Focus, ThreadState
from leadnurturebot.message_path.view import sealed_state

_STAGES = {
    "chose": "choosing_size", "left": "choosing_size", "cart": "at_checkout", "payment_failed": "at_checkout",
    "ordered": "bought",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Session:
    """Where a talk took place."""

    thread_id: UUID
    lead_id: UUID
    conversation_id: UUID


def hold_talks(stage: Stage, leads: Mapping[str, UUID], script: Script) -> dict[int, Session]:
    """Open every talk's conversation and leave its traces in the thread: everybody's first talk, then the second…"""
    sessions: dict[int, Session] = {}
    for wave in _waves(stage.past.conversations):
        people = {number: leads[stage.past.conversations[number].lead_key] for number in wave}
        places = {number: (stage.shop_id, lead_id, stage.number_id) for number, lead_id in people.items()}
        threads = load_threads(stage.connection, list(places.values()), now=stage.now)
        rows = {number: threads[place] for number, place in places.items()}
        needs = [SessionNeed(thread=rows[number], at=script[number][0].message.at) for number in wave]
        opened = open_conversations(stage.connection, needs)
        for number, row in rows.items():
            sessions[number] = Session(row.id, row.lead_id, opened[row.id])
        store_threads(
            stage.connection,
            [_change(stage, rows[number], sessions[number].conversation_id, script[number]) for number in wave],
        )
    replies = [_first_reply(stage, sessions[number], lines) for number, lines in script.items()]
    note_first_replies(stage.connection, [reply for reply in replies if reply])
    end_silent(stage.connection, now=stage.now, limit=len(sessions))
    return sessions


def _waves(talks: Sequence[PastConversation]) -> list[list[int]]:
    """Talks that can be held side by side: no lead has two of a wave."""
    count: dict[str, int] = {}
    waves: list[list[int]] = []
    for number, talk in enumerate(talks):
        turn = count[talk.lead_key] = count.get(talk.lead_key, -1) + 1
        waves += [[]] if turn == len(waves) else []
        waves[turn].append(number)
    return waves


def _change(stage: Stage, thread: ThreadRow, conversation_id: UUID, lines: Sequence[Line]) -> ThreadChange:
    talk, last = stage.past.conversations[lines[0].talk], lines[-1]
    inbound = [line.message.at for line in lines if line.message.is_inbound]
    product = by_external_id()[talk.product]
    color = by_sku()[talk.sku][1].color if talk.sku else product.colors[0]
    handed = {"holder": "waiting", "handoff_reason": "asked", "unread": 1} if talk.is_waiting else {}
    summary = [lines[-2].message.text if len(lines) > 1 else last.message.text, f"{product.name}, {color}"]
    return ThreadChange(
        thread=thread,
        state_sealed=sealed_state(stage.key, _memory(stage, talk, color)),
        language=_language(stage, talk),
        handoff_summary=stage.key.seal(orjson.dumps(summary)) if talk.is_waiting else b"",
        conversation_id=conversation_id,
        last_inbound_at=max(inbound),
        ad_tap_at=next((line.message.at for line in lines if line.is_tap), None),
        replied_to_tap_at=next((line.message.at for line in lines if line.answers_tap), None),
        message_at=last.message.at,
        preview_sealed=stage.key.seal_text(last.message.text[:200]),
        preview_from="customer" if last.message.is_inbound else "bot",
        stage="waiting_for_person" if talk.is_waiting else _STAGES.get(talk.outcome, "browsing"),
        focus_product_id=stage.goods.products[talk.product],
        focus_color=color,
        focus_size=by_sku()[talk.sku][1].size if talk.sku else "",
        **handed,  # type: ignore[arg-type]  # three fields of the change
    )


def _language(stage: Stage, talk: PastConversation) -> str:
    return next(lead.language for lead in stage.past.leads if lead.key == talk.lead_key)


def _memory(stage: Stage, talk: PastConversation, color: str) -> ThreadState:
    """What the assistant remembers of the talk."""
    product_id = stage.goods.products[talk.product]
    size = by_sku()[talk.sku][1].size if talk.sku else ""
    return ThreadState(
        language=_language(stage, talk),
        focus=Focus(product_id=product_id, color=color, size=size),
        seen=(product_id,),
        greeted_on=talk.started_at.astimezone(ZoneInfo(SHOP.timezone)).date(),
    )


def _first_reply(stage: Stage, session: Session, lines: Sequence[Line]) -> tuple[UUID, UUID, int] | None:
    answer = next((line.message.at for line in lines if not line.message.is_inbound), None)
    if answer is None:
        return None
    waited = answer - lines[0].message.at
    return stage.shop_id, session.conversation_id, round(waited.total_seconds() * 1000)
