"""What test calls tell of numbers is kept: their rate, and that an account whose token was refused can send again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
import structlog
from django.conf import settings

from leadnurturebot.domain.send_limits import told_rate
from leadnurturebot.message_path import channel, number_limits
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import Connected
from leadnurturebot.providers.registry import messaging_provider
from leadnurturebot.shops.connection_checks import Checked, check_connection

log = structlog.get_logger("account")

# What a test call can show to be over. Whether a bill was paid or a ban was lifted shows only when something is sent.
_SHOWN = ("token_invalid", "permission_missing")
_STOPPED = """
SELECT c.id, c.shop_id, c.slug, c.endpoint_key, c.config, c.secrets, array_agg(n.phone_number_id ORDER BY n.id),
  array_agg(n.waba_id ORDER BY n.id)
FROM shops_connection c JOIN shops_businessnumber n ON n.connection_id = c.id
WHERE c.status = 'active' AND EXISTS (
  SELECT 1 FROM message_path_numberstate s JOIN shops_businessnumber o ON o.id = s.number_id
  WHERE o.connection_id = c.id AND s.stopped_at IS NOT NULL AND s.stopped_told = ANY(%s))
GROUP BY c.id ORDER BY c.id
"""


@dataclass(frozen=True, slots=True)
class _Account:
    id: UUID
    slug: str
    connected: Connected


def take(connection: Connection, connection_id: UUID, results: Sequence[Checked]) -> None:
    """Keep the rates that test calls told of an account's numbers, in the caller's transaction."""
    told = {
        each.check.subject: told_rate(throughput=facts.get("throughput", ""), is_in_app=facts.get("in_app") == "yes")
        for each in results
        if (facts := each.finding.facts) and {"throughput", "in_app"} & facts.keys()
    }
    numbers = connection.execute(
        "SELECT id, shop_id, phone_number_id FROM shops_businessnumber WHERE connection_id = %s AND phone_number_id = ANY(%s)",
        [connection_id, list(told)],
    ).fetchall()
    for number_id, shop_id, phone_number_id in numbers:
        number_limits.tell_rate(connection, shop_id, [number_id], told[phone_number_id])


def revive(connection: Connection, *, now: datetime, wall: datetime) -> int:
    """Ask after every account that was stopped for its token, outside of any transaction; those that answer well send
    again. Returns how many. `now` is business time."""
    with connection.transaction():
        accounts = [_account(connection, row) for row in connection.execute(_STOPPED, [list(_SHOWN)]).fetchall()]
    well = 0
    for account in accounts:
        results = check_connection("messaging", account.slug, account.connected)
        if not results or any(each.finding.verdict == "failed" for each in results):
            log.info("account still stopped", connection=str(account.id))
            continue
        with connection.transaction():
            take(connection, account.id, results)
            channel.resume_account(connection, account.id, now=now, wall=wall)
        well += 1
    return well


def _account(connection: Connection, row: Sequence[Any]) -> _Account:
    connection_id, shop_id, slug, endpoint_key, config, sealed, numbers, accounts = row
    key = ring().of(connection, shop_id)
    connected = Connected(
        base_url=address_of(messaging_provider(slug)),
        webhook_url=f"{settings.BASE_URL}/hooks/messaging/{slug}/{endpoint_key}/",
        config=config,
        secrets=orjson.loads(key.open(sealed)) if sealed else {},
        numbers=tuple(zip(numbers, accounts, strict=True)),
    )
    return _Account(connection_id, slug, connected)
