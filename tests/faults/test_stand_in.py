"""The stand-in over a real socket."""

import asyncio

import orjson

from tests.faults.plan import Fate
from tests.faults.stand_in import Seen, StandIn

NUMBER, EMMA = "1065", "447700900111"


def request(message_id: str) -> bytes:
    body = orjson.dumps({"to": f"+{EMMA}", "type": "text", "biz_opaque_callback_data": message_id})
    return f"POST /v25.0/{NUMBER}/messages HTTP/1.1\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def ask(stand_in: StandIn, *requests: bytes) -> list[bytes]:
    """What each request is answered on a connection of its own; empty when the connection is cut."""
    server = await stand_in.start(0)
    port = server.sockets[0].getsockname()[1]
    answers = []
    for one in requests:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(one)
        try:
            answers.append(await reader.readuntil(b"}"))
        except (asyncio.IncompleteReadError, ConnectionResetError):
            answers.append(b"")
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)
    server.close()
    return answers


async def test_a_send_is_kept_byte_for_byte_and_told_of() -> None:
    told: list[Seen] = []
    stand_in = StandIn(fates={}, tell=told.append)
    sent = request("m1")
    (answer,) = await ask(stand_in, sent)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert [one.body for one in stand_in.seen] == [sent.partition(b"\r\n\r\n")[2]]
    assert told == stand_in.seen


async def test_a_refused_message_is_taken_at_its_second_try() -> None:
    told: list[Seen] = []
    stand_in = StandIn(fates={(NUMBER, EMMA): {0: Fate.NUMBER_RATE}}, tell=told.append)
    answers = await ask(stand_in, request("m1"), request("m1"))
    assert [answer.split(b" ")[1] for answer in answers] == [b"429", b"200"]
    assert b"130429" in answers[0]
    assert len(told) == 1


async def test_a_cut_connection_is_seen_and_a_taken_message_told_of() -> None:
    told: list[Seen] = []
    fates = {(NUMBER, EMMA): {0: Fate.RESET_READ, 1: Fate.RESET_TAKEN}}
    stand_in = StandIn(fates=fates, tell=told.append)
    assert await ask(stand_in, request("m1"), request("m2")) == [b"", b""]
    assert [one.fate for one in stand_in.seen] == [Fate.RESET_READ, Fate.RESET_TAKEN]
    assert [one.message_id for one in told] == ["m2"]
