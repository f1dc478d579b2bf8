"""Events of the messaging account: states that matter are kept, and the owner is told in plain words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog

from leadnurturebot.domain.account_states import account_state
from leadnurturebot.domain.send_limits import told_rate
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.message_path import account_templates, inbox, number_limits
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.notices import Notice, raise_notices, settle_notices
from leadnurturebot.shops.number_state import told_of_numbers

log = structlog.get_logger("account")
_OF_ACCOUNT = ("account_restricted", "account_disabled", "account_to_be_disabled", "account_disconnected")
# Limits in order: a lower one than before is worth telling.
_TIERS = ("TIER_50", "TIER_250", "TIER_1K", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED")


@dataclass(frozen=True, slots=True)
class Told:
    """One event of an account."""

    shop_id: UUID
    waba_id: str
    data: Mapping[str, Any]
    at: datetime
    event_id: str

    def notice(self, kind: str, subject: str = "", *, severity: str = "warning", detail: str = "") -> Notice:
        """A notice that this event is the reason of."""
        parameters = {"detail": detail} if detail else {}
        return Notice(
            shop_id=self.shop_id, kind=kind, subject=subject, severity=severity, since=self.at, parameters=parameters
        )


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Apply what is known; what is of no concern is logged and acknowledged."""
    for event in events:
        payload = event.payload
        change = CHANGES.get(payload["kind"])
        if change is None:
            log.info("account event", field=payload["field"])
            continue
        told = Told(event.shop_id, payload["waba_id"], payload["data"], event.at, event.event_id)
        change(connection, told, times)
    for shop_id in {event.shop_id for event in events}:
        notify(connection, shop_id, "status")
    inbox.remove(connection, events)
    return list(events)


def _numbers(
    connection: Connection, told: Told, sort: str, values: Mapping[str, str | datetime | None]
) -> list[tuple[UUID, str, dict[str, str]]]:
    return told_of_numbers(
        connection, shop_id=told.shop_id, waba_id=told.waba_id, sort=sort, at=told.at, values=values,
        number=str(told.data.get("number") or ""),
    )  # fmt: skip


_QUALITIES = {"FLAGGED": "RED", "UNFLAGGED": "GREEN"}


def _number_quality(connection: Connection, told: Told, times: Times) -> None:
    event = told.data["event"]
    _limit(connection, told)
    if event == "THROUGHPUT_UPGRADE":
        upgraded = _numbers(connection, told, "throughput", {"throughput": "HIGH"})
        rate = told_rate(throughput="HIGH", is_in_app=False)
        number_limits.tell_rate(connection, told.shop_id, [number_id for number_id, _, _ in upgraded], rate)
    if quality := _QUALITIES.get(event):
        for _, shown, _ in _numbers(connection, told, "quality", {"quality": quality}):
            settle_notices(connection, told.shop_id, ["number_quality_low"], shown, at=told.at)
            if quality == "RED":
                raise_notices(connection, [told.notice("number_quality_low", shown)])


def _business_limit(connection: Connection, told: Told, times: Times) -> None:
    _limit(connection, told)


def _limit(connection: Connection, told: Told) -> None:
    """The limit is the portfolio's: every number of the account has it."""
    limit = told.data["limit"]
    if not limit:
        return
    changed = _numbers(
        connection, Told(told.shop_id, told.waba_id, {}, told.at, told.event_id), "limit", {"messaging_limit": limit}
    )
    before = {old["messaging_limit"] for _, _, old in changed} & set(_TIERS)
    if changed and before and limit in _TIERS:
        settle_notices(connection, told.shop_id, ["number_limited"], "", at=told.at)
        if _TIERS.index(limit) < max(map(_TIERS.index, before)):
            raise_notices(connection, [told.notice("number_limited", detail=limit)])


def _number_name(connection: Connection, told: Told, times: Times) -> None:
    decision, name = told.data["decision"], told.data["name"]
    values = {"name_status": decision} | ({"verified_name": name} if decision == "APPROVED" else {})
    if _numbers(connection, told, "name", values):
        settle_notices(connection, told.shop_id, ["name_rejected"], name, at=told.at)
        if decision == "REJECTED":
            raise_notices(connection, [told.notice("name_rejected", name, detail=told.data["reason"])])


