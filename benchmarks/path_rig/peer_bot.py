"""The peer: an echo bot on pywa that stores nothing. A process of its own, which speaks to the same stand-in.

`python -m benchmarks.path_rig.peer_bot --folder F --port P --graph-port P --kind async|sync`: pywa comes with an asynchronous
client and one that answers in threads. Its log is at warnings, and uvicorn runs with uvloop and httptools, as it chooses
by itself where they are installed.
"""

import argparse
from pathlib import Path
from typing import Any

import httpx
import pywa.client
import pywa.handlers
import pywa_async.client
import pywa_async.handlers

from benchmarks.path_rig import addresses
from benchmarks.path_rig.addresses import ShopAddress

LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100)
TOKEN, TIMEOUT = "EAApeer", 30.0


def asynchronous(shop: ShopAddress, graph: str) -> pywa_async.client.WhatsApp:
    """Answers every message with its own words, for all numbers of one account."""
    session = httpx.AsyncClient(limits=LIMITS, timeout=TIMEOUT, trust_env=False)
    client = pywa_async.client.WhatsApp(
        token=TOKEN, session=session, webhook_endpoint=shop.path, verify_token="peer", app_secret=shop.app_secret
    )
    # pywa always takes Meta's address; the session is ours.
    session.base_url = httpx.URL(graph)

    # pywa's own types say what its synchronous message returns.
    async def echo(_: object, message: Any) -> None:
        await message.reply_text(message.text or "?")

    client.add_handlers(pywa_async.handlers.MessageHandler(echo))
    return client


def threaded(shop: ShopAddress, graph: str) -> pywa.client.WhatsApp:
    """The same with pywa's synchronous client."""
    session = httpx.Client(limits=LIMITS, timeout=TIMEOUT, trust_env=False)
    client = pywa.client.WhatsApp(
        token=TOKEN, session=session, webhook_endpoint=shop.path, verify_token="peer", app_secret=shop.app_secret
    )
    session.base_url = httpx.URL(graph)

    def echo(_: object, message: Any) -> None:
        message.reply_text(message.text or "?")

    client.add_handlers(pywa.handlers.MessageHandler(echo))
    return client


def main() -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--graph-port", type=int, required=True)
    parser.add_argument("--kind", choices=["async", "sync"], required=True)
    options = parser.parse_args()
    shop, graph = addresses.read(options.folder / "shops.json")[0], f"http://127.0.0.1:{options.graph_port}/v25.0"
    client = asynchronous(shop, graph) if options.kind == "async" else threaded(shop, graph)
    client.run(port=options.port, log_level="warning")


if __name__ == "__main__":
    main()
