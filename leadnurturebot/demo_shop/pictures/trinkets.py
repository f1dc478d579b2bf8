"""Jewellery, belts, glasses, socks and gloves."""

from collections.abc import Callable, Set
from math import cos, pi, sin

from leadnurturebot.demo_shop.pictures.marks import (
    INK,
    Drawing,
    box,
    centred,
    disc,
    fill,
    inside,
    line,
    moved,
    oval,
    ring,
)
from leadnurturebot.demo_shop.pictures.palette import Colouring, darker, lighter
from leadnurturebot.demo_shop.pictures.prints import printed, ribs

CARD = "#FFFFFF"


def draw_trinket(traits: Set[str], colours: Colouring, seed: str) -> Drawing:
    """The small thing named in the traits."""
    draw = next(_KINDS[name] for name in _KINDS if name in traits)
    top, bottom = _SPANS.get(draw.__name__, (190, 590))
    return centred(draw(colours, seed), top, bottom, 1.1)


def _card(content: str) -> str:
    """Jewellery lies on a white card with a soft edge."""
    return box(150, 190, 300, 400, INK, 0.05, 22) + box(146, 182, 300, 400, CARD, 1, 22) + content


def _hoops(colours: Colouring, _seed: str) -> str:
    metal = colours.cloth
    pair = "".join(
        ring(x, 410, 56, metal, 15)
        + ring(x - 3, 407, 59, lighter(metal, 0.55), 3, 0.8)
        + line(f"M{x} 352v-26", darker(metal, 0.2), 4)
        + disc(x, 324, 5, darker(metal, 0.2))
        for x in (226, 366)
    )
    return _card(pair)


def _studs(_colours: Colouring, _seed: str) -> str:
    pearl = "#F1ECE6"
    pair = "".join(
        disc(x, 390, 38, darker(pearl, 0.12))
        + disc(x - 3, 386, 35, pearl)
        + oval(x - 14, 372, 11, 8, "#FFFFFF")
        + disc(x + 14, 404, 6, "#F4D9D3", 0.7)
        for x in (236, 356)
    )
    return _card(pair)


def _pendant(colours: Colouring, _seed: str) -> str:
    metal = colours.cloth
    chain = line("M196 214C214 400 260 450 296 462C332 450 378 400 396 214", metal, 4, 1, "9 5")
    rays = "".join(
        line(
            f"M{296 + 34 * cos(at * pi / 6):.4g} {500 + 34 * sin(at * pi / 6):.4g}"
            f"L{296 + 44 * cos(at * pi / 6):.4g} {500 + 44 * sin(at * pi / 6):.4g}",
            metal,
            6,
        )
        for at in range(12)
    )
    return _card(
        chain
        + ring(296, 466, 7, metal, 4)
        + rays
        + disc(296, 500, 27, metal)
        + disc(290, 494, 15, lighter(metal, 0.45), 0.7)
    )


def _bangles(colours: Colouring, _seed: str) -> str:
    metal = colours.cloth
    hoops = ((270, 350, 92), (320, 390, 96), (282, 430, 90))
    return _card(
        "".join(
            ring(x, y, r, darker(metal, 0.12), 13) + ring(x - 2, y - 3, r, lighter(metal, 0.35), 4, 0.9)
            for x, y, r in hoops
        )
    )


