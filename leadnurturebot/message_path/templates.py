"""Templates that wait to be submitted for review: made at the provider, outside of any transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog

from leadnurturebot.message_path.accounts import account_of
from leadnurturebot.message_path.sending_numbers import NumberRow, load_numbers
from leadnurturebot.platform import http_client
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.cloud_templates import build_create, read_create
from leadnurturebot.providers.messaging.extras import NewTemplate, TemplateState, makes_templates, tells_when_asked
from leadnurturebot.providers.registry import messaging_provider, providers

log = structlog.get_logger("templates")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A template and the number whose account makes it."""

    id: UUID
    shop_id: UUID
    provider_id: str
    template: NewTemplate
    number: NumberRow


_NEW = "t.provider_id = '' AND t.status = 'PENDING'"
_IN_REVIEW = "t.provider_id <> '' AND t.status = 'PENDING' AND c.slug = ANY(%s)"


def _waiting(connection: Connection, which: str, *values: object) -> list[Waiting]:
    with connection.transaction():
        rows = connection.execute(
            "SELECT t.id, t.shop_id, t.provider_id, t.name, t.language, t.category, t.body,"
            " ARRAY(SELECT b ->> 'text' FROM jsonb_array_elements(t.buttons) b WHERE b ->> 'type' = 'QUICK_REPLY'), n.id"
            " FROM nurture_messagetemplate t"
            " JOIN LATERAL (SELECT n.id, n.connection_id FROM shops_businessnumber n JOIN shops_connection a"
            " ON a.id = n.connection_id AND a.status = 'active' WHERE n.shop_id = t.shop_id"
            f" ORDER BY n.id LIMIT 1) n ON true JOIN shops_connection c ON c.id = n.connection_id WHERE {which}"
            " ORDER BY t.updated_at LIMIT 10",
            list(values),
        ).fetchall()
        numbers = load_numbers(connection, [row[8] for row in rows]) if rows else {}
    return [
        Waiting(row[0], row[1], row[2], NewTemplate(row[3], row[4], row[5], row[6], tuple(row[7])), numbers[row[8]])
        for row in rows
    ]


def submit_waiting(connection: Connection) -> int:
    """Submit templates that no provider knows yet. The review comes back as a webhook, or is asked for."""
    waiting = _waiting(connection, _NEW)
    for item in waiting:
        try:
            state = _submit(item)
        except http_client.CallFailed as error:
            log.warning("template not submitted", error=str(error))
            return 0
        _store(connection, item, state)
    return len(waiting)


def _submit(item: Waiting) -> TemplateState:
    provider, account = messaging_provider(item.number.slug), account_of(item.number)
    if maker := makes_templates(provider):
        state = maker.read_template(*_call(maker.build_template(item.template, account=account)))
    else:
        state = TemplateState(**read_create(*_call(build_create(item.template, account))))
    return state


def _call(request: OutgoingRequest) -> tuple[int, bytes]:
    answer = http_client.call(
        request.method, request.url, headers=request.headers, body=request.body, is_configured=True
    )  # fmt: skip
    return answer.status, answer.body


def _store(connection: Connection, item: Waiting, state: TemplateState) -> None:
    with connection.transaction():
        connection.execute(
            "UPDATE nurture_messagetemplate SET provider_id = coalesce(nullif(%s, ''), provider_id), status = %s, reason = %s,"
            " category = coalesce(nullif(%s, ''), category) WHERE shop_id = %s AND id = %s",
            [state.id, state.status, state.reason, state.category, item.shop_id, item.id],
        )


def ask_reviews(connection: Connection, *, now: datetime) -> int:
    """Ask about templates in review where nobody tells us by itself; returns how many were judged. The one that was not
    asked about for longest comes first."""
    asking = [slug for slug, provider in providers("messaging").items() if tells_when_asked(provider)]
    judged = 0
    for item in _waiting(connection, _IN_REVIEW, asking):
        try:
            state = _review(item)
        except http_client.CallFailed as error:
            log.warning("review not asked for", error=str(error))
            return judged
        judged += _keep_answer(connection, item, state, now)
    return judged


def _review(item: Waiting) -> TemplateState | None:
    asked, account = tells_when_asked(messaging_provider(item.number.slug)), account_of(item.number)
    if asked is None:
        return None
    state = asked.read_state(*_call(asked.build_state(item.provider_id, account=account)))
    if state is not None and state.status == "UNSUBMITTED":
        return asked.read_state(*_call(asked.build_review(item.template, item.provider_id, account=account)))
    return state


def _keep_answer(connection: Connection, item: Waiting, state: TemplateState | None, now: datetime) -> bool:
    is_judged = state is not None and state.status != "PENDING"
    if state is not None and is_judged:
        _store(connection, item, state)
    with connection.transaction():
        connection.execute(
            "UPDATE nurture_messagetemplate SET updated_at = %s WHERE shop_id = %s AND id = %s",
            [now, item.shop_id, item.id],
        )
        if is_judged:
            notify(connection, item.shop_id, "status")
    return is_judged
