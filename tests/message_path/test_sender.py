"""The sender against a provider on a socket of its own, and a database that goes away."""

import asyncio
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

import aiohttp
import psycopg
import pytest

from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.message_content import Text
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.message_path import sender
from leadnurturebot.message_path.sender import Sender
from leadnurturebot.message_path.sending_numbers import NumberRow
from leadnurturebot.message_path.sends import Send
from leadnurturebot.message_path.settling import Answer
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.base import Accepted, Recipient, Refused
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER, WhatsAppCloud

NUMBER = UUID(int=7)
TAKEN = b'HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n{"messages":[{"id":"w.1"}]}'
SENSELESS = b'HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{"messages":[1]}'
RESET, SILENCE = b"", None


def a_send() -> Send:
    return Send(
        id=uuid7(), shop_id=uuid7(), thread_id=uuid7(), number_id=NUMBER, attempts=1, content=Text("hello"),
        to=Recipient("447700900111", ""), lead_id=uuid7(), purpose=OutgoingKind.REPLY, category=Category.SERVICE,
    )  # fmt: skip


def a_sender() -> Sender:
    made = Sender()
    made._numbers = {
        NUMBER: NumberRow(
            number_id=NUMBER, phone_number_id="1065", waba_id="1022", slug="whatsapp_cloud",
            secrets={"access_token": "EAAtest"}, owner=(uuid7(), uuid7()), endpoint_key="key", remembered={},
        )
    }  # fmt: skip
    return made


class Provider(asyncio.Protocol):
    """Reads a whole request, then says the same thing to everybody."""

    def __init__(self, answer: bytes | None, gone: list[asyncio.Event]) -> None:
        self._answer, self._received = answer, b""
        self._gone = asyncio.Event()
        gone.append(self._gone)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if separator and len(body) >= int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]):
            self._received = b""
            if self._answer == RESET:
                self._transport.abort()
            elif self._answer is not SILENCE:
                self._transport.write(self._answer)

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone.set()


async def answers_to(answer: bytes | None, monkeypatch: pytest.MonkeyPatch, count: int = 1) -> list[Answer]:
    """What the sender makes of a provider that says `answer`."""
    gone: list[asyncio.Event] = []
    server = await asyncio.get_running_loop().create_server(lambda: Provider(answer, gone), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setattr("django.conf.settings.WHATSAPP_GRAPH_ADDRESS", f"http://127.0.0.1:{port}")
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.5)) as session:
            return [await a_sender()._send(session, a_send()) for _ in range(count)]
    finally:
        server.close()
        await asyncio.gather(*(one.wait() for one in gone))


async def test_an_accepted_send_has_the_providers_id(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await answers_to(TAKEN, monkeypatch) == [Accepted("w.1")]


@pytest.mark.parametrize("answer", [RESET, SILENCE, SENSELESS], ids=["reset", "silence", "senseless"])
async def test_without_an_answer_a_send_is_unknown(answer: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await answers_to(answer, monkeypatch) == [None]


async def test_a_message_that_cannot_be_written_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    build, calls = PROVIDER.build_request, []

    def first_breaks(*arguments: Any, **more: Any) -> OutgoingRequest:
        calls.append(arguments)
        if len(calls) == 1:
            raise KeyError("body")
        return build(*arguments, **more)

    monkeypatch.setattr(WhatsAppCloud, "build_request", lambda self, *given, **more: first_breaks(*given, **more))
    refused, taken = await answers_to(TAKEN, monkeypatch, count=2)
    assert isinstance(refused, Refused)
    assert refused.verdict == "give_up"
    assert taken == Accepted("w.1")


async def test_nothing_was_sent_where_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.conf.settings.WHATSAPP_GRAPH_ADDRESS", "http://127.0.0.1:9")
    async with aiohttp.ClientSession() as session:
        assert await a_sender()._send(session, a_send()) == sender.UNREACHABLE


async def test_a_connection_that_is_not_made_in_time_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def late(*arguments: object) -> tuple[int, bytes]:
        raise aiohttp.ConnectionTimeoutError("connecting took too long")

    monkeypatch.setattr(sender, "exchange", late)
    async with aiohttp.ClientSession() as session:
        assert await a_sender()._send(session, a_send()) == sender.UNREACHABLE


async def test_answers_are_stored_when_the_database_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    stored: list[Sequence[tuple[Send, Answer]]] = []
    away = [psycopg.OperationalError("gone"), psycopg.OperationalError("still gone")]

    def settle(self: Sender, answers: Sequence[tuple[Send, Answer]]) -> None:
        if away:
            raise away.pop()
        stored.append(answers)

    monkeypatch.setattr(sender, "POLL_SECONDS", 0)
    monkeypatch.setattr(Sender, "_settle", settle)
    answers: list[tuple[Send, Answer]] = [(a_send(), Refused(130429, "rate", "retry", 2.0))]
    await Sender()._settle_surely(answers)
    assert stored == [answers]
