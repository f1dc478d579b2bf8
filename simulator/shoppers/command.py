"""`leadnurturebot-simulator shoppers`: the command."""

import argparse
import asyncio
import random
import secrets
import sys
from pathlib import Path

import aiohttp
import orjson

from simulator.outside import AiohttpOutside
from simulator.shoppers.fleet import Plan, send_shoppers
from simulator.shoppers.messenger import MessengerError, open_messenger
from simulator.shoppers.report import report, report_text, write_transcripts
from simulator.shoppers.shop_window import NoWindow, ShopWindow, window_from_api, window_from_file
from simulator.shoppers.visit import Outcome
from simulator.shoppers.wording import NoSuchLanguage, languages


def add_shoppers_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("shoppers", help="people who write, haggle and pay")
    parser.add_argument("--simulator", default="http://127.0.0.1:8001", help="where the simulator runs")
    parser.add_argument("--number", default="", help="phone_number_id of the shop; the first one when left out")
    parser.add_argument("--count", type=int, default=20, help="how many come")
    parser.add_argument("--rate", type=float, default=1.0, help="how many come per second")
    parser.add_argument("--seed", type=int, help="the same seed makes the same choices")
    parser.add_argument("--languages", "--language", default="en", help="en,es,pt,hi,hi-Latn,id in turn, or all")
    parser.add_argument("--taps", type=float, default=0.2, help="how often they tap where they could type, 0 to 1")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds they think before answering")
    parser.add_argument("--shop", help="address of the shop's system, whose public API lists the goods")
    parser.add_argument("--api-key", help="a key for that API")
    parser.add_argument(
        "--catalog", type=Path, help="instead: a JSON list of name, category, color, size, price, stock"
    )
    parser.add_argument("--transcripts", type=Path, help="folder for the conversations that came to no good end")
    parser.add_argument("--all-transcripts", action="store_true", help="write the good ones too")
    parser.add_argument("--json", action="store_true", help="print the report as one JSON object")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Send the shoppers and tell how it went. Ends with one line when that can not be."""
    try:
        asyncio.run(_run(options))
    except (NoWindow, NoSuchLanguage, MessengerError, aiohttp.ClientError) as error:
        sys.exit(f"leadnurturebot-simulator: {error}")


async def _run(options: argparse.Namespace) -> None:
    seed = secrets.randbelow(10**6) if options.seed is None else options.seed
    print(f"seed {seed}", file=sys.stderr)
    plan = Plan(
        count=options.count,
        rate=options.rate,
        seed=seed,
        pause=options.pause,
        taps=options.taps,
        languages=tuple(languages() if options.languages == "all" else options.languages.split(",")),
        run=random.SystemRandom().randrange(2000, 9990),
    )
    async with open_messenger(options.simulator.rstrip("/"), options.number) as messenger:
        outcomes = await send_shoppers(plan, await _window(options), messenger, _tell)
    found = report(outcomes, seed)
    if options.transcripts:
        write_transcripts(options.transcripts, outcomes, options.all_transcripts)
    print(orjson.dumps(found).decode() if options.json else report_text(found))


async def _window(options: argparse.Namespace) -> ShopWindow:
    if options.catalog:
        return window_from_file(options.catalog)
    if not options.shop or not options.api_key:
        raise NoWindow("what the shop sells has to be known: give --shop and --api-key, or --catalog")
    outside = AiohttpOutside()
    try:
        return await window_from_api(outside, options.shop.rstrip("/"), options.api_key)
    finally:
        await outside.close()


def _tell(outcome: Outcome) -> None:
    who = f"{outcome.language:8}{outcome.goal.personality.name:13}{outcome.goal.wish:14}"
    print(f"{who}{outcome.goal.piece.name:28} {outcome.cause}", file=sys.stderr)
