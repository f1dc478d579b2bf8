"""Files for the Cloud API: which it takes, and the form in which they are uploaded."""

import secrets

_IMAGE, _AUDIO_VIDEO, _DOCUMENT, _STICKER = 5_000_000, 16_000_000, 100_000_000, 500_000
LARGEST: dict[str, int] = {
    **dict.fromkeys(("image/jpeg", "image/png"), _IMAGE),
    **dict.fromkeys(("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"), _AUDIO_VIDEO),
    **dict.fromkeys(("video/mp4", "video/3gpp"), _AUDIO_VIDEO),
    **dict.fromkeys(("application/pdf", "text/plain", "application/msword"), _DOCUMENT),
    "image/webp": _STICKER,
}
"""Largest file in bytes by type. Office documents go by their prefix."""
_OFFICE = "application/vnd."


def check_file(mime_type: str, size: int) -> None:
    """Raises ValueError for a type that is not taken, an empty file, or one that is too large."""
    base = mime_type.partition(";")[0].strip()
    largest = LARGEST.get(base, _DOCUMENT if base.startswith(_OFFICE) else 0)
    if not largest:
        raise ValueError(f"WhatsApp takes no files of type {base}")
    if not 0 < size <= largest:
        raise ValueError(f"a file of type {base} has 1 to {largest} bytes; this one has {size}")


def multipart(data: bytes, *, mime_type: str, filename: str) -> tuple[str, bytes]:
    """Content type and body of the upload form."""
    boundary = f"part-{secrets.token_hex(12)}"
    safe = filename.replace("\\", "_").replace('"', "_").replace("\r", "_").replace("\n", "_")
    parts = (
        _part('name="messaging_product"', b"whatsapp"),
        _part('name="type"', mime_type.encode()),
        _part(f'name="file"; filename="{safe}"', data, mime_type),
    )
    start = f"--{boundary}\r\n".encode()
    body = b"".join(start + part + b"\r\n" for part in parts) + f"--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", body


def _part(disposition: str, data: bytes, mime_type: str = "") -> bytes:
    kind = f"Content-Type: {mime_type}\r\n" if mime_type else ""
    return f"Content-Disposition: form-data; {disposition}\r\n{kind}\r\n".encode() + data
