"""A short voice note of silence, as the messenger records it: Ogg with Opus."""

import base64
import struct

SILENT_FRAME = b"\xf8\xff\xfe"
SAMPLES_PER_FRAME = 960
SERIAL = 7


def silent_voice_note(seconds: float = 1.0) -> str:
    """Base64 of the file. 48 kHz, mono, frames of 20 ms."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    vendor = b"practice phone"
    tags = b"OpusTags" + struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", 0)
    frames = max(1, round(seconds * 50))
    audio = _page([SILENT_FRAME] * min(frames, 255), 2, frames * SAMPLES_PER_FRAME, flags=4)
    return base64.b64encode(_page([head], 0, 0, flags=2) + _page([tags], 1, 0, flags=0) + audio).decode()


def _page(packets: list[bytes], sequence: int, position: int, flags: int) -> bytes:
    """An Ogg page of packets shorter than 255 bytes each."""
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, position, SERIAL, sequence, 0)
    page = head + bytes([len(packets)]) + bytes(len(each) for each in packets) + b"".join(packets)
    return page[:22] + struct.pack("<I", _checksum(page)) + page[26:]


def _checksum(data: bytes) -> int:
    """CRC-32 of Ogg: polynomial 0x04c11db7, not reflected, from zero."""
    register = 0
    for byte in data:
        register ^= byte << 24
        for _ in range(8):
            register = (register << 1) ^ (0x04C11DB7 if register & 0x80000000 else 0)
            register &= 0xFFFFFFFF
    return register
