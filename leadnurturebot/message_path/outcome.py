"""What a batch of visits leaves behind: messages, threads, carts, consent, leads, ledger, timers, decisions, outbox."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

import orjson

from leadnurturebot.assistant.batch import DecisionRow, insert_decisions, trace_json
from leadnurturebot.assistant.knowledge.batch import Missed, collect
from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.values import Speech, say
from leadnurturebot.conversations.batch import MessageRow, ThreadChange, insert_messages, store_threads
from leadnurturebot.conversations.media_files import MediaWanted, order_media
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.dialogue.decision import Decision, HandOff
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.leads import arrivals
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.message_path import erasing, fits_told, follow_up_plans, inbox, ticketing
from leadnurturebot.message_path.deciding import Thought
from leadnurturebot.message_path.facts_of_visit import lead_status, ledger_facts, touches
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.listening import shown_text, text_of
from leadnurturebot.message_path.outbox import Outgoing, enqueue, month_of, window_of
from leadnurturebot.message_path.quotes import with_quote
from leadnurturebot.message_path.view import sealed_state, shelf_of, speech_of
from leadnurturebot.message_path.visits import Times, Visit
from leadnurturebot.nurture.usage import Usage, load_usage
from leadnurturebot.orders.batch import CartWrite, change_carts, save_for_later
from leadnurturebot.orders.placing import cancel_unpaid
from leadnurturebot.payments.requests import void_payments
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.live import notify_many
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient


@dataclass(slots=True)
class _Leavings:
    """Rows gathered over the batch, written at the end in one go each."""

    messages: list[MessageRow] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    decisions: list[DecisionRow] = field(default_factory=list)
    threads: list[ThreadChange] = field(default_factory=list)
    touches: list[arrivals.TouchSeen] = field(default_factory=list)
    facts: list[LedgerFact] = field(default_factory=list)
    statuses: list[tuple[UUID, UUID, str]] = field(default_factory=list)


def record(
    connection: Connection, visits: Sequence[Visit], thoughts: Sequence[Thought],
    read: Mapping[UUID, Understanding], times: Times,
) -> None:  # fmt: skip
    """Write everything the batch came to, and take its rows out of the inbox."""
    by_thread = {thought.visit.thread.id: thought for thought in thoughts}
    usage = load_usage(connection, [visit.thread.number_id for visit in visits], month=month_of(times.now.date()))
    leavings = _Leavings()
    for visit in visits:
        thought = by_thread.get(visit.thread.id)
        _visit(leavings, visit, thought, read, usage.get(visit.thread.number_id, Usage()), times)
        arrived = touches(visit)
        leavings.touches += arrived
        leavings.facts += ledger_facts(visit, thought, arrived, times.now)
        leavings.statuses.append((visit.shop.id, visit.lead.id, lead_status(visit, thought)))
    _change_carts(connection, thoughts, times)
    arrivals.record_touches(connection, leavings.touches)
    arrivals.record_consents(connection, _consents(thoughts, times))
    arrivals.store_profiles(connection, _profiles(thoughts))
    arrivals.raise_statuses(connection, leavings.statuses, seen_at=times.now)
    insert_messages(connection, leavings.messages, now=times.wall)
    order_media(connection, [_media(visit, event) for visit in visits for event in visit.events], wall=times.wall)
    insert_decisions(connection, leavings.decisions)
    collect(connection, _missed(thoughts))
    enqueue(connection, leavings.outgoing, now=times.now, wall=times.wall)
    store_threads(connection, leavings.threads)
    append(connection, leavings.facts, now=times.now)
    follow_up_plans.after_turns(connection, thoughts, times)
    ticketing.after_turns(connection, visits, times)
    fits_told.after_turns(connection, thoughts, times)
    erasing.after_turns(connection, thoughts, times)
    inbox.remove(connection, [event for visit in visits for event in visit.events])
    notify_many(connection, "conversation", [(visit.shop.id, visit.thread.id) for visit in visits])


def _visit(
    leavings: _Leavings, visit: Visit, thought: Thought | None, read: Mapping[UUID, Understanding], usage: Usage,
    times: Times,
) -> None:  # fmt: skip
    decision = thought.decision if thought else None
    decision_id = uuid7() if decision else None
    replies = _outgoing(visit, decision, decision_id, usage, times) if decision else []
    replies = with_quote(replies, visit, read)
    leavings.outgoing += replies
    leavings.messages += (_inbound(visit, event, decision_id) for event in visit.events if "again" not in event.payload)
    if thought and decision and decision_id:
        leavings.decisions.append(_decision_row(thought, decision, decision_id, replies, read, times))
    leavings.threads.append(_thread_change(visit, decision, replies, times))


def _inbound(visit: Visit, event: InboxEvent, decision_id: UUID | None) -> MessageRow:
    payload = event.payload
    stored = {
        "kind": payload["kind"],
        "text": shown_text(event),
        "content": payload["content"],
        "referral": payload["referral"],
    }
    if payload["quoted_id"]:
        stored["quoted_id"] = payload["quoted_id"]
    return MessageRow(
        id=visit.message_ids[event.id], shop_id=visit.shop.id, thread_id=visit.thread.id,
        conversation_id=visit.conversation_id, lead_id=visit.lead.id, direction="in", sender="customer",
        kind=payload["kind"], content_sealed=visit.key.seal(orjson.dumps(stored)), at=event.at, status="received",
        provider_id=event.event_id, decision_id=decision_id, recorded_at=event.received_at,
    )  # fmt: skip


def _media(visit: Visit, event: InboxEvent) -> MediaWanted:
    return MediaWanted(
        shop_id=visit.shop.id, thread_id=visit.thread.id, message_id=visit.message_ids[event.id],
        number_id=visit.thread.number_id, kind="" if "again" in event.payload else event.payload["kind"],
        content=event.payload["content"],
    )  # fmt: skip


def _outgoing(visit: Visit, decision: Decision, decision_id: UUID | None, usage: Usage, times: Times) -> list[Outgoing]:
    tap_at = max((event.at for event in visit.events if event.payload["referral"] is not None), default=None)
    window = window_of(visit.thread, times.now, inbound_at=visit.newest, tap_at=tap_at)
    language = decision.language or decision.state.language or visit.shop.language
    speech = speech_of(visit.shop, language, visit.own_words)
    contact = visit.events[-1].payload["contact"]
    shown = _shown(decision)
    return [
        Outgoing(
            key=visit.key, thread=visit.thread, conversation_id=visit.conversation_id,
            content=render(
                reply, speech, products=visit.catalogue.product, shelf=shelf_of(visit.shop, visit.thread.number_id),
            ),
            to=Recipient(wa_id=contact[2], user_id=contact[0]), country=visit.lead.country, purpose=OutgoingKind.REPLY,
            window=window, usage=usage, decision_id=decision_id, answers=tuple(visit.message_ids.values()),
            caused_at=visit.newest, announces_handoff=decision.effects.handoff is not None, products=shown,
            catalogue_version=visit.shop.catalogue_version if decision.trace.facts else 0,
        )
        for reply in decision.replies
    ]  # fmt: skip


def _for_agent(visit: Visit, handoff: HandOff) -> list[str]:
    """The summary as the shop's people read it, whatever the customer speaks."""
    speech = Speech(visit.shop.language, visit.shop.country)
    return [say(line, speech) for line in handoff.summary]


