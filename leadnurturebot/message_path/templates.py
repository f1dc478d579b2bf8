"""Templates that wait to be submitted for review: made at the provider, outside of any transaction."""

from uuid import UUID

import structlog

from leadnurturebot.message_path.accounts import account_of
from leadnurturebot.message_path.sending import load_numbers
from leadnurturebot.platform import http_client
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.cloud_templates import build_create, read_create

log = structlog.get_logger("templates")


def submit_waiting(connection: Connection) -> int:
    """Submit templates that no provider knows yet. The provider's review comes back as a webhook."""
    with connection.transaction():
        rows = connection.execute(
            "SELECT t.id, t.shop_id, t.name, t.language, t.category, t.body, n.id FROM nurture_messagetemplate t"
            " JOIN LATERAL (SELECT id FROM shops_businessnumber n WHERE n.shop_id = t.shop_id ORDER BY id LIMIT 1) n ON true"
            " WHERE t.provider_id = '' AND t.status = 'PENDING' ORDER BY t.updated_at LIMIT 10"
        ).fetchall()
        numbers = load_numbers(connection, [row[6] for row in rows]) if rows else {}
    for template_id, shop_id, name, language, category, body, number_id in rows:
        number = numbers[number_id]
        account = account_of(number)
        request = build_create(name=name, language=language, category=category, body=body, account=account)
        try:
            answer = http_client.call(
                request.method, request.url, headers=request.headers, body=request.body, is_configured=True
            )
        except http_client.CallFailed as error:
            log.warning("template not submitted", error=str(error))
            return 0
        _store(connection, shop_id, template_id, read_create(answer.status, answer.body))
    return len(rows)


def _store(connection: Connection, shop_id: UUID, template_id: UUID, created: dict[str, str]) -> None:
    with connection.transaction():
        connection.execute(
            "UPDATE nurture_messagetemplate SET provider_id = %s, status = %s, reason = %s,"
            " category = coalesce(nullif(%s, ''), category) WHERE shop_id = %s AND id = %s",
            [created["id"], created["status"], created["reason"], created["category"], shop_id, template_id],
        )
