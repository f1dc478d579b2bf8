"""A message that the worker cannot handle, after the storm: parked, visible, retried through the API, in nobody's way."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.platform.sql import connect
from tests.faults.answers import until
from tests.faults.customers import Customer, Side
from tests.faults.plan import SHOPS, Person
from tests.faults.shops import FaultShop, user_id_of
from tests.faults.visits import Step

STRANGER = 900
"""Index of the customer whose message is poisoned; nobody compares this one."""
PARKED_SECONDS = 30.0


async def poison(side: Side) -> list[str]:
    """Let a customer's message be one that makes its handler raise. Returns what is not as promised."""
    shop = side.shops[0]
    customer, neighbour = Customer(Person(STRANGER, visit=0), side), Customer(Person(STRANGER + SHOPS, visit=0), side)
    await customer.walk((Step("say", ("hi",)),))
    poisoned, good = await _with_lane_held(shop, customer)
    faults = await _others_go_on(customer, neighbour)
    await until(lambda: _is_parked(side, poisoned), seconds=PARKED_SECONDS, what="parking")
    browser = await asyncio.to_thread(_browser, shop)
    shown = await asyncio.to_thread(lambda: browser.get("/api/v1/parked").json()["results"])
    if [(row["id"], row["error"].partition(" ")[0]) for row in shown] != [(str(poisoned), "KeyError")]:
        faults.append(f"the page of parked rows shows {shown}")
    await side.window.rows("UPDATE message_path_inbox SET payload_sealed = %s WHERE id = %s", [good, poisoned])
    answer = await asyncio.to_thread(lambda: browser.post(f"/api/v1/parked/{poisoned}/retry").status_code)
    if answer != 204:
        faults.append(f"a retry was answered {answer}")
    await side.answers.of(customer.last)
    if await asyncio.to_thread(lambda: browser.get("/api/v1/parked").json()["results"]):
        faults.append("a message that was retried and answered is still parked")
    return faults


async def _with_lane_held(shop: FaultShop, customer: Customer) -> tuple[UUID, bytes]:
    """Deliver a message while a worker seems to hold its lane, and take out of it what its handler needs."""
    with await asyncio.to_thread(connect, name="fault suite poisons") as held:
        lane = shop.key.index("lane", user_id_of(customer.person))
        held.execute("SELECT 1 FROM message_path_lane WHERE contact = %s FOR UPDATE", [lane])
        await customer.send(customer.compose(Step("say", ("do you have jeans in 30?",))))
        row = held.execute(
            "SELECT id, payload_sealed FROM message_path_inbox WHERE event_id = %s", [customer.last]
        ).fetchone()
        assert row is not None
        payload: dict[str, Any] = orjson.loads(shop.key.open(row[1]))
        del payload["contact"]
        held.execute(
            "UPDATE message_path_inbox SET payload_sealed = %s WHERE id = %s",
            [shop.key.seal(orjson.dumps(payload)), row[0]],
        )
        return row[0], bytes(row[1])


async def _others_go_on(customer: Customer, neighbour: Customer) -> list[str]:
    """The next message in the same lane is answered, and the one of somebody else in the same batch."""
    later = replace(customer)
    question = (Step("say", ("what about a bucket hat",)),)
    results = await asyncio.gather(later.walk(question), neighbour.walk(question), return_exceptions=True)
    customer.sent, customer.stamp = later.sent, later.stamp
    return [f"beside a poisoned message: {error}" for error in results if error is not None]


async def _is_parked(side: Side, row_id: UUID) -> bool:
    """Parked, after letting the pause between two tries be over."""
    await side.window.rows(
        "UPDATE message_path_inbox SET due_at = clock_timestamp() WHERE id = %s AND state = 'due'", [row_id]
    )
    state = await side.window.value("SELECT state FROM message_path_inbox WHERE id = %s", [row_id])
    return bool(state == "parked")


def _browser(shop: FaultShop) -> Any:
    """The manager's browser."""
    from leadnurturebot.platform.clocks import wall_now
    from leadnurturebot.platform.tenancy import system_scope
    from leadnurturebot.shops.actions import member_add, user_create
    from leadnurturebot.shops.models import Shop
    from tests.people import signed_in

    with system_scope():
        user = user_create(email="david@example.com", name="David", password="a long enough password", now=wall_now())
        member_add(shop=Shop.objects.get(id=shop.id), user=user, role="manager", now=wall_now())
    browser = signed_in(user)
    browser.defaults["SERVER_NAME"] = "127.0.0.1"
    return browser
