"""`rotate-keys`: another master key for the whole installation.

The data keys of the shops stay; they are wrapped anew, so that nothing they seal has to be written again. Between the
two steps every role that starts opens what either key wrapped, so that none stops working.
"""

import argparse
import os
from typing import Any

from leadnurturebot.cli import Refused, runtime
from leadnurturebot.config.home import change_master_key, forget_previous_key, home_folder


def add(commands: Any) -> None:
    """Add `rotate-keys`."""
    command = commands.add_parser("rotate-keys", help="change the master key, in two steps")
    command.add_argument("--finish", action="store_true", help="the second step, after every role was restarted")
    command.set_defaults(run=run_rotate)


def run_rotate(options: argparse.Namespace) -> int:
    """Make a new master key ready, or wrap all data keys under it."""
    is_ours = not os.environ.get("MASTER_KEY", "").strip()
    if is_ours and not options.finish:
        change_master_key(home_folder())
    runtime.django()
    _check(is_ours=is_ours)
    if not options.finish:
        print("The new master key is ready. Restart every role, then: leadnurturebot rotate-keys --finish")
        return 0
    print(f"shops whose key is now under the new master key: {_rewrap()}")
    if is_ours:
        forget_previous_key(home_folder())
    print("The old key is needed for older backups only." + ("" if is_ours else " Unset MASTER_KEY_PREVIOUS."))
    return 0


def _check(*, is_ours: bool) -> None:
    """Both keys must be known. Raises Refused."""
    from django.conf import settings

    if settings.MASTER_KEY_PREVIOUS:
        return
    if is_ours:
        raise Refused("no change of the master key is under way; begin with: leadnurturebot rotate-keys")
    raise Refused("set MASTER_KEY to a new key and MASTER_KEY_PREVIOUS to the one until now, then restart every role")


def _rewrap() -> int:
    from django.db import transaction

    from leadnurturebot.platform.encryption import Unreadable, master_keys, rewrap_all
    from leadnurturebot.platform.sql import borrowed

    try:
        with transaction.atomic():
            return rewrap_all(borrowed(), master_keys())
    except Unreadable as error:
        raise Refused(str(error)) from error