def _account(connection: Connection, told: Told, times: Times) -> None:
    data = told.data
    if data["event"] == "ACCOUNT_VIOLATION":
        raise_notices(
            connection,
            [told.notice("account_violation", data["violation"], severity="danger", detail=data["violation"])],
        )
        return
    restrictions = [item["type"] for item in data["restrictions"]]
    state = account_state(data["event"], restrictions=restrictions, ban_state=data["ban_state"])
    if state is None:
        log.info("account event", what=data["event"])
        return
    ends = [item["until"] for item in data["restrictions"]]
    until = datetime.fromisoformat(max(ends)) if ends and all(ends) else None
    values = {"status": state.status, "sending_paused": state.paused, "sending_paused_until": until}
    if _numbers(connection, told, "account", values):
        settle_notices(connection, told.shop_id, _OF_ACCOUNT, told.waba_id, at=told.at)
        if state.notice:
            detail = ", ".join(restrictions) or data["reason"] or data["ban_date"]
            raise_notices(connection, [told.notice(state.notice, told.waba_id, severity=state.severity, detail=detail)])


_ENDED = frozenset({"NONE", "RESOLVED", "DEACTIVATED"})
_SEVERITIES = {"CRITICAL": "danger", "INFORMATIONAL": "info"}


def _alert(connection: Connection, told: Told, times: Times) -> None:
    data = told.data
    if data["status"].upper() in _ENDED:
        settle_notices(connection, told.shop_id, ["account_alert"], data["type"], at=told.at)
        return
    severity = _SEVERITIES.get(data["severity"].upper(), "warning")
    raise_notices(connection, [told.notice("account_alert", data["type"], severity=severity, detail=data["text"])])


def _review(connection: Connection, told: Told, times: Times) -> None:
    settle_notices(connection, told.shop_id, ["account_rejected"], told.waba_id, at=told.at)
    if told.data["decision"] == "REJECTED":
        raise_notices(connection, [told.notice("account_rejected", told.waba_id, severity="danger")])


def _security(connection: Connection, told: Told, times: Times) -> None:
    raise_notices(connection, [told.notice("security_changed", told.data["number"], detail=told.data["event"])])


def _flow(connection: Connection, told: Told, times: Times) -> None:
    data = told.data
    is_bad = data.get("alert_state") == "ACTIVATED" or data.get("new_status") in {"BLOCKED", "THROTTLED"}
    settle_notices(connection, told.shop_id, ["flow_trouble"], str(data.get("flow_id", "")), at=told.at)
    if is_bad:
        detail = str(data.get("message") or data["event"])
        raise_notices(connection, [told.notice("flow_trouble", str(data.get("flow_id", "")), detail=detail)])


def _username(connection: Connection, told: Told, times: Times) -> None:
    data = told.data
    is_ours = data["status"] in {"APPROVED", "ACTIVE", "RESERVED"}
    _numbers(connection, told, "username", {"username": data["username"] if is_ours else ""})
    notice = told.notice("username_changed", data["username"], severity="info", detail=data["status"])
    raise_notices(connection, [notice])


def _detected(connection: Connection, told: Told, times: Times) -> None:
    """Meta's own guess at a lead or purchase: a fact beside ours, never counted as a sale."""
    data = told.data
    at = datetime.fromisoformat(data["at"]) if data["at"] else told.at
    kept = {name: data[name] for name in ("name", "value", "currency") if name in data}
    fact = LedgerFact(
        shop_id=told.shop_id,
        kind="meta.detected",
        at=at,
        dedupe_key=f"meta.detected:{data['id'] or told.event_id}",
        data=kept,
    )
    append(connection, [fact], now=times.now)


def _errors(connection: Connection, told: Told, times: Times) -> None:
    notices = [told.notice("whatsapp_error", str(error["code"]), detail=error["text"]) for error in told.data["errors"]]
    raise_notices(connection, notices)


def _history_refused(connection: Connection, told: Told, times: Times) -> None:
    raise_notices(connection, [told.notice("history_declined", severity="info")])


# Written out: every kind of account event that something is done about.
CHANGES: dict[str, Callable[[Connection, Any, Times], None]] = {
    "template_status": account_templates.status,
    "template_quality": account_templates.quality,
    "template_components": account_templates.components,
    "template_category": account_templates.category,
    "number_quality": _number_quality,
    "business_limit": _business_limit,
    "number_name": _number_name,
    "account": _account,
    "alert": _alert,
    "review": _review,
    "security": _security,
    "flow": _flow,
    "username": _username,
    "detected": _detected,
    "errors": _errors,
    "history_refused": _history_refused,
}