def _shown(decision: Decision) -> tuple[UUID, ...]:
    """Products the reply is about, so that a quote of it points at them."""
    pictured = [reply.picture.product_id for reply in decision.replies if reply.picture]
    carded = [card.picture.product_id for reply in decision.replies for card in reply.cards]
    listed = decision.state.shown if any(reply.rows for reply in decision.replies) else ()
    return tuple(dict.fromkeys([*pictured, *carded, *listed]))


def _decision_row(
    thought: Thought, decision: Decision, decision_id: UUID, replies: Sequence[Outgoing],
    read: Mapping[UUID, Understanding], times: Times,
) -> DecisionRow:  # fmt: skip
    visit = thought.visit
    last = next((read[event.id] for event in reversed(visit.events) if event.id in read), None)
    return DecisionRow(
        id=decision_id, shop_id=visit.shop.id, thread_id=visit.thread.id,
        message_ids=tuple(visit.message_ids.values()), reply_ids=tuple(reply.id for reply in replies),
        intent=last.intent if last else "tap", confidence=last.confidence if last else 1.0,
        language=decision.language, skill=decision.trace.skill,
        trace_sealed=visit.key.seal(trace_json(decision.trace)),
        catalogue_version=visit.shop.catalogue_version, took_us=thought.took_us, at=times.now,
    )  # fmt: skip


_STAGES = {"checkout": "at_checkout", "pay": "at_checkout", "size": "choosing_size", "figures": "choosing_size"}


