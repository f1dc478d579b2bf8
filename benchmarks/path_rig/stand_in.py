"""A stand-in for Meta's Graph API: takes sends at once, and tells of each that it was sent, delivered and read.

`python -m benchmarks.path_rig.stand_in --folder F --port P --webhook-port P [--batch N]`; leaves `received.json` in the
folder when it is told to end: time (monotonic nanoseconds), number, recipient and callback data of every send.
"""

import argparse
import asyncio
import signal
import time
from collections import defaultdict, deque
from pathlib import Path
from typing import NamedTuple, cast

import orjson
import uvloop

from benchmarks.path_rig import addresses
from benchmarks.path_rig.connections import Connections, content_length
from benchmarks.path_rig.tally import Tally
from benchmarks.path_rig.webhook_bodies import Status, statuses_request

LATER = {b"sent": 0.0, b"delivered": 0.2, b"read": 0.8}
"""Seconds from a send to each of its statuses."""
TICK = 0.05
CONNECTIONS = 16

_ANSWER = b'{"messaging_product":"whatsapp","contacts":[{"input":%b,"wa_id":%b}],"messages":[{"id":"%b"}]}'
_HEAD = b"HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_NO_SUCH_NUMBER = 404, b'{"error":{"code":100,"message":"no such number"}}'


class Received(NamedTuple):
    """One send; the last four are bytes of JSON."""

    at: int
    number: str
    recipient: bytes
    user_id: bytes
    callback_data: bytes


class StandIn:
    """What was received, and the statuses still to be told."""

    def __init__(self, folder: Path, batch: int) -> None:
        self.received: list[Received] = []
        self.acknowledged = 0
        self.refused = 0
        self.connections = Connections()
        self._folder, self._batch = folder, batch
        self._shops = {shop.phone_number_id: shop for shop in addresses.read(folder / "shops.json")}
        self._tally = Tally(folder / "tally")
        self._due: dict[bytes, deque[tuple[float, int]]] = {name: deque() for name in LATER}
        self._again: dict[str, list[Status]] = defaultdict(list)

    def take(self, number: str, body: bytes) -> tuple[int, bytes]:
        """One send: the answer's status and body."""
        data = orjson.loads(body)
        if number not in self._shops:
            return _NO_SUCH_NUMBER
        if data.get("status") == "read":
            return 200, b'{"success":true}'
        index = len(self.received)
        # By number, or by the id under which the business knows a person.
        to = str(data.get("to") or data["recipient"])
        person = to.removeprefix("+").removeprefix("GB.")
        recipient = orjson.dumps(person if person.startswith("44") else f"447{person:0>9}")
        user_id = b'"GB.%d"' % int(recipient[4:-1])
        callback = data.get("biz_opaque_callback_data")
        self.received.append(
            Received(time.monotonic_ns(), number, recipient, user_id, orjson.dumps(callback) if callback else b"")
        )
        now = time.monotonic()
        for name, later in LATER.items():
            self._due[name].append((now + later, index))
        self._tell()
        return 200, _ANSWER % (orjson.dumps(to), recipient, _wamid(index))

    def post_due(self) -> None:
        """Post the statuses whose time has come, one webhook a shop, at most `batch` in each."""
        now, at = time.monotonic(), int(time.time())
        found, self._again = self._again, defaultdict(list)
        for name, waiting in self._due.items():
            while waiting and waiting[0][0] <= now:
                index = waiting.popleft()[1]
                send = self.received[index]
                found[send.number].append(Status(_wamid(index), name, send.recipient, send.user_id, send.callback_data))
        for number, statuses in found.items():
            for start in range(0, len(statuses), self._batch):
                self._post(number, statuses[start : start + self._batch], at)

    def _post(self, number: str, statuses: list[Status], at: int) -> None:
        def done(answer: int) -> None:
            if answer == 200:
                self.acknowledged += len(statuses)
            else:
                # As the provider does: what was not acknowledged is told again.
                self.refused += len(statuses)
                self._again[number] += statuses
            self._tell()

        self.connections.send(statuses_request(self._shops[number], statuses, at=at), done)

    def _tell(self) -> None:
        self._tally.write(len(self.received), self.acknowledged)

    def save(self) -> None:
        """Leave the record for the count."""
        rows = [
            (one.at, one.number, orjson.loads(one.recipient), orjson.loads(one.callback_data or b'""'))
            for one in self.received
        ]
        record = {"received": rows, "statuses": self.acknowledged, "refused": self.refused}
        (self._folder / "received.json").write_bytes(orjson.dumps(record))


def _wamid(index: int) -> bytes:
    return b"wamid.out.%d" % index


class _Graph(asyncio.Protocol):
    """Just enough of an HTTP server for one client that keeps its connections."""

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are not derived from asyncio's.
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        while True:
            head, separator, rest = self._received.partition(b"\r\n\r\n")
            length = content_length(head)
            if not separator or len(rest) < length:
                return
            self._received = rest[length:]
            self._answer(head.split(b" ", 2)[1].decode(), rest[:length])

    def _answer(self, path: str, body: bytes) -> None:
        parts = path.strip("/").split("/")
        is_send = len(parts) == 3 and parts[2] == "messages"
        code, answer = self._stand_in.take(parts[1], body) if is_send else (404, b"{}")
        assert self._transport is not None
        self._transport.write(_HEAD % (code, len(answer)) + answer)


async def _run(options: argparse.Namespace) -> None:
    stand_in, stop, loop = StandIn(options.folder, options.batch), asyncio.Event(), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    server = await loop.create_server(lambda: _Graph(stand_in), "127.0.0.1", options.port)
    await stand_in.connections.open(options.webhook_port, CONNECTIONS)
    (options.folder / "stand-in-ready").touch()
    while not stop.is_set():
        await stand_in.connections.mend()
        stand_in.post_due()
        await asyncio.sleep(TICK)
    server.close()
    stand_in.save()


def main() -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--webhook-port", type=int, required=True)
    parser.add_argument("--batch", type=int, default=100)
    uvloop.run(_run(parser.parse_args()))


if __name__ == "__main__":
    main()
