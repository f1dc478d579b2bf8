"""Customers' files: fetched from a stand-in over loopback, checked, sealed, and gone when their owner is."""

import base64
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson
import pytest

from leadnurturebot.message_path import media_fetching
from leadnurturebot.message_path.media_fetching import claim, delete_erased, fetch, settle
from leadnurturebot.message_path.sending_numbers import load_numbers
from leadnurturebot.platform import clocks, file_store
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.file_store import FileMissing
from leadnurturebot.privacy.erasing import erase_lead
from tests.cast import EMMA
from tests.message_path.driving import Drive

JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 50


@dataclass
class Graph:
    """Answers by path; remembers who asked with which token."""

    url: str = ""
    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)

    def has(self, media_id: str, body: bytes, *, digest: str = "", **described: Any) -> None:
        """Put a file there."""
        about = {
            "url": f"{self.url}/file/{media_id}",
            "sha256": digest or hashlib.sha256(body).hexdigest(),
            "file_size": len(body),
            **described,
        }
        self.answers[f"/v25.0/{media_id}?phone_number_id=1065"] = (
            200,
            orjson.dumps({"messaging_product": "whatsapp", **about}),
        )
        self.answers[f"/file/{media_id}"] = (200, body)


@pytest.fixture
def graph(settings: Any, tmp_path: Any) -> Iterator[Graph]:
    found = Graph()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.tokens.append(self.headers.get("Authorization", ""))
            status, body = found.answers.get(self.path, (404, b"{}"))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name of the standard library
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.url = f"http://127.0.0.1:{server.server_port}"
    settings.WHATSAPP_GRAPH_URL, settings.WHATSAPP_GRAPH_ADDRESS = found.url, f"{found.url}/v25.0"
    private = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": private}
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def at(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_fetching, "wall_now", lambda: drive.now)
    monkeypatch.setattr(clocks, "wall_now", lambda: drive.now)


def sends(
    drive: Drive,
    media_id: str,
    body: bytes,
    *,
    kind: str = "image",
    mime_type: str = "image/jpeg",
    sha256: str | None = None,
) -> None:
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode() if sha256 is None else sha256
    item = {"id": media_id, "mime_type": mime_type, "sha256": digest}
    drive.hear({"from": EMMA, "id": f"w{media_id}", "timestamp": drive.stamp(), "type": kind, kind: item})


def fetched(drive: Drive) -> list[tuple[Any, ...]]:
    """One round of the fetcher, inside the test's transaction."""
    for wanted in claim(drive.connection):
        number = load_numbers(drive.connection, [wanted.number_id])[wanted.number_id]
        settle(drive.connection, wanted, fetch(wanted, number))
    return drive.rows("SELECT state, mime_type, size FROM conversations_mediafile ORDER BY id")


def kept(drive: Drive) -> str:
    ((stored_as,),) = drive.rows("SELECT stored_as FROM conversations_mediafile")
    return str(stored_as)


def test_a_picture_is_fetched_with_the_token_and_kept_sealed(drive: Drive, graph: Graph, tmp_path: Any) -> None:
    graph.has("901", JPEG)
    sends(drive, "901", JPEG)
    assert fetched(drive) == [("stored", "image/jpeg", len(JPEG))]
    assert graph.tokens == ["Bearer EAAtest"] * 2
    key = ring().of(drive.connection, drive.boutique.shop.id)
    assert file_store.opened(key, kept(drive)) == JPEG
    assert b"a picture" not in (tmp_path / kept(drive)).read_bytes()


