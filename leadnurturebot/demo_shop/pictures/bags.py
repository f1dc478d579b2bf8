"""Bags."""

from collections.abc import Callable, Set

from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, box, centred, disc, fill, inside, line
from leadnurturebot.demo_shop.pictures.palette import Colouring, darker, lighter, mix
from leadnurturebot.demo_shop.pictures.paths import both, symmetric
from leadnurturebot.demo_shop.pictures.prints import flower, shadow, sheen


def draw_bag(traits: Set[str], colours: Colouring, _seed: str) -> Drawing:
    """A bag of the kind named in the traits."""
    draw = next(_KINDS[name] for name in _KINDS if name in traits)
    return centred(draw(colours), 376 if draw is _clutch else 190, 552 if draw is _clutch else 608, 1.1)


def _tote(colours: Colouring) -> str:
    cloth = colours.cloth
    handles = line(both((66, 330), ((66, 150), (0, 150)), closed=False), darker(cloth, 0.2), 17)
    front = line(both((84, 336), ((84, 176), (0, 176)), closed=False), darker(cloth, 0.08), 17)
    body = symmetric((0, 318), ((150, 318),), ((162, 590), (150, 610)), ((0, 618),))
    stitches = "M222 342l22 0M222 356l22 0M356 342l22 0M356 356l22 0"
    badge = flower(300, 470, 46, 10, mix(cloth, "#9A8F80", 0.4), "#E2A63A")
    return (
        handles
        + fill(body, cloth)
        + inside(
            "bag",
            [body],
            shadow("M390 318C420 420 410 520 420 630H480V318Z", 0.06) + line("M140 334H460", INK, 2.4, 0.18, "8 6"),
        )
        + front
        + line(stitches, INK, 2.4, 0.3)
        + badge
    )


def _crossbody(colours: Colouring) -> str:
    cloth = colours.cloth
    strap = line("M176 420C140 180 460 180 424 420", darker(cloth, 0.24), 9)
    body = "M166 390Q170 376 188 376H412Q430 376 434 390L440 560Q438 584 412 584H188Q162 584 160 560Z"
    flap = "M164 376Q170 366 188 366H412Q430 366 436 376V440C420 500 360 506 300 506C240 506 180 500 164 440Z"
    clasp = box(282, 484, 36, 40, "#D9B25A", corner=8) + box(292, 494, 16, 20, darker("#D9B25A", 0.2), corner=4)
    seam = line("M176 380V438C192 488 246 494 300 494C354 494 408 488 424 438V380", INK, 2.4, 0.22, "7 6")
    return (
        strap
        + fill(body, darker(cloth, 0.1))
        + fill(flap, cloth)
        + seam
        + clasp
        + disc(176, 420, 9, "#D9B25A")
        + disc(424, 420, 9, "#D9B25A")
    )


def _basket(colours: Colouring) -> str:
    cloth = colours.cloth
    handles = line("M226 380C220 210 380 210 374 380", "#8A5A38", 15)
    body = "M146 370H454C456 480 430 570 400 596Q300 612 200 596C170 570 144 480 146 370Z"
    rows = "".join(line(f"M130 {y}Q300 {y + 14} 470 {y}", darker(cloth, 0.32), 3, 0.5) for y in range(376, 600, 18))
    weave = "".join(
        line(f"M{x} {376 + (x // 18 % 2) * 9}v220", darker(cloth, 0.3), 3, 0.3) for x in range(146, 460, 18)
    )
    rim = box(138, 360, 324, 24, darker(cloth, 0.16), corner=12)
    tabs = box(212, 352, 28, 64, "#8A5A38", corner=6) + box(360, 352, 28, 64, "#8A5A38", corner=6)
    return (
        handles
        + fill(body, cloth)
        + inside("bag", [body], rows + weave)
        + rim
        + tabs
        + flower(300, 470, 30, 8, "#FFFFFF", "#EFB23E")
    )


def _clutch(colours: Colouring) -> str:
    cloth = colours.cloth
    body = "M140 396Q142 376 164 376H436Q458 376 460 396L466 530Q464 552 440 552H160Q136 552 134 530Z"
    chain = line("M150 390C120 250 260 220 300 300C340 372 420 300 450 386", "#C9A64A", 6, 1, "1 9")
    fold = line("M142 400L300 486L458 400", INK, 3, 0.24)
    clasp = disc(290, 372, 11, "#E4C46A") + disc(312, 372, 11, "#D1AC4B")
    return (
        chain
        + fill(body, cloth)
        + inside("bag", [body], sheen(cloth) + shadow("M142 400L300 486L458 400V376H142Z", 0.07))
        + fold
        + clasp
    )


def _backpack(colours: Colouring) -> str:
    cloth = colours.cloth
    loop = line("M268 210C266 160 334 160 332 210", darker(cloth, 0.3), 13)
    straps = line(both((118, 320), ((176, 380), (128, 560)), closed=False), darker(cloth, 0.3), 20)
    body = symmetric((0, 196), ((96, 196), (140, 230), (142, 320)), ((148, 560),), ((146, 604), (0, 606)))
    pocket = "M206 430H394Q406 430 406 444V556Q406 576 388 576H212Q194 576 194 556V444Q194 430 206 430Z"
    zips = line("M186 300C220 236 380 236 414 300M206 452H394", lighter(cloth, 0.5), 4) + line(
        "M396 452v24", "#D9B25A", 6
    )
    return (
        loop
        + straps
        + fill(body, cloth)
        + fill(pocket, darker(cloth, 0.1))
        + line(pocket, INK, 2.4, 0.18)
        + zips
        + box(262, 340, 76, 40, darker(cloth, 0.2), corner=8)
    )


_KINDS: dict[str, Callable[[Colouring], str]] = {
    "tote": _tote,
    "crossbody": _crossbody,
    "basket": _basket,
    "clutch": _clutch,
    "backpack": _backpack,
}
