"""Identifiers: UUIDv7 (RFC 9562, 5.7), ordered by wall time, and random tokens."""

import os
import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last_stamp = 0


def uuid7() -> UUID:
    """A new UUIDv7. Later calls of one process sort after earlier ones: the 12 bits after the millisecond count on."""
    global _last_stamp
    with _lock:
        # Milliseconds and, in 12 bits, the fraction of the millisecond (RFC 9562, 6.2, method 3).
        nanoseconds = time.time_ns()
        stamp = (nanoseconds // 1_000_000 << 12) | (nanoseconds % 1_000_000 * 4096 // 1_000_000)
        _last_stamp = stamp = max(stamp, _last_stamp + 1)
    random_bits = int.from_bytes(os.urandom(8)) & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=(stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62 | random_bits)


def lowest_uuid7(milliseconds: int) -> UUID:
    """The smallest UUIDv7 of a Unix time in milliseconds: a bound for ranges and partitions."""
    return UUID(int=milliseconds << 80 | 0x7 << 76 | 0x2 << 62)


def token() -> str:
    """128 random bits, URL-safe: endpoint keys and payment links."""
    return secrets.token_urlsafe(16)
