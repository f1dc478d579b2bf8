"""What files a customer may send and how they may be shown (Meta's media limits of November 2026).

Types are judged by the first bytes, not by what a sender calls them: a page that runs scripts is no picture.
"""

import base64
import binascii

MEGABYTE = 1_000_000
MOST_BYTES = {
    "image": 5 * MEGABYTE,
    "sticker": 500_000,
    "audio": 16 * MEGABYTE,
    "video": 16 * MEGABYTE,
    "document": 100 * MEGABYTE,
}
"""By kind of message."""

_AUDIO = ("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")
_TYPES = {
    "image": ("image/jpeg", "image/png", "image/webp"),
    "sticker": ("image/webp",),
    "audio": _AUDIO,
    "video": ("video/mp4", "video/3gpp"),
}
# Type, where its mark stands, and the mark.
_MARKS: tuple[tuple[str, int, bytes], ...] = (
    ("image/jpeg", 0, b"\xff\xd8\xff"),
    ("image/png", 0, b"\x89PNG\r\n\x1a\n"),
    ("image/webp", 8, b"WEBP"),
    ("audio/ogg", 0, b"OggS"),
    ("video/mp4", 4, b"ftyp"),
    ("video/3gpp", 4, b"ftyp"),
    ("audio/mp4", 4, b"ftyp"),
    ("audio/amr", 0, b"#!AMR"),
)
SHOWN_INLINE = frozenset({*_TYPES["image"], *_AUDIO, *_TYPES["video"]})
"""Types that a browser may show in place; everything else is handed over as a file to keep."""


def plain_type(mime_type: str) -> str:
    """The type without its parameters: `audio/ogg; codecs=opus` is `audio/ogg`."""
    return mime_type.partition(";")[0].strip().lower()


def refusal(kind: str, mime_type: str, body: bytes) -> str:
    """Why a file cannot be kept: `too_large`, `wrong_type`, `mislabelled`; empty when it can."""
    declared = plain_type(mime_type)
    if len(body) > MOST_BYTES[kind]:
        return "too_large"
    if kind in _TYPES and declared not in _TYPES[kind]:
        return "wrong_type"
    marks = [(at, mark) for name, at, mark in _MARKS if name == declared]
    return "" if not marks or any(body[at : at + len(mark)] == mark for at, mark in marks) else "mislabelled"


def is_digest(expected: str, digest: bytes) -> bool:
    """Whether a SHA-256 is the expected one, given as hexadecimal or base64; nothing expected is nothing to check."""
    return not expected or digest in (_from_hex(expected), _from_base64(expected))


def _from_hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        return b""
