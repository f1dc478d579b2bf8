"""Prints and textures: content to be cut to a garment's outline. Everything is placed by a seed, never by chance."""

from collections.abc import Callable, Iterator, Set
from random import Random

from leadnurturebot.demo_shop.pictures.marks import INK, box, disc, line
from leadnurturebot.demo_shop.pictures.palette import Colouring, brightness, darker, edge, lighter, mix

LEFT, RIGHT, TOP, BOTTOM = 40, 560, 60, 730


def printed(colouring: Colouring, seed: str, upright: bool = False) -> str:
    """The print a colour name asks for, over the whole canvas; '' for plain cloth. `upright` turns stripes vertical."""
    if not colouring.print:
        return ""
    if colouring.print == "stripe" and upright:
        return pinstripes(colouring.accent)
    return _PRINTS[colouring.print](colouring, seed)


def textured(traits: Set[str], cloth: str, seed: str) -> str:
    """Every texture that the traits name, over the whole canvas."""
    textures: dict[str, Callable[[], str]] = {
        "ribs": lambda: ribs(cloth),
        "cardigan": lambda: ribs(cloth, 9),
        "cables": lambda: cables(cloth),
        "fairisle": lambda: fairisle(seed),
        "daisies": lambda: daisies(cloth, seed),
        "sequins": lambda: sequins(cloth, seed),
        "sheen": lambda: sheen(cloth),
        "velvet": lambda: sheen(cloth),
        "cord": lambda: ribs(cloth, 8),
        "puffer": lambda: quilting(cloth),
    }
    return "".join(draw() for trait, draw in textures.items() if trait in traits)


def scattered(seed: str, gap: float) -> Iterator[tuple[float, float, Random]]:
    """Places on a staggered grid, each a little off, with a source of chance that is fixed by `seed`."""
    chance = Random(seed)
    y, row = float(TOP), 0
    while y < BOTTOM:
        x = LEFT + (gap / 2 if row % 2 else 0)
        while x < RIGHT:
            yield x + chance.uniform(-0.16, 0.16) * gap, y + chance.uniform(-0.16, 0.16) * gap, chance
            x += gap
        y, row = y + gap * 0.82, row + 1


def flower(x: float, y: float, size: float, turn: float, petals: str, heart: str) -> str:
    """A five-petalled flower."""
    around = "".join(
        f'<circle cx="0" cy="{-size * 0.62:.3g}" r="{size * 0.46:.3g}" transform="rotate({72 * leaf})"/>'
        for leaf in range(5)
    )
    return (
        f'<g transform="translate({x:.4g} {y:.4g}) rotate({turn:.3g})" fill="{petals}">{around}'
        f'<circle r="{size * 0.36:.3g}" fill="{heart}"/></g>'
    )


def floral(colouring: Colouring, seed: str) -> str:
    """White daisies with a yellow heart, and a leaf here and there."""
    leaf = mix(colouring.cloth, "#2E5A3C", 0.45)
    marks = []
    for x, y, chance in scattered(seed, 66):
        marks.append(f'<ellipse cx="{x + 20:.4g}" cy="{y + 19:.4g}" rx="8" ry="3.6" fill="{leaf}" fill-opacity=".55"/>')
        marks.append(flower(x, y, chance.uniform(14, 18.5), chance.uniform(0, 72), "#FFFFFF", "#EFB23E"))
    return "".join(marks)


def daisies(cloth: str, seed: str) -> str:
    """Small embroidered daisies on a pale blouse."""
    petals, heart = ("#F2C14E", "#C9772E") if brightness(cloth) > 0.86 else ("#FFFFFF", "#EFB23E")
    return "".join(flower(x, y, 10, chance.uniform(0, 72), petals, heart) for x, y, chance in scattered(seed, 58))


def dots(colouring: Colouring, _seed: str) -> str:
    """Polka dots in straight staggered rows."""
    return "".join(
        disc(x + (22 if row % 2 else 0), y, 8.5, colouring.accent)
        for row, y in enumerate(range(TOP, BOTTOM, 34))
        for x in range(LEFT, RIGHT, 44)
    )


def breton(colouring: Colouring, _seed: str) -> str:
    """Sailor stripes across."""
    return "".join(box(LEFT, y, RIGHT - LEFT, 13, colouring.accent) for y in range(TOP + 12, BOTTOM, 34))


def pinstripes(color: str) -> str:
    """Thin stripes down."""
    return "".join(box(x, TOP, 4, BOTTOM - TOP, color, 0.8) for x in range(LEFT, RIGHT, 20))


def gingham(colouring: Colouring, _seed: str) -> str:
    """Two sets of see-through bands that darken where they cross."""
    down = "".join(box(x, TOP, 15, BOTTOM - TOP, colouring.accent, 0.5) for x in range(LEFT, RIGHT, 30))
    across = "".join(box(LEFT, y, RIGHT - LEFT, 15, colouring.accent, 0.5) for y in range(TOP, BOTTOM, 30))
    return down + across


