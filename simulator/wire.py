"""What went over the wire, both ways, to be read by a person: the newest few thousand exchanges."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

import orjson

from simulator.clock import Clock
from simulator.jsontypes import Json
from simulator.live import LiveFeed
from simulator.state import Database

KEPT = 2000
BODY_SHOWN = 20_000
SECRET_HEADERS = ("authorization", "cookie")


@dataclass(frozen=True)
class Exchange:
    """One request and its answer. `direction`: `in` came to the simulator, `out` left it, `note` is neither.

    `group` joins rows of one message, so that a page can fold its statuses into one line.
    """

    direction: str
    title: str
    detail: str = ""
    chip: str = ""
    group: str = ""
    person_id: str = ""
    milliseconds: int | None = None
    request: Json = field(default_factory=dict)
    response: Json = field(default_factory=dict)


class Wire:
    def __init__(self, db: Database, clock: Clock, live: LiveFeed) -> None:
        self._db = db
        self._clock = clock
        self._live = live

    def record(self, exchange: Exchange) -> None:
        entry = {"at": self._clock.now().isoformat(), **asdict(exchange)}
        self._db.run("INSERT INTO wire (data) VALUES (?)", orjson.dumps(entry))
        newest = self._db.row("SELECT MAX(seq) AS seq FROM wire")
        seq = int(newest["seq"]) if newest else 0
        if seq % 100 == 0:
            self._db.run("DELETE FROM wire WHERE seq <= ?", seq - KEPT)
        self._live.publish("wire", {"id": seq, **entry})

    def note(self, title: str, detail: str = "", person_id: str = "") -> None:
        self.record(Exchange("note", title, detail, person_id=person_id))

    def newest(self, limit: int, person_id: str | None = None) -> list[Json]:
        """Newest first."""
        rows = self._db.rows("SELECT seq, data FROM wire ORDER BY seq DESC LIMIT ?", limit if not person_id else KEPT)
        entries: list[Json] = [{"id": row["seq"], **orjson.loads(row["data"])} for row in rows]
        return [entry for entry in entries if person_id in (None, entry["person_id"])][:limit]


def shown_request(method: str, url: str, headers: Mapping[str, str], body: bytes) -> Json:
    return {"method": method, "url": url, "headers": _shown_headers(headers), "body": _shown_body(body)}


def shown_response(status: int, headers: Mapping[str, str], body: bytes) -> Json:
    return {"status": status, "headers": _shown_headers(headers), "body": _shown_body(body)}


def _shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Secrets keep their first word and their end only."""
    return {name: _masked(value) if name.lower() in SECRET_HEADERS else value for name, value in headers.items()}


def _masked(value: str) -> str:
    return f"{value.split(' ')[0][:6]} …{value[-4:]}"


def _shown_body(body: bytes) -> str:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return f"({len(body)} bytes, not text)"
    return text if len(text) <= BODY_SHOWN else f"{text[:BODY_SHOWN]} … ({len(text)} characters)"
