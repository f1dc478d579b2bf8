"""The few SVG elements that drawings are made of."""

from collections.abc import Iterable
from dataclasses import dataclass

INK = "#1B1E2B"
MIDDLE_HEIGHT = 388


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished garment on the canvas of 600 by 750, and the height at which it ends."""

    content: str
    bottom: float


def centred(content: str, top: float, bottom: float, scale: float = 1, dx: float = 0) -> Drawing:
    """`content`, drawn from `top` to `bottom`, scaled and brought to the middle of the canvas."""
    middle = (top + bottom) / 2
    how = f"translate({300 + dx:.4g} {MIDDLE_HEIGHT}) scale({scale:.3g}) translate(-300 {-middle:.4g})"
    return Drawing(f'<g transform="{how}">{content}</g>', MIDDLE_HEIGHT + scale * (bottom - middle))


def fill(path: str, color: str, opacity: float = 1) -> str:
    """A filled path."""
    return f'<path d="{path}" fill="{color}"{_faint("fill", opacity)}/>'


def line(path: str, color: str = INK, width: float = 3, opacity: float = 1, dash: str = "") -> str:
    """A drawn line with round ends; `dash` such as "7 6" makes it a seam."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linecap="round"'
        f' stroke-linejoin="round"{dashed}{_faint("stroke", opacity)}/>'
    )


def disc(x: float, y: float, radius: float, color: str, opacity: float = 1) -> str:
    """A filled circle."""
    return f'<circle cx="{x:.4g}" cy="{y:.4g}" r="{radius:.3g}" fill="{color}"{_faint("fill", opacity)}/>'


def oval(x: float, y: float, across: float, high: float, color: str, opacity: float = 1) -> str:
    """A filled ellipse of two radii."""
    place = f'cx="{x:.4g}" cy="{y:.4g}" rx="{across:.4g}" ry="{high:.4g}"'
    return f'<ellipse {place} fill="{color}"{_faint("fill", opacity)}/>'


def box(x: float, y: float, width: float, height: float, color: str, opacity: float = 1, corner: float = 0) -> str:
    """A filled rectangle, its corners rounded by `corner`."""
    rounded = f' rx="{corner:.3g}"' if corner else ""
    size = f'x="{x:.4g}" y="{y:.4g}" width="{width:.4g}" height="{height:.4g}"'
    return f'<rect {size}{rounded} fill="{color}"{_faint("fill", opacity)}/>'


def ring(x: float, y: float, radius: float, color: str, width: float, opacity: float = 1) -> str:
    """A drawn circle."""
    place = f'cx="{x:.4g}" cy="{y:.4g}" r="{radius:.4g}"'
    return f'<circle {place} fill="none" stroke="{color}" stroke-width="{width}"{_faint("stroke", opacity)}/>'


def inside(name: str, paths: Iterable[str], content: str) -> str:
    """`content` cut to the union of `paths`; `name` must be unique in the picture."""
    clips = "".join(f'<path d="{path}"/>' for path in paths)
    return f'<clipPath id="{name}">{clips}</clipPath><g clip-path="url(#{name})">{content}</g>'


def moved(content: str, dx: float = 0, dy: float = 0, scale: float = 1, turn: float = 0) -> str:
    """`content` scaled about (300, 400), turned by degrees, then shifted."""
    how = f"translate({300 + dx:.4g} {400 + dy:.4g}) rotate({turn:.4g}) scale({scale:.3g}) translate(-300 -400)"
    return f'<g transform="{how}">{content}</g>'


def _faint(kind: str, opacity: float) -> str:
    return "" if opacity == 1 else f' {kind}-opacity="{opacity:.3g}"'
