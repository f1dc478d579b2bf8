import base64
import hashlib

import pytest

from leadnurturebot.domain.media_rules import is_digest, refusal

JPEG, PNG, MP4 = b"\xff\xd8\xff\xe0" + b"x" * 20, b"\x89PNG\r\n\x1a\n" + b"x" * 20, b"\0\0\0\x18ftypmp42" + b"x" * 20
DIGEST = hashlib.sha256(b"body").digest()


@pytest.mark.parametrize(
    ("kind", "mime_type", "body", "why"),
    [
        ("image", "image/jpeg", JPEG, ""),
        ("image", "image/png", PNG, ""),
        ("image", "image/jpeg", PNG, "mislabelled"),
        ("image", "image/jpeg", b"<html><script>", "mislabelled"),
        ("image", "image/svg+xml", b"<svg/>", "wrong_type"),
        ("image", "image/jpeg", JPEG + b"x" * 5_000_000, "too_large"),
        ("audio", "audio/ogg; codecs=opus", b"OggS...", ""),
        ("audio", "audio/aac", b"\xff\xf1...", ""),
        ("video", "video/mp4", MP4, ""),
        ("video", "video/webm", b"x", "wrong_type"),
        ("sticker", "image/webp", b"RIFF\0\0\0\0WEBPVP8 ", ""),
        ("sticker", "image/webp", b"RIFF\0\0\0\0WEBP" + b"x" * 500_000, "too_large"),
        ("document", "application/pdf", b"%PDF-1.7", ""),
        ("document", "text/html", b"<html>", ""),
        ("document", "", b"x" * 6_000_000, ""),
    ],
)
def test_what_may_be_kept(kind: str, mime_type: str, body: bytes, why: str) -> None:
    assert refusal(kind, mime_type, body) == why


@pytest.mark.parametrize(
    ("expected", "is_it"),
    [
        (DIGEST.hex(), True),
        (DIGEST.hex().upper(), True),
        (base64.b64encode(DIGEST).decode(), True),
        (base64.b64encode(DIGEST).decode().rstrip("="), True),
        ("", True),
        (hashlib.sha256(b"other").hexdigest(), False),
        ("not a digest!", False),
    ],
)
def test_a_digest_comes_in_hexadecimal_or_base64(expected: str, is_it: bool) -> None:
    assert is_digest(expected, DIGEST) is is_it
