"""Pictures as they are uploaded: only what WhatsApp shows, and nothing in them but the picture.

WhatsApp takes JPEG and PNG up to 5 MB. A phone's photo tells where it was taken; such marks are left out, the way the
photo is turned is kept.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MOST_BYTES = 5 * 1024 * 1024
LEAST_SIDE, MOST_SIDE = 50, 8000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs"})
_FRAMES = frozenset({*range(0xC0, 0xD0)}) - {0xC4, 0xC8, 0xCC}
_ORIENTATION = 0x0112


class UnusablePicture(ValueError):
    """No picture to show. `code`: `empty`, `large`, `kind` (no JPEG or PNG), `damaged`, `small`, `wide`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture without marks, and the ending of its file's name."""

    body: bytes
    ending: str


def cleaned(body: bytes) -> CleanPicture:
    """The picture by what its bytes say, whatever its name was. Raises UnusablePicture."""
    if not body:
        raise UnusablePicture("empty")
    if len(body) > MOST_BYTES:
        raise UnusablePicture("large")
    try:
        if body.startswith(b"\xff\xd8\xff"):
            return CleanPicture(_clean_jpeg(body), "jpg")
        if body.startswith(_PNG):
            return CleanPicture(_clean_png(body), "png")
    except (struct.error, IndexError) as error:
        raise UnusablePicture("damaged") from error
    raise UnusablePicture("kind")


def _check_sides(width: int, height: int) -> None:
    if min(width, height) < LEAST_SIDE:
        raise UnusablePicture("small")
    if max(width, height) > MOST_SIDE:
        raise UnusablePicture("wide")


def _clean_png(body: bytes) -> bytes:
    kept, kinds = [_PNG], []
    for kind, data, whole in _chunks(body):
        if kind == b"IHDR":
            _check_sides(*struct.unpack(">II", data[:8]))
        kinds.append(kind)
        if kind in _PNG_KEPT:
            kept.append(whole)
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise UnusablePicture("damaged")
    return b"".join(kept)


def _chunks(body: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind, content and the whole of each chunk up to the end (PNG specification, 5.3)."""
    place = len(_PNG)
    while place < len(body):
        (size,) = struct.unpack_from(">I", body, place)
        whole = body[place : place + size + 12]
        if len(whole) < size + 12 or zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:], "big"):
            raise UnusablePicture("damaged")
        yield whole[4:8], whole[8:-4], whole
        if whole[4:8] == b"IEND":
            return
        place += len(whole)


def _clean_jpeg(body: bytes) -> bytes:
    kept, place, framed, turned = [body[:2]], 2, False, 1
    while True:
        marker, size = body[place + 1], int.from_bytes(body[place + 2 : place + 4], "big")
        segment = body[place : place + 2 + size]
        if body[place] != 0xFF or size < 2 or len(segment) != size + 2:
            raise UnusablePicture("damaged")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", segment[5:9])
            _check_sides(width, height)
            framed = True
        if marker == 0xE1:
            turned = _orientation(segment[4:]) or turned
        elif not _is_mark(marker):
            kept.append(segment)
        place += len(segment)
        if marker == 0xDA:
            break
    if not framed:
        raise UnusablePicture("damaged")
    return b"".join([*kept[:1], *_turn(turned), *kept[1:], _scan(body, place)])


def _is_mark(marker: int) -> bool:
    """Comments and application segments, but not the colour profile (E2), what Adobe says of colours (EE), or JFIF."""
    return marker == 0xFE or (0xE1 <= marker <= 0xEF and marker not in (0xE2, 0xEE))


def _scan(body: bytes, place: int) -> bytes:
    """The picture's own data up to its end; what some program hung behind it is dropped."""
    end = body.rfind(b"\xff\xd9", place)
    if end < 0:
        raise UnusablePicture("damaged")
    return body[place : end + 2]


def _orientation(exif: bytes) -> int:
    """How the camera was turned, 1 to 8; 0 when it does not say (Exif 2.32, 4.6.4)."""
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    if len(tiff) < 10:
        return 0
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(min(count, (len(tiff) - start - 2) // 12)):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + number * 12)
        if tag == _ORIENTATION:
            return value if 1 <= value <= 8 else 0
    return 0


def _turn(orientation: int) -> list[bytes]:
    """An Exif segment that says only this; none for a picture that stands upright."""
    if orientation == 1:
        return []
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
    content = b"Exif\0\0" + tiff
    return [b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content]
