"""Customers' files: fetched from the provider outside of any transaction, checked, kept sealed; erased ones deleted."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

import structlog
from django.conf import settings

from leadnurturebot.domain.media_rules import MOST_BYTES, is_digest, plain_type, refusal
from leadnurturebot.domain.send_errors import STOPPING, ErrorClass
from leadnurturebot.message_path.rounds import Rounds
from leadnurturebot.message_path.sending_numbers import NumberRow, load_numbers
from leadnurturebot.platform import file_store, http_client
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Account, MediaAddress, MediaGone, Refused
from leadnurturebot.providers.registry import UnknownProvider, media_provider

AT_ONCE = 4
LEASE = timedelta(minutes=10)
MOST_ATTEMPTS = 12
LONGEST_WAIT = timedelta(hours=6)
log = structlog.get_logger("media")

_CLAIM = """
UPDATE conversations_mediafile f SET state = 'fetching', attempts = f.attempts + 1, due_at = %(lease)s
WHERE f.id IN (SELECT id FROM conversations_mediafile WHERE state IN ('due', 'fetching') AND due_at <= %(wall)s
  ORDER BY due_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)
RETURNING f.id, f.shop_id, f.thread_id, f.number_id, f.kind, f.provider_media_id, f.expected_sha256, f.mime_type, f.attempts
"""
# Deleting a file cannot be taken back, so it comes after the erasure has been committed.
_ERASED = """
SELECT id, stored_as FROM conversations_mediafile WHERE state = 'erased' ORDER BY due_at LIMIT %s FOR UPDATE SKIP LOCKED
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that was claimed to be fetched."""

    id: UUID
    shop_id: UUID
    thread_id: UUID
    number_id: UUID
    kind: str
    media_id: str
    sha256: str
    mime_type: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as it came."""

    body: bytes
    mime_type: str


Outcome = Fetched | str
"""The file, or what became of it: `expired`, `refused`, `failed`, or `due` to try again later."""


class MediaFetcher(Rounds):
    """Fetches files, and deletes what was erased."""

    name = "media"
    every_seconds = 0.5

    def round(self) -> bool:
        """Fetch what is due now and delete what was erased. False when there was nothing to do."""
        connection = self._opened()
        with connection.transaction():
            wanted = claim(connection)
            numbers = load_numbers(connection, [each.number_id for each in wanted]) if wanted else {}
        for each in wanted:
            outcome = fetch(each, numbers.get(each.number_id))
            with connection.transaction():
                settle(connection, each, outcome)
        with connection.transaction():
            return delete_erased(connection) > 0 or bool(wanted)


def claim(connection: Connection) -> list[Wanted]:
    """Files to fetch now. A fetch that was cut short is due again when its lease has run out. The caller commits."""
    wall = wall_now()
    rows = connection.execute(_CLAIM, {"wall": wall, "lease": wall + LEASE, "limit": AT_ONCE})
    return [Wanted(*row) for row in rows]


def fetch(wanted: Wanted, number: NumberRow | None) -> Outcome:
    """Ask the provider for a file. Calls outside; no transaction is open."""
    if number is None:
        return "failed"
    account = Account(
        base_url=settings.WHATSAPP_GRAPH_ADDRESS, phone_number_id=number.phone_number_id, waba_id=number.waba_id,
        secrets=number.secrets,
    )  # fmt: skip
    try:
        provider = media_provider(number.slug)
        request = provider.media_lookup(wanted.media_id, account)
        answer = http_client.call(request.method, request.url, headers=request.headers, is_configured=True)
        address = provider.read_media_lookup(answer.status, answer.body)
        if isinstance(address, MediaAddress):
            if address.size > MOST_BYTES[wanted.kind]:
                return "refused"
            request = provider.media_download(address, account)
            found = http_client.download(
                request.url, headers=request.headers, most_bytes=MOST_BYTES[wanted.kind],
                is_configured=_is_ours(request.url),
            )  # fmt: skip
            return _checked(wanted, address, found)
    except UnknownProvider:
        return "failed"
    except http_client.TooLarge:
        return "refused"
    except (http_client.CallFailed, http_client.AddressRefused) as error:
        log.warning("media not fetched", file=str(wanted.id), error=str(error))
        return "due"
    return _told(address)


_PASSING = STOPPING | {
    ErrorClass.RETRY, ErrorClass.SLOW_DOWN, ErrorClass.PAIR_RATE, ErrorClass.LATER, ErrorClass.CONFIG_ERROR,
}  # fmt: skip
"""Troubles that pass or are set right: the file is asked for again."""


def _told(answer: MediaGone | Refused) -> str:
    if isinstance(answer, MediaGone):
        return "expired"
    return "due" if answer.trouble.kind in _PASSING else "failed"


def _is_ours(url: str) -> bool:
    """The operator's own Graph address, such as the simulator's, may be private; Meta's never is."""
    return urlsplit(url).netloc == urlsplit(settings.WHATSAPP_GRAPH_URL).netloc


def _checked(wanted: Wanted, address: MediaAddress, answer: http_client.Answer) -> Outcome:
    # An address lives five minutes: the next attempt asks for a new one.
    if answer.status != 200 or not answer.body:
        return "due"
    digest = hashlib.sha256(answer.body).digest()
    if not is_digest(wanted.sha256, digest) or not is_digest(address.sha256, digest):
        return "due" if wanted.attempts < 3 else "refused"
    mime_type = plain_type(wanted.mime_type or address.mime_type or answer.headers.get("content-type", ""))
    if why := refusal(wanted.kind, mime_type, answer.body):
        log.info("media refused", file=str(wanted.id), why=why)
        return "refused"
    return Fetched(answer.body, mime_type)


def settle(connection: Connection, wanted: Wanted, outcome: Outcome) -> None:
    """Store what became of a fetch, in the caller's transaction. What was erased meanwhile is not kept."""
    stored_as, state = "", outcome if isinstance(outcome, str) else "stored"
    if isinstance(outcome, Fetched):
        stored_as = file_store.keep(ring().of(connection, wanted.shop_id), str(wanted.id), outcome.body)
    if state == "due" and wanted.attempts >= MOST_ATTEMPTS:
        state = "failed"
    row = connection.execute(
        "UPDATE conversations_mediafile SET state = %s, due_at = %s, stored_as = %s,"
        " mime_type = coalesce(nullif(%s, ''), mime_type), size = %s"
        " WHERE id = %s AND shop_id = %s AND state = 'fetching' RETURNING id",
        [state, wall_now() + _wait(wanted.attempts), stored_as, outcome.mime_type if isinstance(outcome, Fetched) else "",
         len(outcome.body) if isinstance(outcome, Fetched) else 0, wanted.id, wanted.shop_id],
    ).fetchone()  # fmt: skip
    if row is None and stored_as:
        file_store.delete(stored_as)
    if state != "due":
        notify(connection, wanted.shop_id, "conversation", wanted.thread_id)


def _wait(attempts: int) -> timedelta:
    return min(timedelta(seconds=10 * 4 ** min(attempts - 1, 8)), LONGEST_WAIT)


def delete_erased(connection: Connection) -> int:
    """Delete the files of erased messages and then their rows; returns how many."""
    rows = connection.execute(_ERASED, [AT_ONCE * 10]).fetchall()
    for _, stored_as in rows:
        if stored_as:
            file_store.delete(stored_as)
    _forget(connection, [row[0] for row in rows])
    return len(rows)


def _forget(connection: Connection, ids: Sequence[UUID]) -> None:
    if ids:
        connection.execute("DELETE FROM conversations_mediafile WHERE id = ANY(%s)", [list(ids)])
