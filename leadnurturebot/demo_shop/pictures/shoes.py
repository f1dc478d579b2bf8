"""Shoes: a pair, one behind the other, seen from the side with the toe to the right."""

from collections.abc import Callable, Set

from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, box, centred, disc, fill, inside, line, moved
from leadnurturebot.demo_shop.pictures.palette import PAINTS, Colouring, brightness, darker, lighter

RUBBER, JUTE = "#EFEAE0", "#C9A972"


def draw_shoes(traits: Set[str], colours: Colouring, _seed: str) -> Drawing:
    """A pair of the kind named in the traits."""
    draw = next(_KINDS[name] for name in _KINDS if name in traits)
    rear = draw(Colouring(darker(colours.cloth, 0.12), colours.accent, ""), "rear")
    pair = moved(rear, dx=-34, dy=-62, scale=1.02) + moved(draw(colours, "front"), dx=22, dy=44, scale=1.1)
    return centred(pair, _TOPS.get(draw.__name__, 270), 590)


def _sneaker(colours: Colouring, name: str) -> str:
    cloth = colours.cloth
    upper = (
        "M130 470C128 420 124 384 136 346C150 340 176 350 196 352C214 346"
        " 238 352 250 366C290 396 340 410 392 424C446 436 472 452 474 486H132Z"
    )
    sole = "M124 478H480C490 500 484 522 464 524H146C126 522 120 500 124 478Z"
    tongue = "M196 352C204 326 232 318 246 334L262 372L226 378Z"
    laces = "".join(
        line(
            f"M{236 + at * 26} {372 + at * 13}L{262 + at * 26} {352 + at * 17}",
            "#FFFFFF" if brightness(cloth) < 0.8 else "#CFCBC2",
            7,
        )
        for at in range(4)
    )
    trim = line("M150 410C190 430 200 460 204 478M392 424C372 440 366 460 368 478", INK, 2.6, 0.16)
    return (
        fill(tongue, darker(cloth, 0.12))
        + fill(upper, cloth)
        + inside(name, [upper], fill("M120 340h46c-6 40 -6 90 2 140h-48Z", darker(cloth, 0.13)))
        + trim
        + laces
        + fill(sole, RUBBER)
        + line("M126 494H482", INK, 2.4, 0.14)
    )


def _canvas(colours: Colouring, name: str) -> str:
    cap = "M408 486C408 452 420 436 440 434C468 442 478 462 478 486Z"
    foxing = line("M126 502H482", colours.cloth if brightness(colours.cloth) < 0.8 else PAINTS["navy"], 5)
    return _sneaker(colours, name) + fill(cap, RUBBER) + line(cap, INK, 2, 0.12) + foxing


def _ballet(colours: Colouring, _name: str) -> str:
    cloth = colours.cloth
    shape = (
        "M128 448C122 484 132 506 160 508H440C478 508 490 492 478 474C456"
        " 452 420 446 384 446C352 462 262 476 206 462C176 456 146 428 128 448Z"
    )
    lining = "M140 450C170 440 190 470 250 472C310 474 350 462 384 448C350 434 330 452 268 456C210 458 170 426 140 450Z"
    bow = "M392 452Q366 430 362 452Q364 470 392 454Q420 430 424 452Q420 470 392 454Z"
    return (
        fill(shape, cloth)
        + fill(lining, darker(cloth, 0.34))
        + line("M140 508H470", "#6B4B36", 7)
        + fill(bow, darker(cloth, 0.26))
        + disc(392, 453, 5, darker(cloth, 0.4))
    )


def _wedge(colours: Colouring, name: str) -> str:
    sole = (
        "M122 392C150 430 240 470 330 482C400 486 462 484 482 500C488 520 470 526 440 526H138C122 490 116 440 122 392Z"
    )
    weave = "".join(
        line(f"M110 {y}C220 {y + 8} 360 {y + 6} 490 {y + 2}", darker(JUTE, 0.3), 3, 0.45) for y in range(400, 530, 15)
    )
    toe = "M322 484C324 444 366 428 410 440C452 452 480 472 482 500C440 486 370 486 322 484Z"
    heel = "M124 396C116 362 124 336 150 330C176 340 180 376 184 424C160 416 138 406 124 396Z"
    ties = line(
        "M146 338C190 330 214 338 220 322C224 300 170 290 140 306C128 318 150 340 200 352C214 356 226 352 232 344",
        darker(colours.cloth, 0.1),
        8,
    )
    return (
        ties
        + fill(sole, JUTE)
        + inside(name, [sole], weave)
        + fill(heel, colours.cloth)
        + fill(toe, colours.cloth)
        + line(toe, INK, 2, 0.15)
    )


