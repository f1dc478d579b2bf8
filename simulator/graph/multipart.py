"""multipart/form-data, as far as a media upload needs it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    content_type: str
    filename: str
    body: bytes


def parse_multipart(content_type: str, body: bytes) -> dict[str, Part]:
    """Parts by field name. Raises ValueError when the type names no boundary."""
    found = re.search(r'boundary="?([^";,]+)"?', content_type)
    if found is None:
        raise ValueError("multipart without boundary")
    marker = b"\r\n--" + found.group(1).encode()
    parts: dict[str, Part] = {}
    for chunk in (b"\r\n" + body).split(marker)[1:-1]:
        head, _, content = chunk.partition(b"\r\n\r\n")
        name, part = _part(head.decode(errors="replace"), content)
        parts[name] = part
    return parts


def _part(head: str, body: bytes) -> tuple[str, Part]:
    return _value(head, r'[; ]name="?([^";\r\n]*)"?'), Part(
        content_type=_value(head, r"(?i)content-type:\s*([^\r\n]+)"),
        filename=_value(head, r'filename="?([^";\r\n]*)"?'),
        body=body,
    )


def _value(head: str, pattern: str) -> str:
    found = re.search(pattern, head)
    return found.group(1).strip() if found else ""
