"""Colour names of the catalogue as paint, and the prints that a name may carry ("blue floral")."""

from dataclasses import dataclass
from zlib import crc32

PAINTS = {
    "beige": "#D9C3A0", "black": "#2F3135", "blue": "#5B86C4", "bottle green": "#2F6149", "brown": "#7A5238",
    "burgundy": "#8C3142", "camel": "#BE935E", "champagne": "#E3CFAE", "charcoal": "#474C53", "cream": "#F3EAD8",
    "dark blue": "#3F5C8C", "dusty pink": "#D3A3A0", "emerald": "#1F7A5C", "gold": "#D5A63F", "green": "#4C8A5B",
    "grey": "#A3A8AD", "light blue": "#A9C6E6", "lilac": "#B9A5D6", "mustard": "#D19E2E", "navy": "#34436B",
    "olive": "#7C7F4B", "orange": "#E58A45", "pink": "#E9A6B4", "red": "#C44A45", "sage": "#9DB597", "sand": "#DCC8A4",
    "silver": "#B9C0C8", "sky blue": "#8FC1E8", "tan": "#B98252", "terracotta": "#BF6B4A", "white": "#FBFAF7",
    "yellow": "#F0CB5B",
}  # fmt: skip
PRINTS = ("floral", "dots", "stripe", "gingham", "check")
DENIM = {"blue": "#5F7FAE", "dark blue": "#3B5482", "light blue": "#93AFD2", "black": "#33363C"}
DARK = 0.3
"""Cloth below this brightness takes light seams instead of dark ones."""
_SOFT_GROUNDS = ("#DFE9EE", "#F4DFD8", "#E6E1F0", "#E1EBDF", "#F5E8CF")


@dataclass(frozen=True, slots=True)
class Colouring:
    """How one colour of a product is painted: the cloth, the accent of its print, the print's name or ''."""

    cloth: str
    accent: str
    print: str


def colouring(color: str) -> Colouring:
    """`color` as the catalogue writes it. Raises KeyError for a name without paint."""
    base, _, last = color.rpartition(" ")
    if last not in PRINTS:
        return Colouring(PAINTS[color], PAINTS[color], "")
    if last in ("stripe", "gingham"):
        return Colouring(PAINTS["white"], PAINTS[base], last)
    return Colouring(PAINTS[base], PAINTS["white"], last)


def mix(color: str, other: str, share: float) -> str:
    """`color` with `share` (0 to 1) of `other` in it, both as #RRGGBB."""
    pairs = ((int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def darker(color: str, share: float = 0.14) -> str:
    """The same cloth in shadow."""
    return mix(color, "#1B1E2B", share)


def lighter(color: str, share: float = 0.2) -> str:
    """The same cloth in light."""
    return mix(color, "#FFFFFF", share)


def edge(cloth: str, share: float) -> str:
    """A line that shows on `cloth`: darker than it, or lighter where the cloth is nearly black."""
    return lighter(cloth, share) if brightness(cloth) < DARK else darker(cloth, share)


def hollow(cloth: str) -> str:
    """The inside of a garment, seen through its neck."""
    return darker(cloth, 0.2 if brightness(cloth) > 0.86 else 0.34)


def sleeve_tone(cloth: str) -> str:
    """A sleeve lies a little in shade; on white only a breath, or it would melt into the ground."""
    return darker(cloth, 0.02 if brightness(cloth) > 0.86 else 0.07)


def brightness(color: str) -> float:
    """Perceived brightness, 0 (black) to 1 (white)."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def ground(color: str, key: str) -> str:
    """Background for a garment of `color`; pale cloth gets a"
    " tint of its own, chosen by `key`, so that it stands out."""
    if brightness(color) > 0.86:
        return _SOFT_GROUNDS[crc32(key.encode()) % len(_SOFT_GROUNDS)]
    return mix(color, "#FFFFFF", 0.8 if brightness(color) > 0.66 else 0.86)
