"""Live updates: whose news is heard, how it is told, and when a stream ends."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from leadnurturebot.api.live import Live
from leadnurturebot.api.live_hub import Hub, Stream, merged
from leadnurturebot.api.live_session import _active_shop
from leadnurturebot.platform import live
from leadnurturebot.platform.live import Change
from leadnurturebot.platform.sql import Connection
from tests.people import Cast

SHOP = UUID("01990000-0000-7000-8000-00000000000a")
RIVAL = UUID("01990000-0000-7000-8000-00000000000b")
LONG = 30.0


class SilentDatabase:
    """A LISTEN connection on which nothing ever comes until it breaks off."""

    async def __aenter__(self) -> "SilentDatabase":
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def execute(self, statement: str) -> None:
        assert statement == "LISTEN leadnurturebot_live"

    async def notifies(self) -> AsyncIterator[Any]:
        await asyncio.Event().wait()
        yield None


async def _silent() -> Any:
    return SilentDatabase()


def a_hub(gather_seconds: float = 0.0) -> Hub:
    return Hub(_silent, gather_seconds=gather_seconds)


def news(shop_id: UUID, kind: str, thing: str = "") -> str:
    return f'{{"shop":"{shop_id}","kind":"{kind}","id":"{thing}"}}'


async def test_news_reach_the_streams_of_their_shop_alone() -> None:
    hub = a_hub()
    mine, rivals = await hub.join(SHOP), await hub.join(RIVAL)
    hub.hear(news(SHOP, "order", "1"))
    assert await mine.next(timeout=LONG) == [Change("order", "1")]
    assert await rivals.next(timeout=0.01) is None
    hub.stop()


async def test_a_burst_is_told_at_once_and_each_thing_once() -> None:
    hub = a_hub(gather_seconds=0.02)
    stream = await hub.join(SHOP)
    hub.hear(news(SHOP, "order", "1"))
    await stream.next(timeout=LONG)
    for _ in range(5):
        hub.hear(news(SHOP, "conversation", "7"))
        hub.hear(news(SHOP, "status"))
    assert await stream.next(timeout=LONG) == [Change("conversation", "7"), Change("status")]
    hub.stop()


def test_of_very_many_changes_only_the_kind_is_told() -> None:
    changes = [Change("conversation", str(n)) for n in range(21)] + [Change("order", "1")]
    assert merged(changes) == [Change("conversation"), Change("order", "1")]


async def test_a_window_that_does_not_listen_is_let_go() -> None:
    stream = Stream(SHOP)
    for n in range(33):
        stream.put([Change("order", str(n))])
    assert stream.is_closed


async def test_a_lost_database_ends_every_stream() -> None:
    async def refused() -> Any:
        import psycopg

        raise psycopg.OperationalError("refused")

    stream = await Hub(refused).join(SHOP)
    assert stream.is_closed
    assert await stream.next(timeout=LONG) == []


async def test_after_the_stop_nobody_is_let_in() -> None:
    hub = a_hub()
    first = await hub.join(SHOP)
    hub.stop()
    assert first.is_closed
    assert (await hub.join(SHOP)).is_closed


class Browser:
    """Drives the ASGI app as a server does."""

    def __init__(self, app: Live, cookie: str = "lnb_session=mine") -> None:
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._gone = asyncio.Event()
        headers = [(b"cookie", cookie.encode())] if cookie else []
        scope = {"type": "http", "method": "GET", "path": "/api/v1/live", "headers": headers}
        self.task = asyncio.create_task(app(scope, self._receive, self.sent.put))  # type: ignore[arg-type]  # a dict is a mapping

    async def _receive(self) -> dict[str, Any]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.sent.get(), LONG)

    async def body(self) -> str:
        body: bytes = (await self.next())["body"]
        return body.decode()

    async def leave(self) -> None:
        self._gone.set()
        await asyncio.wait_for(self.task, LONG)


def an_app(hub: Hub, **seconds: float) -> Live:
    return Live(hub, shop_of={"mine": SHOP}.get, **seconds)


@pytest.mark.parametrize("cookie", ["", "lnb_session=other", "other=mine", "lnb_session="])
async def test_without_a_session_the_door_stays_shut(cookie: str) -> None:
    browser = Browser(an_app(a_hub()), cookie)
    assert (await browser.next())["status"] == 401
    assert (await browser.body()) == "sign in first"


async def test_changes_come_as_numbered_events() -> None:
    hub = a_hub()
    browser = Browser(an_app(hub))
    start = await browser.next()
    assert (start["status"], dict(start["headers"])[b"content-type"]) == (200, b"text/event-stream; charset=utf-8")
    assert await browser.body() == "retry: 2000\n\n"
    hub.hear(news(SHOP, "order", "1"))
    assert await browser.body() == 'id: 1\nevent: change\ndata: {"kind":"order","id":"1"}\n\n'
    hub.hear(news(SHOP, "status"))
    assert await browser.body() == 'id: 2\nevent: change\ndata: {"kind":"status","id":""}\n\n'
    await browser.leave()
    assert hub._streams == {}


async def test_a_quiet_stream_is_kept_alive() -> None:
    browser = Browser(an_app(a_hub(), ping_seconds=0.01))
    await browser.next()
    assert [await browser.body() for _ in range(3)] == ["retry: 2000\n\n", ": ping\n\n", ": ping\n\n"]
    await browser.leave()


async def test_a_session_that_ends_ends_its_stream() -> None:
    sessions = {"mine": SHOP}
    app = Live(a_hub(), shop_of=sessions.get, check_seconds=0.01)
    browser = Browser(app)
    await browser.next()
    sessions.clear()
    await asyncio.wait_for(browser.task, LONG)
    last = [browser.sent.get_nowait() for _ in range(browser.sent.qsize())][-1]
    assert last["more_body"] is False


async def test_the_server_can_end_all_streams() -> None:
    hub = a_hub()
    browser = Browser(an_app(hub))
    await browser.next()
    hub.stop()
    await asyncio.wait_for(browser.task, LONG)


def test_a_session_hears_its_active_shop_and_is_not_prolonged(sarah: Client, cast: Cast) -> None:
    key = sarah.cookies["lnb_session"].value
    before = Session.objects.get(session_key=key).expire_date
    assert _active_shop(key) == cast.shop.id
    assert Session.objects.get(session_key=key).expire_date == before


def test_a_session_that_is_over_hears_nothing(sarah: Client, cast: Cast) -> None:
    key = sarah.cookies["lnb_session"].value
    Session.objects.filter(session_key=key).update(expire_date=datetime(2000, 1, 1, tzinfo=UTC))
    assert _active_shop(key) is None
    assert _active_shop("never there") is None


def test_a_changed_password_ends_listening(sarah: Client, cast: Cast) -> None:
    cast.sarah.set_password("another long password")
    cast.sarah.save()
    assert _active_shop(sarah.cookies["lnb_session"].value) is None


def test_who_left_every_shop_hears_nothing(sarah: Client, cast: Cast) -> None:
    from leadnurturebot.shops.models import Membership

    Membership._base_manager.filter(user=cast.sarah).delete()
    assert _active_shop(sarah.cookies["lnb_session"].value) is None


def test_news_are_read_as_they_were_told(connection: Connection) -> None:
    shop_id, change = live.read(news(SHOP, "order", "1"))
    assert (shop_id, change) == (SHOP, Change("order", "1"))
    with pytest.raises(ValueError, match="weather"):
        live.notify(connection, SHOP, "weather")
    with pytest.raises(ValueError, match="without"):
        live.read("{}")
