"""The receiver through its ASGI face, against a database that really commits."""

import asyncio
import hmac
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from leadnurturebot.message_path.receiver import LARGEST_BODY, Receiver
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.providers.messaging import cloud_json
from tests.cast import APP_SECRET, VERIFY_TOKEN, Boutique, open_boutique, text, webhook


@pytest.fixture
def boutique(transactional_db: None, now: datetime) -> Boutique:
    with transaction.atomic():
        return open_boutique(borrowed(), now)


def signed(body: bytes) -> dict[str, str]:
    return {"x-hub-signature-256": "sha256=" + hmac.digest(APP_SECRET.encode(), body, "sha256").hex()}


async def ask(
    receiver: Receiver, path: str, body: bytes = b"", *, headers: dict[str, str] | None = None, method: str = "POST", query: str = ""
) -> tuple[int, bytes]:  # fmt: skip
    scope = {
        "type": "http", "method": method, "path": path, "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await receiver(scope, receive, send)
    return sent[0]["status"], sent[1]["body"]


def path_of(boutique: Boutique) -> str:
    return f"/hooks/messaging/whatsapp_cloud/{boutique.endpoint_key}/"


def run(*requests: Any) -> list[tuple[int, bytes]]:
    """Ask one receiver all of it at once, and let it end cleanly."""

    async def together() -> list[tuple[int, bytes]]:
        receiver = Receiver()
        try:
            return list(await asyncio.gather(*(request(receiver) for request in requests)))
        finally:
            await receiver.close()

    return asyncio.run(together())


def stored() -> dict[str, int]:
    names = ("inbox", "eventkey", "lane", "status")
    return {name: borrowed().execute(f"SELECT count(*) FROM message_path_{name}").fetchone()[0] for name in names}  # type: ignore[index]  # count always has a row


NOTHING = {"inbox": 0, "eventkey": 0, "lane": 0, "status": 0}


def test_the_handshake_answers_the_challenge(boutique: Boutique) -> None:
    query = f"hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={VERIFY_TOKEN}"
    wrong = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong"
    answers = run(
        lambda r: ask(r, path_of(boutique), method="GET", query=query),
        lambda r: ask(r, path_of(boutique), method="GET", query=wrong),
    )
    assert answers[0] == (200, b"1158201444")
    assert answers[1][0] == 403


@pytest.mark.parametrize(
    "headers", [{}, {"x-hub-signature-256": "sha256=" + "0" * 64}, {"x-hub-signature-256": "sha256="}]
)
def test_a_wrong_or_missing_signature_is_401_and_stores_nothing(boutique: Boutique, headers: dict[str, str]) -> None:
    body = webhook(boutique, text("hi", at=wall_now(), wamid="w1"))
    assert run(lambda r: ask(r, path_of(boutique), body, headers=headers))[0][0] == 401
    assert stored() == NOTHING


def test_an_unknown_endpoint_key_is_404(boutique: Boutique) -> None:
    body = webhook(boutique, text("hi", at=wall_now(), wamid="w1"))
    path = "/hooks/messaging/whatsapp_cloud/nobody/"
    assert run(lambda r: ask(r, path, body, headers=signed(body)))[0][0] == 404


def test_a_key_of_another_provider_is_404(boutique: Boutique) -> None:
    path = f"/hooks/payments/stripe/{boutique.endpoint_key}/"
    assert run(lambda r: ask(r, path, b"{}"))[0][0] == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"entry": 5}', b"\xff\xfe"])
def test_broken_json_is_400_and_stores_nothing(boutique: Boutique, body: bytes) -> None:
    assert run(lambda r: ask(r, path_of(boutique), body, headers=signed(body)))[0][0] == 400
    assert stored() == NOTHING


def test_a_body_over_three_megabytes_is_413(boutique: Boutique) -> None:
    body = b" " * (LARGEST_BODY + 1)
    assert run(lambda r: ask(r, path_of(boutique), body, headers=signed(body)))[0][0] == 413


def test_the_same_delivery_five_times_at_once_is_stored_once(boutique: Boutique) -> None:
    body = webhook(boutique, text("hi", at=wall_now(), wamid="w1"))
    answers = run(*[lambda r: ask(r, path_of(boutique), body, headers=signed(body))] * 5)
    assert [status for status, _ in answers] == [200] * 5
    assert stored() == {"inbox": 1, "eventkey": 1, "lane": 1, "status": 0}


def test_messages_and_statuses_of_one_body_are_all_stored(boutique: Boutique) -> None:
    messages = [text(f"m{n}", at=wall_now(), wamid=f"w{n}", sender=f"4477009001{n:02}") for n in range(20)]
    status = {"id": "wamid.x", "status": "sent", "timestamp": "1", "recipient_id": "447700900142"}
    body = webhook(boutique, *messages, statuses=(status,) * 3)
    assert run(lambda r: ask(r, path_of(boutique), body, headers=signed(body)))[0][0] == 200
    assert stored() == {"inbox": 20, "eventkey": 20, "lane": 20, "status": 3}


def test_a_number_that_is_not_the_connections_is_acknowledged_and_left_out(boutique: Boutique) -> None:
    body = webhook(boutique, text("hi", at=wall_now(), wamid="w1")).replace(b'"1065"', b'"9999"')
    assert run(lambda r: ask(r, path_of(boutique), body, headers=signed(body)))[0][0] == 200
    assert stored() == NOTHING


def test_unknown_fields_are_acknowledged(boutique: Boutique) -> None:
    changes = b'[{"field":"brand_new","value":{"x":1}},{"field":"messages"},7]'
    body = b'{"object":"whatsapp_business_account","entry":[{"id":"1022","changes":' + changes + b"},3]}"
    assert run(lambda r: ask(r, path_of(boutique), body, headers=signed(body)))[0][0] == 200
    assert stored()["inbox"] == 1


def test_a_request_that_cannot_be_stored_fails_nobody_elses(
    boutique: Boutique, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requests share a commit; no text of PostgreSQL can hold a NUL, which a provider may let through."""
    monkeypatch.setattr(cloud_json, "_storable", lambda value: value)
    good = webhook(boutique, text("hi", at=wall_now(), wamid="w1"))
    bad = webhook(boutique, text("hi", at=wall_now(), wamid="w\0"))
    answers = run(
        *(lambda r, body=body: ask(r, path_of(boutique), body, headers=signed(body)) for body in (good, bad, good))
    )
    assert [status for status, _ in answers] == [200, 400, 200]
    assert stored() == {"inbox": 1, "eventkey": 1, "lane": 1, "status": 0}