def _thread_change(visit: Visit, decision: Decision | None, replies: Sequence[Outgoing], times: Times) -> ThreadChange:
    last = (
        replies[-1].content.plain_text() if replies else text_of(visit.events[-1]) or visit.events[-1].payload["kind"]
    )
    tap_at = max((event.at for event in visit.events if event.payload["referral"] is not None), default=None)
    change = ThreadChange(
        thread=visit.thread, conversation_id=visit.conversation_id, last_inbound_at=visit.newest, ad_tap_at=tap_at,
        message_at=times.now, preview_sealed=visit.key.seal_text(text_of(visit.events[-1]) or last[:200]),
        preview_from="customer", unread=len(visit.events) if visit.thread.holder != "bot" else 0,
    )  # fmt: skip
    if decision is None:
        return change
    focus, handoff = decision.state.focus, decision.effects.handoff
    answered_tap = tap_at or _open_tap(visit)
    return replace(
        change,
        state_sealed=sealed_state(visit.key, decision.state),
        language=decision.state.language,
        replied_to_tap_at=times.now if replies and answered_tap else None,
        holder="waiting" if handoff else "",
        handoff_reason=handoff.reason if handoff else "",
        handoff_summary=visit.key.seal(orjson.dumps(_for_agent(visit, handoff))) if handoff else b"",
        stage="waiting_for_person" if handoff else _stage(decision),
        focus_product_id=focus.product_id if focus else None,
        focus_color=focus.color if focus else "",
        focus_size=focus.size if focus else "",
    )


def _open_tap(visit: Visit) -> bool:
    """An ad tap that nobody has answered yet."""
    tap, reply = visit.thread.ad_tap_at, visit.thread.replied_to_tap_at
    return tap is not None and (reply is None or reply < tap)


def _stage(decision: Decision) -> str:
    # The address of our own payment page; a parcel's tracking page is a link too.
    if any(reply.link and "/p/" in reply.link[1] for reply in decision.replies):
        return "at_checkout"
    kind = decision.state.question.kind if decision.state.question else ""
    skills = decision.trace.skill.split("+")
    return next((stage for name, stage in _STAGES.items() if name == kind or name in skills), "browsing")


def _change_carts(connection: Connection, thoughts: Sequence[Thought], times: Times) -> None:
    """Carts after the turns; an order that waits for payment of an older cart ends, and its link with it."""
    writes = [
        CartWrite(
            shop_id=t.visit.shop.id, thread_id=t.visit.thread.id, lead_id=t.visit.lead.id, product_id=c.product_id,
            variant_id=c.variant_id, quantity=c.quantity, unit_price=c.unit_price,
        )
        for t in thoughts if t.decision for c in t.decision.effects.cart
    ]  # fmt: skip
    change_carts(connection, writes, now=times.now)
    changed = sorted({(write.shop_id, write.thread_id) for write in writes})
    void_payments(connection, cancel_unpaid(connection, changed, now=times.now))
    saved = [(t.visit.shop.id, t.visit.thread.id) for t in thoughts if t.decision and t.decision.effects.save_for_later]
    save_for_later(connection, saved, now=times.now)


def _missed(thoughts: Sequence[Thought]) -> list[Missed]:
    return [
        Missed(
            key=t.visit.key, text=miss.text, language=miss.language, reason=miss.reason, message_id=miss.heard_id,
            thread_id=t.visit.thread.id, lead_id=t.visit.lead.id, at=t.visit.newest,
        )
        for t in thoughts if t.decision for miss in t.decision.effects.unanswered
    ]  # fmt: skip


def _consents(thoughts: Sequence[Thought], times: Times) -> list[arrivals.ConsentGiven]:
    return [
        arrivals.ConsentGiven(
            shop_id=t.visit.shop.id, lead_id=t.visit.lead.id, kind=change.kind, is_granted=change.granted,
            at=t.visit.newest, message_id=next(reversed(t.visit.message_ids.values())), variant_id=change.variant_id,
        )
        for t in thoughts if t.decision for change in t.decision.effects.consent
    ]  # fmt: skip


def _profiles(thoughts: Sequence[Thought]) -> list[tuple[UUID, UUID, bytes, str]]:
    rows = []
    for thought in thoughts:
        learned = dict(thought.decision.effects.customer) if thought.decision else {}
        language = str(learned.pop("language", "") or (thought.decision.state.language if thought.decision else ""))
        known = thought.visit.lead
        if learned or (language and language != known.language):
            # What was told to be forgotten is learned as nothing.
            told = {**known.profile, **learned}
            profile = {name: value for name, value in told.items() if value not in (None, "")}
            sealed = arrivals.sealed_profile(thought.visit.key.seal, profile) if profile else b""
            rows.append((thought.visit.shop.id, known.id, sealed, language))
    return rows
