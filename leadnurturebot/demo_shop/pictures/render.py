"""SVG to PNG."""

import resvg_py

PICTURE_WIDTH = 560
"""Pixels across a product picture: sharp on a phone, and small enough to send."""


def render_png(svg: str, *, width: int = PICTURE_WIDTH) -> bytes:
    """`svg` as PNG of `width` pixels. The drawings hold no text, so no font is looked for."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
