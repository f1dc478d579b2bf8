"""Commands that look after a running system: clock, inspection, readiness, tables."""

import argparse
import json
import re
from datetime import timedelta
from typing import Any

from leadnurturebot.cli import Refused, runtime
from leadnurturebot.cli.shops import find_shop

_SPAN = re.compile(r"^(\d+)\s*(s|min|m|h|d)$")
_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400}


def add(commands: Any) -> None:
    """Add the commands of operators."""
    clock = commands.add_parser("demo-clock", help="move the demo's shared clock forward")
    clock.add_argument("--advance", required=True, help="such as 90s, 30min, 2h, 3d")
    clock.set_defaults(run=run_clock)
    inspect = commands.add_parser("inspect", help="counts by table and state")
    inspect.add_argument("--shop", required=True)
    inspect.add_argument("--json", action="store_true")
    inspect.set_defaults(run=run_inspect)
    commands.add_parser("check", help="what is missing to go live").set_defaults(run=run_check)
    commands.add_parser("migrate", help="bring the database's tables up to date").set_defaults(run=run_migrate)


def span(text: str) -> timedelta:
    """A span of time such as "2h". Raises Refused."""
    found = _SPAN.match(text.strip())
    if found is None:
        raise Refused(f"{text!r} is no span of time; use something like 90s, 30min, 2h or 3d")
    return timedelta(seconds=int(found.group(1)) * _UNITS[found.group(2)])


def run_clock(options: argparse.Namespace) -> int:
    """Move business time forward for every process."""
    runtime.django()
    from django.conf import settings
    from django.db import transaction

    from leadnurturebot.platform.clocks import advance, business_now
    from leadnurturebot.platform.sql import borrowed

    if not settings.DEMO:
        raise Refused("the clock moves in demo mode only")
    with transaction.atomic():
        ahead = advance(borrowed(), by=span(options.advance))
        now = business_now(borrowed())
    print(f"{now:%Y-%m-%d %H:%M} UTC, {ahead} ahead of the wall clock")
    return 0


_COUNTS = {
    "messages": "SELECT direction || ':' || status, count(*) FROM conversations_message WHERE shop_id = %s GROUP BY 1",
    "inbox": "SELECT state, count(*) FROM message_path_inbox WHERE shop_id = %s GROUP BY 1",
    "outbox": "SELECT state, count(*) FROM message_path_outbox WHERE shop_id = %s GROUP BY 1",
    "leads": "SELECT status, count(*) FROM leads_lead WHERE shop_id = %s GROUP BY 1",
    "threads": "SELECT holder, count(*) FROM conversations_thread WHERE shop_id = %s GROUP BY 1",
    "conversations": "SELECT status, count(*) FROM conversations_conversation WHERE shop_id = %s GROUP BY 1",
    "decisions": "SELECT 'all', count(*) FROM assistant_decisionrecord WHERE shop_id = %s",
    "orders": "SELECT state, count(*) FROM orders_order WHERE shop_id = %s GROUP BY 1",
    "payments": "SELECT state, count(*) FROM payments_payment WHERE shop_id = %s GROUP BY 1",
    "holds": "SELECT state, count(*) FROM orders_stockhold WHERE shop_id = %s GROUP BY 1",
    "timers": "SELECT kind, count(*) FROM message_path_timer WHERE shop_id = %s GROUP BY 1",
    "follow_ups": "SELECT state, count(*) FROM nurture_followup WHERE shop_id = %s GROUP BY 1",
    "ledger": "SELECT kind, count(*) FROM ledger_entry WHERE shop_id = %s GROUP BY 1",
    "products": "SELECT 'active', count(*) FROM catalog_product WHERE shop_id = %s AND is_active",
    "variants": "SELECT 'all', count(*) FROM catalog_variant WHERE shop_id = %s",
}


def run_inspect(options: argparse.Namespace) -> int:
    """Counts by table and state; inbox and outbox depth and parked rows among them."""
    runtime.django()
    from leadnurturebot.platform.sql import borrowed

    shop = find_shop(options.shop)
    connection = borrowed()
    counts = {
        name: {str(state): count for state, count in connection.execute(statement, [shop.id])}
        for name, statement in _COUNTS.items()
    }
    inbox, outbox = counts["inbox"], counts["outbox"]
    depth = {
        "inbox_depth": inbox.get("due", 0), "parked": inbox.get("parked", 0), "outbox_depth": outbox.get("due", 0),
        "unknown_sends": outbox.get("unknown", 0),
    }  # fmt: skip
    if options.json:
        print(json.dumps({"shop": shop.slug, **depth, **counts}))
        return 0
    for name, value in {**depth, **counts}.items():
        shown = ", ".join(f"{state} {count}" for state, count in value.items()) if isinstance(value, dict) else value
        print(f"{name:14} {shown or '-'}")
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Name what is missing to go live; not zero when something is."""
    runtime.django()
    from leadnurturebot.cli.readiness import missing

    found = missing()
    for line in found:
        print(f"- {line}")
    if not found:
        print("Nothing is missing.")
    return 1 if found else 0


def run_migrate(options: argparse.Namespace) -> int:
    """Bring the tables up to date; `demo` and `up` do it by themselves."""
    runtime.django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print("The tables are up to date.")
    return 0
