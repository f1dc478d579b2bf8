"""Commands to try the assistant: `understand` reads lines, `chat` holds a conversation in the terminal."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from leadnurturebot.cli import Refused, runtime
from leadnurturebot.cli.shops import find_shop
from leadnurturebot.domain.language_tags import base_language


def add(commands: Any) -> None:
    """Add `understand` and `chat`."""
    understand = commands.add_parser("understand", help="read one message per line, print what was understood")
    understand.add_argument("--shop", required=True)
    understand.add_argument("--json", action="store_true", help="one JSON object per line")
    understand.set_defaults(run=run_understand)
    chat = commands.add_parser("chat", help="talk to the assistant; nothing is sent and nothing is kept")
    chat.add_argument("--shop", required=True)
    chat.add_argument("--script", type=Path, help="play one customer line per line, print turns as JSON lines")
    chat.add_argument("--ad", default="", help="begin as if this ad had been tapped")
    chat.set_defaults(run=run_chat)


def run_understand(options: argparse.Namespace) -> int:
    """One object per line of standard input."""
    runtime.django()
    from leadnurturebot.assistant.understanding import Utterance, to_json
    from leadnurturebot.message_path.world import World
    from leadnurturebot.platform.sql import borrowed

    shop, world = find_shop(options.shop), World.load()
    mentions = world.catalogues.mentions(borrowed(), shop.id, shop.catalogue_version)
    lines = [line.rstrip("\n") for line in sys.stdin]
    home = base_language(shop.language)
    utterances = [Utterance(text=line, currency=shop.currency, mentions=mentions, home=home) for line in lines]
    for line, understood in zip(lines, world.understander.understand(utterances), strict=True):
        found = to_json(understood, shop.currency)
        print(json.dumps(found, ensure_ascii=False) if options.json else f"{found['intent']:16} {line}")
    return 0


def run_chat(options: argparse.Namespace) -> int:
    """Talk, or play a script. Everything runs through the real message path in a transaction that is rolled back."""
    runtime.django()
    from leadnurturebot.message_path.rehearsal import Rehearsal, Spoken

    shop = find_shop(options.shop)
    if options.script is not None and not options.script.is_file():
        raise Refused(f"there is no file {options.script}")
    with Rehearsal(shop.id, ad_id=options.ad) as rehearsal:
        if options.script is not None:
            for line in options.script.read_text("utf-8").splitlines():
                if line.strip():
                    print(json.dumps(rehearsal.say(line.strip()).as_json(), ensure_ascii=False))
            return 0
        print(f"You are a customer of {shop.name}. An empty line ends the talk.")
        while line := _ask():
            spoken: Spoken = rehearsal.say(line)
            print("\n".join(f"  {row}" for row in spoken.text.splitlines()) or "  (silence)")
    return 0


def _ask() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""