def _sandal(colours: Colouring, _name: str) -> str:
    cloth = colours.cloth
    sole = (
        "M124 486C180 470 240 486 300 492C380 494 440 484 484 496C492 512 480 522 456 522H148C126 520 116 504 124 486Z"
    )
    straps = line(
        "M190 484C210 420 250 400 268 392M190 484C204 430 170 390 156 372C190 356 250 372 276 390"
        "C300 430 290 470 286 490M350 494C352 454 386 440 410 452"
        "C430 462 436 478 436 490M300 490C330 440 360 440 372 446",
        cloth,
        13,
    )
    shine = line("M190 480C210 420 250 400 268 392", lighter(cloth, 0.35), 3, 0.7)
    return (
        fill(sole, "#C79A67")
        + line("M130 518H470", "#6B4B36", 8)
        + straps
        + shine
        + box(258, 380, 22, 22, "#D9B25A", corner=4)
        + box(264, 386, 10, 10, cloth, corner=2)
    )


def _pump(colours: Colouring, _name: str) -> str:
    cloth = colours.cloth
    shape = (
        "M128 380C116 420 128 446 156 458C230 470 300 506 360 516C420 524 470 520 486 506C478 480"
        " 440 466 400 458C372 462 340 458 300 440C250 416 210 404 176 396C160 386 144 366 128 380Z"
    )
    lining = "M140 384C170 386 236 404 300 436C340 454 372 460 398 458C350 440 330 440 290 418C230 390 170 372 140 384Z"
    heel = "M132 438C140 462 176 462 196 468L184 526H146Z"
    return (
        fill(heel, darker(cloth, 0.2))
        + fill(shape, cloth)
        + fill(lining, darker(cloth, 0.4))
        + line("M300 506C350 522 430 526 480 512", "#3A2A22", 6)
    )


def _chelsea(colours: Colouring, name: str) -> str:
    cloth = colours.cloth
    shape = (
        "M150 250C180 240 250 240 276 250C272 320 270 360 284 392C330 412"
        " 410 424 452 444C480 460 482 480 480 500H138C132 420 142 340 150 250Z"
    )
    elastic = "M196 262C222 258 240 260 250 264C246 320 240 360 226 396C208 360 198 310 196 262Z"
    ribs = "".join(line(f"M{x} 250V400", "#FFFFFF", 2, 0.2) for x in range(196, 256, 8))
    sole = "M132 496H484C490 512 484 522 470 522H250L240 530H140C130 522 128 508 132 496Z"
    loop = line("M150 252C140 220 166 214 168 250", darker(cloth, 0.3), 8)
    return (
        loop
        + fill(shape, cloth)
        + fill(elastic, darker(cloth, 0.45))
        + inside(name, [elastic], ribs)
        + line("M284 392C262 420 220 440 142 446", INK, 2.6, 0.2)
        + fill(sole, "#2E2A28")
    )


def _desert(colours: Colouring, _name: str) -> str:
    cloth = colours.cloth
    shape = (
        "M146 300C180 290 236 288 262 300C268 350 286 380 330 402C390 414"
        " 450 430 474 456C484 474 482 486 480 498H136C130 430 138 360 146 300Z"
    )
    flap = "M262 300C226 330 214 370 216 408C256 404 296 400 330 402C290 380 268 350 262 300Z"
    laces = (
        line("M232 342L276 352M226 374L298 384", "#5B4632", 7)
        + disc(232, 342, 5, "#5B4632")
        + disc(226, 374, 5, "#5B4632")
    )
    sole = "M128 492H486C492 512 484 526 464 526H148C128 524 122 508 128 492Z"
    return (
        fill(shape, cloth)
        + fill(flap, darker(cloth, 0.1))
        + line(flap, INK, 2, 0.2)
        + laces
        + fill(sole, "#E5CFA4")
        + line("M130 506H486", INK, 2, 0.18)
    )


def _loafer(colours: Colouring, _name: str) -> str:
    cloth = colours.cloth
    shape = (
        "M128 404C150 388 176 394 196 406C236 424 270 420 300 414C370 412"
        " 440 432 474 464C486 480 484 492 480 502H134C124 470 120 430 128 404Z"
    )
    lining = "M138 402C166 396 180 402 196 408C236 426 270 422 300 414C270 400 240 398 210 392C180 384 150 384 138 402Z"
    apron = line("M300 416C320 470 400 470 458 452", INK, 4, 0.3)
    saddle = fill("M276 420C300 408 324 408 346 414L352 486C328 492 300 492 280 484Z", darker(cloth, 0.18)) + fill(
        "M298 440h32l-6 14h-20Z", darker(cloth, 0.5)
    )
    sole = "M130 498H486C490 510 484 520 468 520H216V530H142C130 524 126 510 130 498Z"
    return fill(shape, cloth) + fill(lining, darker(cloth, 0.42)) + apron + saddle + fill(sole, "#33261F")


_KINDS: dict[str, Callable[[Colouring, str], str]] = {
    "sneaker": _sneaker, "canvas": _canvas, "ballet": _ballet, "wedge": _wedge, "sandal": _sandal, "pump": _pump,
    "chelsea": _chelsea, "desert": _desert, "loafer": _loafer,
}  # fmt: skip
# Where the pair begins; flat shoes are lower than boots.
_TOPS = {"_ballet": 330, "_sandal": 300, "_wedge": 230, "_chelsea": 180, "_desert": 230}
