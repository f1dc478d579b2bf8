"""`leadnurturebot-simulator serve | shoppers`: the outside world, and people in it."""

import argparse
import sys
from pathlib import Path

import uvicorn

from simulator.app import build_app
from simulator.clock import Clock
from simulator.config import Config, ConfigError, load_config
from simulator.cutting import CutsConnections
from simulator.outside import AiohttpOutside
from simulator.scheduler import AsyncioScheduler
from simulator.shoppers.command import add_shoppers_parser
from simulator.world import World


def main(arguments: list[str] | None = None) -> None:
    """Run the command. What can not be ends the program with one line."""
    options = _parser().parse_args(arguments)
    options.run(options)


def serve(options: argparse.Namespace) -> None:
    """Serve until stopped. A bad configuration ends the program with one line."""
    try:
        config = load_config(options.config) if options.config else Config()
    except ConfigError as error:
        sys.exit(f"leadnurturebot-simulator: {error}")
    outside, scheduler = AiohttpOutside(), AsyncioScheduler()
    world = World(config, Clock(), scheduler, outside, options.state)
    world.public_url = f"http://{options.host}:{options.port}"

    async def close() -> None:
        await scheduler.close()
        await outside.close()

    app = build_app(world, with_whatsapp=not options.no_whatsapp, on_close=close)
    uvicorn.run(
        CutsConnections(app),
        host=options.host,
        port=options.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=1,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="leadnurturebot-simulator", description="WhatsApp, payments and a phone to practise with"
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    serving = commands.add_parser("serve", help="answer as the providers do")
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--port", type=int, default=8001)
    serving.add_argument("--config", type=Path, help="JSON file: portal_url, demo_token, numbers, ads, …")
    serving.add_argument("--state", type=Path, help="SQLite file that keeps people, chats and payments")
    serving.add_argument("--no-whatsapp", action="store_true", help="payment provider only")
    serving.set_defaults(run=serve)
    add_shoppers_parser(commands)
    return parser
