"""The `leadnurturebot` command: one module per group of commands, each with `add(subparsers)`."""

import argparse
import sys
from collections.abc import Sequence

from leadnurturebot import __version__


class Refused(Exception):
    """A command that cannot be carried out; the message is one line for whoever typed it."""


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    from leadnurturebot.cli import backups, demo, keys, operations, privacy, roles, shops, talking

    root = argparse.ArgumentParser(prog="leadnurturebot", description="Turns ad taps into paid orders over WhatsApp.")
    root.add_argument("--version", action="version", version=f"leadnurturebot {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for group in (demo, roles, shops, talking, operations, backups, privacy, keys):
        group.add(commands)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    options = parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except Refused as error:
        print(f"leadnurturebot: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code
