"""Media of a number: upload, resolve to a short-lived address, download with the token, delete."""

import base64
import hashlib
import secrets
from datetime import datetime, timedelta

from simulator.graph.errors import GraphError, unknown_object
from simulator.graph.multipart import Part
from simulator.jsontypes import Json
from simulator.world import World

UPLOADED_DAYS = 30
RECEIVED_DAYS = 7
ADDRESS_MINUTES = 5
MOST_BYTES = {
    "image/jpeg": 5_000_000,
    "image/png": 5_000_000,
    "image/webp": 500_000,
    **dict.fromkeys(("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"), 16_000_000),
    **dict.fromkeys(("video/mp4", "video/3gpp"), 16_000_000),
    **dict.fromkeys(("application/pdf", "text/plain"), 100_000_000),
}
OFFICE = ("application/vnd.", "application/msword")


def upload(world: World, number_id: str, parts: dict[str, Part]) -> Json:
    """Raises GraphError 100 on a missing field, a type that is not taken or a file that is too large."""
    if "messaging_product" not in parts or parts["messaging_product"].body != b"whatsapp":
        raise GraphError(100, "Parameter messaging_product must be 'whatsapp'.")
    if "file" not in parts:
        raise GraphError(100, "Parameter file is required.")
    declared = parts["type"].body.decode() if "type" in parts else parts["file"].content_type
    mime_type = declared.split(";")[0].strip()
    most = MOST_BYTES.get(mime_type, 100_000_000 if mime_type.startswith(OFFICE) else 0)
    if not most:
        raise GraphError(100, f"Parameter file must be a file with one of the supported types, received {mime_type}.")
    if len(parts["file"].body) > most:
        raise GraphError(100, f"Parameter file has {len(parts['file'].body)} bytes, at most {most} are allowed.")
    return {"id": keep_media(world, number_id, mime_type, parts["file"].body, UPLOADED_DAYS)}


def keep_media(world: World, number_id: str, mime_type: str, body: bytes, days: int) -> str:
    """Store media and return its id; ids the person made live 7 days, uploaded ones 30."""
    media_id = str(10**15 + secrets.randbelow(9 * 10**15))
    expires_at = (world.clock.now() + timedelta(days=days)).timestamp()
    world.db.run(
        "INSERT INTO media (id, number_id, mime_type, sha256, expires_at, body) VALUES (?, ?, ?, ?, ?, ?)",
        media_id,
        number_id,
        mime_type,
        base64.b64encode(hashlib.sha256(body).digest()).decode(),
        expires_at,
        body,
    )
    return media_id


def owner(world: World, media_id: str) -> str | None:
    """The number a live media id belongs to."""
    sql = "SELECT number_id FROM media WHERE id = ? AND expires_at > ?"
    row = world.db.row(sql, media_id, world.clock.now().timestamp())
    return None if row is None else str(row["number_id"])


def resolve(world: World, media_id: str, base_url: str) -> Json:
    """The description with an address that works for five minutes of wall time."""
    row = world.db.row("SELECT mime_type, sha256, length(body) AS size FROM media WHERE id = ?", media_id)
    if row is None:
        raise unknown_object(media_id)
    until = int((world.clock.wall() + timedelta(minutes=ADDRESS_MINUTES)).timestamp())
    return {
        "messaging_product": "whatsapp",
        "url": f"{base_url}/media-download/{media_id}?until={until}",
        "mime_type": row["mime_type"],
        "sha256": base64.b64decode(row["sha256"]).hex(),
        "file_size": row["size"],
        "id": media_id,
    }


def body_of(world: World, media_id: str) -> tuple[str, bytes] | None:
    row = world.db.row("SELECT mime_type, body FROM media WHERE id = ?", media_id)
    return None if row is None else (row["mime_type"], row["body"])


def is_expired(until: str, wall: datetime) -> bool:
    return not until.isdigit() or int(until) < wall.timestamp()


def delete(world: World, media_id: str) -> Json:
    world.db.run("DELETE FROM media WHERE id = ?", media_id)
    return {"success": True}