@pytest.mark.parametrize(
    ("body", "mime_type", "described", "state"),
    [
        (JPEG, "image/jpeg", {"file_size": 6_000_000}, "refused"),
        (JPEG + b"x" * 5_000_000, "image/jpeg", {"file_size": 1}, "refused"),
        (b"<script>", "image/jpeg", {}, "refused"),
        (b"<svg/>", "image/svg+xml", {}, "refused"),
        (b"%PDF", "image/jpeg", {"url": "http://127.0.0.1:9/x"}, "due"),
    ],
)
def test_what_may_not_be_kept_is_refused(
    drive: Drive, graph: Graph, body: bytes, mime_type: str, described: dict[str, Any], state: str
) -> None:
    graph.has("901", body, **described)
    sends(drive, "901", body, mime_type=mime_type)
    assert fetched(drive)[0][0] == state


def test_a_file_that_is_not_what_was_announced_is_asked_for_again_and_then_refused(drive: Drive, graph: Graph) -> None:
    graph.has("901", JPEG)
    sends(drive, "901", JPEG, sha256=hashlib.sha256(b"another").hexdigest())
    states = []
    for _ in range(3):
        states.append(fetched(drive)[0][0])
        drive.later(hours=1)
    assert states == ["due", "due", "refused"]


@pytest.mark.parametrize(
    ("status", "error", "state"),
    [
        (404, {}, "expired"),
        (400, {"code": 100}, "expired"),
        (401, {"code": 190}, "due"),
        (500, {"code": 131000}, "due"),
        (400, {"code": 131009}, "failed"),
    ],
)
def test_what_the_provider_answers_decides(
    drive: Drive, graph: Graph, status: int, error: dict[str, Any], state: str
) -> None:
    graph.answers["/v25.0/901?phone_number_id=1065"] = (status, orjson.dumps({"error": error} if error else {}))
    sends(drive, "901", JPEG)
    assert fetched(drive)[0][0] == state


def test_an_address_that_ran_out_is_asked_for_anew(drive: Drive, graph: Graph) -> None:
    graph.has("901", JPEG)
    graph.answers.pop("/file/901")
    sends(drive, "901", JPEG)
    assert fetched(drive)[0][0] == "due"
    graph.has("901", JPEG)
    drive.later(minutes=1)
    assert fetched(drive)[0][0] == "stored"


def test_it_gives_up_after_two_days(drive: Drive, graph: Graph) -> None:
    graph.answers["/v25.0/901?phone_number_id=1065"] = (503, b"")
    sends(drive, "901", JPEG)
    for _ in range(12):
        state = fetched(drive)[0][0]
        drive.later(hours=6)
    assert state == "failed"


def test_a_fetch_that_was_cut_short_is_taken_up_again(drive: Drive, graph: Graph) -> None:
    graph.has("901", JPEG)
    sends(drive, "901", JPEG)
    assert len(claim(drive.connection)) == 1
    assert claim(drive.connection) == []
    drive.later(minutes=11)
    assert fetched(drive)[0][0] == "stored"


def test_a_forgotten_persons_files_leave_the_storage(drive: Drive, graph: Graph) -> None:
    graph.has("901", JPEG)
    sends(drive, "901", JPEG)
    fetched(drive)
    stored_as, key = kept(drive), ring().of(drive.connection, drive.boutique.shop.id)
    ((lead_id,),) = drive.rows("SELECT id FROM leads_lead")
    erase_lead(drive.connection, shop_id=drive.boutique.shop.id, lead_id=lead_id, now=drive.now)
    assert delete_erased(drive.connection) == 1
    assert drive.count("conversations_mediafile") == 0
    with pytest.raises(FileMissing):
        file_store.opened(key, stored_as)


def test_a_file_that_arrives_after_its_person_was_forgotten_is_not_kept(
    drive: Drive, graph: Graph, tmp_path: Any
) -> None:
    graph.has("901", JPEG)
    sends(drive, "901", JPEG)
    (wanted,) = claim(drive.connection)
    outcome = fetch(wanted, load_numbers(drive.connection, [wanted.number_id])[wanted.number_id])
    drive.connection.execute("UPDATE conversations_mediafile SET state = 'erased'")
    settle(drive.connection, wanted, outcome)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
