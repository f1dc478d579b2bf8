"""Shoppers against a simulator and a shop on loopback: from the first word to the paid page."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import uvicorn
from aiohttp import web

from simulator.app import build_app
from simulator.clock import Clock
from simulator.config import parse_config
from simulator.outside import AiohttpOutside
from simulator.scheduler import AsyncioScheduler
from simulator.shoppers.fleet import Plan, send_shoppers
from simulator.shoppers.messenger import open_messenger
from simulator.shoppers.paying import PageTrouble, pay
from simulator.shoppers.report import report, report_text, write_transcripts
from simulator.shoppers.shop_window import Piece, ShopWindow
from simulator.world import World
from tests.simulator.world_rig import NUMBER, PNID, TOKEN, bearer

pytestmark = pytest.mark.asyncio
NAME = "Satin Slip Dress"
PIECE = Piece(NAME, "dress", "black", "M", 7200, 90)


class Shop:
    """Sells one dress: offers it, puts it into the cart, sends a link, and says thanks when it was paid."""

    def __init__(self) -> None:
        self.simulator = ""
        self.address = ""
        self.cart: set[str] = set()

    async def hook(self, request: web.Request) -> web.Response:
        if request.method == "GET":
            return web.Response(text=request.query["hub.challenge"])
        value = (await request.json())["entry"][0]["changes"][0]["value"]
        for message in value.get("messages", []):
            await self.answer(message)
        return web.Response(text="ok")

    async def answer(self, message: Any) -> None:
        who = message["from_user_id"]
        if who not in self.cart:
            self.cart.add(who)
            await self.send(who, type="text", text={"body": f"Yes, the *{NAME}* is in stock in black, M, $72."})
        else:
            action = {"name": "cta_url", "parameters": {"display_text": "Pay $77.00", "url": f"{self.address}/p/{who}"}}
            body = {"text": f"In your cart: {NAME}, black, M, $72. *Total $77*"}
            await self.send(who, type="interactive", interactive={"type": "cta_url", "body": body, "action": action})

    async def send(self, who: str, **message: Any) -> None:
        body = {"messaging_product": "whatsapp", "recipient": who, **message}
        async with aiohttp.ClientSession() as session:
            await session.post(f"{self.simulator}/v25.0/{PNID}/messages", json=body, headers=bearer(TOKEN))

    async def page(self, request: web.Request) -> web.Response:
        if request.method == "POST":
            await self.send(request.match_info["who"], type="text", text={"body": "Paid, thank you! Order TT1."})
            return web.Response(text="<h1>Paid</h1>", content_type="text/html")
        form = f'<p>{NAME}, black, M</p><form method="post"><input name="email"><button name="deed" value="pay">Pay $77.00</button></form>'
        return web.Response(text=form, content_type="text/html")


@pytest.fixture
async def town() -> AsyncIterator[tuple[str, Shop]]:
    """A shop and a simulator, each on a port of its own."""
    shop = Shop()
    routes = web.Application()
    routes.router.add_route("*", "/hook", shop.hook)
    routes.router.add_route("*", "/p/{who}", shop.page)
    runner = web.AppRunner(routes)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    shop.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with _simulator(f"{shop.address}/hook") as simulator:
        shop.simulator = simulator
        yield simulator, shop
    await runner.cleanup()


@contextlib.asynccontextmanager
async def _simulator(hook: str) -> AsyncIterator[str]:
    config = parse_config({"numbers": [{**NUMBER, "webhook_url": hook}]})
    outside, scheduler = AiohttpOutside(), AsyncioScheduler()
    world = World(config, Clock(), scheduler, outside)

    async def close() -> None:
        await scheduler.close()
        await outside.close()

    server = uvicorn.Server(
        uvicorn.Config(build_app(world, on_close=close), port=0, log_level="error", timeout_graceful_shutdown=1)
    )
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await serving


async def test_shoppers_buy_from_the_first_word_to_the_paid_page(town: tuple[str, Shop], tmp_path: Path) -> None:
    simulator, _ = town
    plan = Plan(count=4, rate=1000, seed=3, pause=0, taps=0.2, languages=("en",), run=random.randrange(2000, 9000))
    async with open_messenger(simulator, quiet=0.05) as messenger:
        outcomes = await send_shoppers(plan, ShopWindow([PIECE]), messenger, lambda outcome: None)
    found = report(outcomes, 3)
    buyers = [each for each in outcomes if each.goal.buys]
    assert (found["paid"], found["buyers"]) == (len(buyers), len(buyers)), [each.lines for each in outcomes]
    assert report_text(found).startswith("seed 3: 4 shoppers")
    assert write_transcripts(tmp_path, outcomes, everything=True) == 4
    assert "(paid on the page)" in "".join(each.read_text() for each in tmp_path.iterdir())


async def test_a_page_without_a_form_is_no_payment(town: tuple[str, Shop]) -> None:
    simulator, _ = town
    async with aiohttp.ClientSession() as session:
        with pytest.raises(PageTrouble, match="nothing to press"):
            await pay(session, f"{simulator}/healthz", "Emma Wilson")