def _belt(colours: Colouring, _seed: str) -> str:
    cloth = colours.cloth
    coil = (
        f'<ellipse cx="300" cy="390" rx="150" ry="120" fill="none" stroke="{darker(cloth, 0.14)}" stroke-width="46"/>'
    )
    inner = f'<ellipse cx="308" cy="384" rx="100" ry="76" fill="none" stroke="{cloth}" stroke-width="40"/>'
    stitches = (
        '<ellipse cx="300" cy="390" rx="168" ry="137" fill="none" stroke="#FFFFFF"'
        ' stroke-opacity=".35" stroke-width="2.4" stroke-dasharray="8 7"/>'
    )
    tail = f'<path d="M298 486H476Q496 510 476 534H298Z" fill="{cloth}"/>' + "".join(
        disc(x, 510, 5, darker(cloth, 0.5)) for x in (388, 416, 444)
    )
    buckle = (
        '<rect x="258" y="476" width="74" height="68" rx="12" fill="none" stroke="#D9B25A" stroke-width="12"/>'
        + line("M296 510H340", "#D9B25A", 9)
    )
    return moved(coil + inner + stitches + tail + buckle, dy=-20, scale=1.14)


def _sunglasses(colours: Colouring, _seed: str) -> str:
    frame = colours.cloth
    lenses = "".join(
        f'<rect x="{x}" y="330" width="148" height="126" rx="58" fil'
        f'l="{darker(frame, 0.35)}" fill-opacity=".82" stroke="{frame}" stroke-width="17"/>'
        + line(f"M{x + 34} 420L{x + 76} 356M{x + 60} 428L{x + 92} 378", "#FFFFFF", 7, 0.28)
        for x in (132, 320)
    )
    bridge = line("M280 372Q300 350 320 372", frame, 15)
    arms = line(
        "M136 356L112 318C104 290 128 280 150 296L226 322M464 356L488 318C496 290 472 280 450 296L374 322",
        darker(frame, 0.1),
        12,
    )
    return moved(arms + lenses + bridge, dy=0, scale=1.1)


def _socks(colours: Colouring, seed: str) -> str:
    cloth = colours.cloth
    shape = (
        "M206 214H318V400C322 428 372 448 404 472C436 500 424 548"
        " 380 546C330 544 250 512 222 480C204 458 206 430 206 400Z"
    )
    cuff, toe = "M200 206H324V262H200Z", "M384 460C440 496 424 552 376 548C352 540 344 500 384 460Z"
    one = (
        fill(shape, cloth)
        + inside("socks", [shape], printed(colours, seed))
        + fill(cuff, darker(cloth, 0.08))
        + inside("cuff", [cuff], ribs(cloth, 9))
        + fill(toe, colours.accent if colours.print else darker(cloth, 0.1))
        + line(shape, INK, 2, 0.12)
    )
    back = moved(
        one.replace('"socks"', '"socks2"')
        .replace("#socks", "#socks2")
        .replace('"cuff"', '"cuff2"')
        .replace("#cuff", "#cuff2"),
        dx=54,
        dy=22,
    )
    return moved(back + one, dx=-24, dy=8, scale=1.06)


def _gloves(colours: Colouring, _seed: str) -> str:
    cloth = colours.cloth
    hand = (
        "M226 600V470C206 440 196 400 200 372C206 356 224 360 226 378L232 410L230 260C230 238 256"
        " 238 258 260L262 378L268 228C268 206 296 206 296 228L298 378L308 240C308"
        " 220 334 222 334 244L332 384L344 286C346 268 368 272 366 292L354 470V600Z"
    )
    lines = "M262 470l-4 -60M296 474v-64M330 470l6 -58"
    one = (
        fill(hand, cloth)
        + line(hand, INK, 2, 0.16)
        + line(lines, INK, 3, 0.22)
        + box(222, 560, 136, 40, darker(cloth, 0.16), corner=6)
    )
    right = moved(one, dx=84, turn=14)
    return f'<g transform="translate(600 0) scale(-1 1)">{right}</g>' + right


_KINDS: dict[str, Callable[[Colouring, str], str]] = {
    "hoops": _hoops, "studs": _studs, "pendant": _pendant, "bangles": _bangles, "buckle": _belt,
    "sunglasses": _sunglasses, "socks": _socks, "gloves": _gloves,
}  # fmt: skip
_SPANS = {"_belt": (230, 550), "_sunglasses": (270, 470), "_socks": (190, 590)}
