"""Bringing events to the product: signed at sending, in order per lane, again and again until answered.

Meta and Stripe both repeat what was not answered; here the schedule is accelerated. With the fault `disorder`
an event leaves its lane and arrives late, alone.
"""

import random
import time
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, replace

import orjson

from simulator.batches import merged, within_limits
from simulator.clock import Clock
from simulator.event import Delivery
from simulator.faults import Faults
from simulator.outside import Answer, Outside, OutsideUnreachable
from simulator.scheduler import Scheduler
from simulator.signing import signed_headers
from simulator.state import Database
from simulator.wire import Exchange, Wire, shown_request, shown_response

FIRST_RETRY_SECONDS = 60.0
LONGEST_RETRY_SECONDS = 2400.0
LATE_SECONDS = (0.4, 4.0)
GATHER_SECONDS = 0.25
HOLD_SECONDS = 0.5
REMEMBERED = 1000


class Deliverer:
    def __init__(
        self, db: Database, scheduler: Scheduler, outside: Outside, clock: Clock, faults: Faults, wire: Wire
    ) -> None:
        self._db = db
        self._scheduler = scheduler
        self._outside = outside
        self._clock = clock
        self._faults = faults
        self._wire = wire
        self._lanes: dict[str, deque[Delivery]] = {}
        self._brought: deque[Delivery] = deque(maxlen=REMEMBERED)
        self.dice = random.Random(20261122)
        self.on_delivered: Callable[[str], None] = lambda message_id: None
        self.on_answered: Callable[[Delivery, Answer], None] = lambda delivery, answer: None

    def resume(self) -> None:
        """Take up what an earlier run had not brought yet."""
        for row in self._db.rows("SELECT data FROM deliveries ORDER BY seq"):
            self._append(Delivery(**orjson.loads(row["data"])))

    def send(self, delivery: Delivery) -> None:
        """Queue an event, and a second copy when events are to come twice."""
        self._queue(delivery)
        if self._faults.strikes("duplicate_events", self.dice):
            self._queue(replace(delivery, is_repeat=True))

    def _queue(self, delivery: Delivery) -> None:
        kept = replace(delivery, id=uuid.uuid4().hex)
        self._db.run(
            "INSERT INTO deliveries (id, seq, data) VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM deliveries), ?)",
            kept.id,
            orjson.dumps(asdict(kept)),
        )
        if self._faults.batch_events and kept.sender == "meta":
            kept = replace(kept, lane=f"batch:{kept.url}:{kept.secret}")
        if self._faults.strikes("disorder", self.dice):
            late = replace(kept, lane=f"late:{kept.id}")
            self._scheduler.later(self.dice.uniform(*LATE_SECONDS), lambda: self._start(late))
        elif self._faults.delay_seconds:
            self._scheduler.later(self._faults.delay_seconds, lambda: self._start(kept))
        else:
            self._append(kept)

    def replay(self, count: int) -> int:
        """Bring the newest `count` events once more, byte for byte as old as they are. Says how many there were."""
        again = [each for each in self._brought if each.sender == "meta"][-count:] if count > 0 else []
        for delivery in again:
            self._queue(replace(delivery, is_repeat=True, attempts=0))
        return len(again)

    async def _start(self, delivery: Delivery) -> None:
        self._append(delivery)

    def _append(self, delivery: Delivery) -> None:
        lane = self._lanes.setdefault(delivery.lane, deque())
        lane.append(delivery)
        if len(lane) == 1:
            self._scheduler.later(self._gathering(delivery.lane), lambda: self._pump(delivery.lane))

    def _gathering(self, lane: str) -> float:
        """A batch waits a moment for company."""
        return GATHER_SECONDS if lane.startswith("batch:") else 0.0

    async def _pump(self, name: str) -> None:
        """Send the head of a lane (or much of it as one batch), then go on or try again later."""
        lane = self._lanes[name]
        if self._faults.hold_events:
            self._scheduler.later(HOLD_SECONDS, lambda: self._pump(name))
            return
        batch = self._take_batch(lane)
        speedup = self._faults.retry_speedup
        if not await self._attempt(batch) and batch[0].attempts + 1 < batch[0].tries:
            lane[0] = replace(lane[0], attempts=lane[0].attempts + 1)
            self._scheduler.later(retry_seconds(lane[0].attempts, speedup), lambda: self._pump(name))
            return
        for delivery in batch:
            lane.popleft()
            self._brought.append(delivery)
            self._db.run("DELETE FROM deliveries WHERE id = ?", delivery.id)
        if lane:
            self._scheduler.later(self._gathering(name), lambda: self._pump(name))
        else:
            del self._lanes[name]

    def _take_batch(self, lane: deque[Delivery]) -> list[Delivery]:
        if not lane[0].lane.startswith("batch:"):
            return [lane[0]]
        return list(lane)[: within_limits([each.body for each in lane], self._faults.batch_size)]

    async def _attempt(self, batch: list[Delivery]) -> bool:
        head, body = batch[0], self._body(batch)
        if head.attempts == 0 and not head.is_repeat and self._faults.strikes("lose_first_try", self.dice):
            self._wire.note(f"Lost on the way: {head.title}", "comes again later", head.person_id)
            return False
        headers = self._headers(head, body)
        started = time.perf_counter()
        try:
            answer = await self._outside.request("POST", head.url.partition("#")[0], headers, body)
        except OutsideUnreachable as error:
            answer = Answer(0, {}, str(error).encode())
        milliseconds = round((time.perf_counter() - started) * 1000)
        self._record(head, headers, body, answer, milliseconds)
        is_answered = answer.status == 200 if head.sender in ("meta", "dialog360") else 200 <= answer.status < 300
        for delivery in batch if is_answered else []:
            if delivery.message_id:
                self.on_delivered(delivery.message_id)
            self.on_answered(delivery, answer)
        return is_answered

    def _body(self, batch: list[Delivery]) -> bytes:
        if len(batch) > 1:
            return _escaped(merged([each.body for each in batch]), self._faults.escape_unicode)
        return _escaped(batch[0].body, self._faults.escape_unicode and batch[0].sender == "meta")

    def _headers(self, delivery: Delivery, body: bytes) -> dict[str, str]:
        secret = "wrong" if self._faults.strikes("bad_signature", self.dice) else delivery.secret
        headers, signature = signed_headers(delivery, secret, body, self._clock.wall_unix())
        return headers if self._faults.strikes("missing_signature", self.dice) else headers | signature

    def _record(
        self, delivery: Delivery, headers: dict[str, str], body: bytes, answer: Answer, milliseconds: int
    ) -> None:
        outcome = f"answered {answer.status} in {milliseconds} ms" if answer.status else "no answer"
        tries = f"try {delivery.attempts + 1}" if delivery.attempts else delivery.chip
        chip = "repeat" if delivery.is_repeat else tries
        self._wire.record(
            Exchange(
                "out",
                delivery.title,
                outcome,
                chip,
                delivery.group,
                delivery.person_id,
                milliseconds,
                shown_request("POST", delivery.url, headers, body),
                shown_response(answer.status, answer.headers, answer.body),
            )
        )


def retry_seconds(attempts: int, speedup: int = 1) -> float:
    """Wait before the next try: doubling from a minute to forty, all of it `speedup` times faster."""
    seconds = FIRST_RETRY_SECONDS * float(1 << min(attempts - 1, 10))
    return min(seconds, LONGEST_RETRY_SECONDS) / speedup


def _escaped(body: str, ascii_only: bool) -> bytes:
    """Meta writes characters beyond ASCII as `\\uXXXX`; a receiver must check the raw bytes either way."""
    if not ascii_only:
        return body.encode()
    return "".join(each if each < "\x80" else _escape(each) for each in body).encode()


def _escape(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
