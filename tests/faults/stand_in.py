"""A stand-in for the Graph API (and for Stripe's sessions) that keeps every byte it read and misbehaves by the plan.

A send is kept as soon as its bytes are here, also one that is then cut off unread: the rule that nothing is sent again once
bytes were written is judged on it.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qs

import orjson

from tests.faults.plan import Fate

SLOW_SECONDS = 0.4
REFUSALS = {
    Fate.SERVER_ERROR: (500, b"<html>Sorry, something went wrong.</html>"),
    Fate.NUMBER_RATE: (
        429, b'{"error":{"message":"(#130429) Rate limit hit","type":"OAuthException","code":130429,"fbtrace_id":"A"}}'
    ),
    Fate.PAIR_RATE: (
        400, b'{"error":{"message":"(#131056) Pair rate limit hit","type":"OAuthException","code":131056,"fbtrace_id":"A"}}'
    ),
}  # fmt: skip


@dataclass(slots=True)
class Seen:
    """One request to send, byte for byte."""

    number: str
    recipient: str
    message_id: str
    body: bytes
    fate: Fate
    at: float
    wamid: str = ""
    """Set when the message was taken."""
    is_open: bool = True
    """Whether its connection still waits for an answer."""


@dataclass(slots=True)
class StandIn:
    """What was received and what became of it."""

    fates: Mapping[tuple[str, str], Mapping[int, Fate]]
    """By (business number, recipient) and the ordinal of the message to this recipient."""
    tell: Callable[[Seen], None]
    """Called with every message that was taken."""
    seen: list[Seen] = field(default_factory=list)
    sessions: dict[str, dict[str, Any]] = field(default_factory=dict)
    hold: asyncio.Event = field(default_factory=asyncio.Event)
    """Cleared: answers are held back, the connections stay open."""
    _ordinals: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _transports: dict[int, asyncio.Transport] = field(default_factory=dict)

    async def start(self, port: int) -> asyncio.Server:
        """Listen on 127.0.0.1."""
        self.hold.set()
        return await asyncio.get_running_loop().create_server(lambda: _Wire(self), "127.0.0.1", port)

    def fate_of(self, number: str, data: Mapping[str, Any]) -> Fate:
        """The plan's word on this request: the first try of a message may go wrong, later ones do not."""
        recipient, message_id = _recipient(data), str(data.get("biz_opaque_callback_data", ""))
        known = self._ordinals.setdefault((number, recipient), [])
        if message_id in known:
            return Fate.TAKEN
        known.append(message_id)
        return self.fates.get((number, recipient), {}).get(len(known) - 1, Fate.TAKEN)

    def read(self, number: str, body: bytes) -> Seen:
        """Keep a request, and take its message when that is its fate."""
        data = orjson.loads(body)
        seen = Seen(
            number, _recipient(data), str(data.get("biz_opaque_callback_data", "")), body, self.fate_of(number, data),
            time.monotonic(),
        )  # fmt: skip
        self.seen.append(seen)
        if seen.fate.is_taken:
            seen.wamid = f"wamid.out.{len(self.seen)}"
            self.tell(seen)
        return seen

    def session(self, form: Mapping[str, Sequence[str]], idempotency_key: str) -> bytes:
        """A checkout session, the same one for the same key."""
        lines = sum(
            int(form[f"line_items[{n}][price_data][unit_amount]"][0]) * int(form[f"line_items[{n}][quantity]"][0])
            for n in range(20) if f"line_items[{n}][quantity]" in form
        )  # fmt: skip
        shipping = int(form.get("shipping_options[0][shipping_rate_data][fixed_amount][amount]", ["0"])[0])
        made = {
            "id": f"cs_{len(self.sessions)}", "object": "checkout.session", "url": f"http://127.0.0.1/pay/cs_{len(self.sessions)}",
            "client_reference_id": form["client_reference_id"][0], "amount_total": lines + shipping,
            "currency": form["line_items[0][price_data][currency]"][0], "expires_at": int(form["expires_at"][0]),
        }  # fmt: skip
        return orjson.dumps(self.sessions.setdefault(idempotency_key, made))

    def session_by_url(self, url: str) -> dict[str, Any]:
        """The session whose page an address is."""
        return next(session for session in self.sessions.values() if session["url"] == url)


def _recipient(data: Mapping[str, Any]) -> str:
    return str(data.get("to") or data.get("recipient")).removeprefix("+")


class _Wire(asyncio.Protocol):
    """Just enough of an HTTP server."""

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in
        self._received = b""
        self._transport: asyncio.Transport | None = None
        self._open: list[Seen] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        for seen in self._open:
            seen.is_open = False

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, separator, rest = self._received.partition(b"\r\n\r\n")
        length = _content_length(head)
        if separator and len(rest) >= length:
            self._received = rest[length:]
            words = head.split(b"\r\n", 1)[0].split(b" ")
            self._handle(words[1].decode(), head, rest[:length])

    def _handle(self, path: str, head: bytes, body: bytes) -> None:
        parts = path.strip("/").split("/")
        if parts[-1] == "messages":
            seen = self._stand_in.read(parts[1], body)
            if seen.fate is Fate.RESET_UNREAD:
                self._reset(seen)
                return
            self._open.append(seen)
            task = asyncio.get_running_loop().create_task(self._answer(seen))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        elif parts[-1] == "sessions":
            self._write(200, self._stand_in.session(parse_qs(body.decode()), _header(head, b"idempotency-key")))
        else:
            self._write(404, b'{"error":{"code":100,"message":"unknown path"}}')

    async def _answer(self, seen: Seen) -> None:
        if seen.fate is Fate.SLOW:
            await asyncio.sleep(SLOW_SECONDS)
        await self._stand_in.hold.wait()
        if seen.fate in {Fate.SILENT_READ, Fate.SILENT_TAKEN}:
            return
        if seen.fate in {Fate.RESET_READ, Fate.RESET_TAKEN}:
            self._reset(seen)
            return
        seen.is_open = False
        code, answer = REFUSALS.get(seen.fate, (200, b""))
        self._write(code, answer or _accepted(seen))

    def _reset(self, seen: Seen) -> None:
        seen.is_open = False
        if self._transport is not None:
            self._transport.abort()

    def _write(self, code: int, answer: bytes) -> None:
        head = f"HTTP/1.1 {code} OK\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}\r\n\r\n"
        if self._transport is not None:
            self._transport.write(head.encode() + answer)


def _accepted(seen: Seen) -> bytes:
    return orjson.dumps(
        {
            "messaging_product": "whatsapp", "contacts": [{"input": f"+{seen.recipient}", "wa_id": seen.recipient}],
            "messages": [{"id": seen.wamid}],
        }
    )  # fmt: skip


def _content_length(head: bytes) -> int:
    return int(_header(head, b"content-length") or 0)


def _header(head: bytes, name: bytes) -> str:
    for line in head.split(b"\r\n")[1:]:
        found, _, value = line.partition(b":")
        if found.strip().lower() == name:
            return value.strip().decode()
    return ""
