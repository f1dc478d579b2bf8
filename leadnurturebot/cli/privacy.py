"""Commands about a person's data: `export-lead` shows everything that is held, `erase-lead` forgets it."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from leadnurturebot.cli import Refused, runtime
from leadnurturebot.cli.shops import find_shop


def add(commands: Any) -> None:
    """Add `export-lead` and `erase-lead`."""
    export = commands.add_parser("export-lead", help="everything held about a person, as JSON")
    export.add_argument("--output", type=Path, metavar="FILE", help="write to a file that only you can read")
    export.set_defaults(run=run_export)
    erase = commands.add_parser("erase-lead", help="forget a person; orders and amounts stay without a name")
    erase.add_argument("--yes", action="store_true", help="do it: it cannot be undone")
    erase.set_defaults(run=run_erase)
    for command in (export, erase):
        command.add_argument("--shop", required=True)
        command.add_argument(
            "--lead", required=True, metavar="ID|NUMBER", help="our id, phone number or WhatsApp user id"
        )


def run_export(options: argparse.Namespace) -> int:
    """Print or write what every part of the product holds of a person."""
    runtime.django()
    from django.db import transaction

    from leadnurturebot.platform import audit
    from leadnurturebot.platform.clocks import business_now
    from leadnurturebot.platform.sql import borrowed
    from leadnurturebot.privacy.exporting import export_lead

    with transaction.atomic():
        shop_id, lead_id = _find(options)
        held = export_lead(borrowed(), shop_id=shop_id, lead_id=lead_id)
        now = business_now(borrowed())
        audit.record(shop_id=shop_id, actor=audit.SYSTEM, action="lead.exported", subject=str(lead_id), now=now)
    text = json.dumps(held, ensure_ascii=False, indent=2)
    if options.output is None:
        print(text)
    else:
        _write(options.output, text)
        print(f"{options.output}: {', '.join(f'{len(rows)} {name}' for name, rows in held.items() if name != 'lead')}")
    return 0


def run_erase(options: argparse.Namespace) -> int:
    """Forget a person for good."""
    runtime.django()
    from django.db import transaction

    from leadnurturebot.platform.clocks import business_now
    from leadnurturebot.platform.sql import borrowed
    from leadnurturebot.privacy.erasing import erase_lead

    with transaction.atomic():
        shop_id, lead_id = _find(options)
        if not options.yes:
            raise Refused(f"nothing was erased; to forget lead {lead_id} for good, say the same with --yes")
        erased = erase_lead(borrowed(), shop_id=shop_id, lead_id=lead_id, now=business_now(borrowed()))
    print(f"erased: lead {lead_id}")
    if erased.addresses_kept:
        print(f"the address of orders still to be sent ({erased.addresses_kept}) goes once they are, or in 30 days")
    return 0


def _find(options: argparse.Namespace) -> Any:
    """(shop, lead) as the options name them. Raises Refused."""
    from leadnurturebot.leads.lookup import LeadUnknown, find_lead
    from leadnurturebot.platform.encryption import ring
    from leadnurturebot.platform.sql import borrowed

    shop = find_shop(options.shop)
    try:
        return shop.id, find_lead(borrowed(), ring().of(borrowed(), shop.id), options.lead)
    except LeadUnknown as error:
        raise Refused(str(error)) from error


def _write(file: Path, text: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(descriptor, 0o600)  # also a file that was there before
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text + "\n")