def check(colouring: Colouring, _seed: str) -> str:
    """A quiet tartan: dark bands, a light line between."""
    dark, pale = darker(colouring.cloth, 0.45), lighter(colouring.cloth, 0.65)
    bands = "".join(
        box(LEFT, y, 520, 24, dark, 0.35) + box(LEFT, y + 46, 520, 5, pale, 0.8) for y in range(TOP, BOTTOM, 80)
    )
    return bands + "".join(
        box(x, TOP, 22, 680, dark, 0.35) + box(x + 42, TOP, 5, 680, pale, 0.8) for x in range(LEFT + 20, RIGHT, 76)
    )


def ribs(cloth: str, gap: float = 12) -> str:
    """Knitted ribs: thin lines down."""
    ink = edge(cloth, 0.3)
    return "".join(
        line(f"M{LEFT + gap * at:.4g} {TOP}V{BOTTOM}", ink, 2, 0.38) for at in range(int((RIGHT - LEFT) / gap) + 1)
    )


def cables(cloth: str) -> str:
    """Three plaits down the middle and one on each side."""
    dark, shine = edge(cloth, 0.3), lighter(cloth, 0.4)
    marks = []
    for x in (160, 230, 300, 370, 440):
        marks.append(line(f"M{x - 19} {TOP}V{BOTTOM}M{x + 19} {TOP}V{BOTTOM}", dark, 2, 0.4))
        for y in range(TOP, BOTTOM, 38):
            marks.append(line(f"M{x - 11} {y}C{x - 11} {y + 18} {x + 11} {y + 20} {x + 11} {y + 38}", dark, 3, 0.55))
            marks.append(line(f"M{x + 11} {y}C{x + 11} {y + 10} {x + 6} {y + 14} {x + 3} {y + 17}", shine, 3, 0.7))
    return "".join(marks)


def fairisle(seed: str) -> str:
    """Bands of stars and crosses around the yoke."""
    chance = Random(seed)
    marks = []
    for row, y in enumerate(range(190, 330, 27)):
        color = ("#FBF4E6", "#E9C46A", "#FBF4E6", "#A9C6E6", "#FBF4E6")[row % 5]
        shift = chance.choice((0, 8))
        for x in range(LEFT + shift, RIGHT, 26):
            diamond = f"M{x} {y - 7}l7 7l-7 7l-7 -7Z"
            marks.append(f'<path d="{diamond}" fill="{color}"/>' if row % 2 == 0 else disc(x, y, 3.4, color))
    return "".join(marks)


def sequins(cloth: str, seed: str) -> str:
    """Small discs that catch the light."""
    tones = (lighter(cloth, 0.3), lighter(cloth, 0.65), darker(cloth, 0.22))
    return "".join(disc(x, y, chance.uniform(4, 8), chance.choice(tones)) for x, y, chance in scattered(seed, 27))


def quilting(cloth: str) -> str:
    """Padded rows with light on the upper side of each."""
    rows = "".join(f"M80 {y}Q300 {y + 14} 520 {y}" for y in range(216, 620, 52))
    shine = "".join(f"M80 {y + 14}Q300 {y + 28} 520 {y + 14}" for y in range(216, 620, 52))
    bright = 0.16 if brightness(cloth) < 0.5 else 0.5
    return line(rows, darker(cloth, 0.4), 4, 0.6) + line(shine, "#FFFFFF", 9, bright)


def sheen(cloth: str) -> str:
    """Satin light, falling aslant in soft beams."""
    strength = 0.42 if brightness(cloth) > 0.35 else 0.2
    beams = ((0.0, 0), (0.2, 0), (0.31, 1), (0.42, 0), (0.52, 0), (0.62, 0.7), (0.74, 0), (1, 0))
    stops = "".join(
        f'<stop offset="{at}" stop-color="#fff" stop-opacity="{strength * light:.3g}"/>' for at, light in beams
    )
    place = 'gradientUnits="userSpaceOnUse" x1="120" y1="300" x2="480" y2="370"'
    return f'<linearGradient id="sheen" {place}>{stops}</linearGradient>{box(LEFT, TOP, 520, 680, "url(#sheen)")}'


def seams(path: str) -> str:
    """Orange stitching on denim."""
    return line(path, "#D9974A", 2.4, 0.95, "7 5")


def shadow(path: str, strength: float = 0.1) -> str:
    """A fold or a side in shade."""
    return f'<path d="{path}" fill="{INK}" fill-opacity="{strength}"/>'


_PRINTS: dict[str, Callable[[Colouring, str], str]] = {
    "floral": floral,
    "dots": dots,
    "stripe": breton,
    "gingham": gingham,
    "check": check,
}
