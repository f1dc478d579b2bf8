"""Hats and scarves."""

from collections.abc import Callable, Set

from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, centred, disc, fill, inside, line, oval
from leadnurturebot.demo_shop.pictures.palette import Colouring, darker, lighter
from leadnurturebot.demo_shop.pictures.prints import printed, ribs, shadow


def draw_hat(traits: Set[str], colours: Colouring, _seed: str) -> Drawing:
    """A hat of the kind named in the traits."""
    return centred(next(_HATS[name] for name in _HATS if name in traits)(colours.cloth), 270, 526, 1.2)


def draw_scarf(traits: Set[str], colours: Colouring, seed: str) -> Drawing:
    """A silk square or a long woollen scarf."""
    return (
        centred(_square(colours, seed), 176, 608, 1.14)
        if "square" in traits
        else centred(_long(colours, seed), 196, 656, 1.1)
    )


def _sunhat(cloth: str) -> str:
    crown = "M196 430C196 320 230 290 300 290C370 290 404 320 404 430Z"
    rings = "".join(
        f'<ellipse cx="300" cy="446" rx="{rx}" ry="{rx * 0.3:.4g}" fill="none"'
        f' stroke="{darker(cloth, 0.3)}" stroke-width="2" stroke-opacity=".3"/>'
        for rx in range(120, 220, 16)
    )
    rows = "".join(line(f"M180 {y}Q300 {y + 16} 420 {y}", darker(cloth, 0.3), 2, 0.3) for y in range(300, 410, 15))
    ribbon = "M196 400Q300 430 404 400V438Q300 468 196 438Z"
    bow = "M392 420l44 30l-12 12l16 26l-54 -44Z"
    return (
        oval(300, 446, 220, 66, cloth)
        + rings
        + oval(300, 440, 116, 30, darker(cloth, 0.22))
        + fill(crown, cloth)
        + inside("hat", [crown], rows + shadow("M360 280C380 330 384 400 380 440H420V280Z", 0.08))
        + fill(ribbon, "#FBFAF7")
        + fill(bow, "#EFEBE2")
    )


def _bucket(cloth: str) -> str:
    brim = "M180 430C200 410 400 410 420 430C450 470 470 500 476 520C420 560 180 560 124 520C130 500 150 470 180 430Z"
    crown = "M206 300C240 282 360 282 394 300C410 350 418 400 420 436Q300 470 180 436C182 400 190 350 206 300Z"
    stitches = "".join(
        line(
            f"M{164 - at * 12} {456 + at * 20}Q300 {500 + at * 26} {436 + at * 12} {456 + at * 20}",
            INK,
            2.2,
            0.2,
            "7 6",
        )
        for at in range(3)
    )
    return (
        fill(brim, darker(cloth, 0.08))
        + stitches
        + fill(crown, cloth)
        + line("M206 300Q300 326 394 300M180 436Q300 470 420 436", INK, 3, 0.2)
        + inside("hat", [crown], shadow("M360 270C376 330 384 400 380 460H430V270Z", 0.07))
        + disc(222, 384, 4, darker(cloth, 0.4))
        + disc(240, 388, 4, darker(cloth, 0.4))
    )


def _beanie(cloth: str) -> str:
    crown = "M176 450C166 320 220 256 300 256C380 256 434 320 424 450Z"
    cuff = "M160 430Q300 462 440 430Q450 470 444 516Q300 548 156 516Q150 470 160 430Z"
    return (
        disc(300, 250, 34, lighter(cloth, 0.12))
        + fill(crown, cloth)
        + inside("hat", [crown], ribs(cloth, 14))
        + fill(cuff, darker(cloth, 0.08))
        + inside("cuff", [cuff], ribs(cloth, 14))
        + line("M160 430Q300 462 440 430", INK, 3, 0.22)
    )


def _cap(cloth: str) -> str:
    crown = "M156 450C150 340 210 280 296 280C390 280 436 340 436 448Q300 476 156 450Z"
    brim = "M330 458C400 440 470 448 512 492C516 506 506 512 492 508C440 492 390 490 334 492Z"
    seam = line("M296 280C250 330 240 400 246 460M296 280C360 330 372 400 366 458", INK, 2.4, 0.2)
    return (
        fill(crown, cloth)
        + seam
        + line("M156 450Q300 476 436 448", INK, 3, 0.2)
        + fill(brim, darker(cloth, 0.16))
        + line("M346 478C400 472 450 480 490 496", INK, 2, 0.25, "6 5")
        + disc(296, 280, 10, darker(cloth, 0.2))
        + disc(206, 366, 4, darker(cloth, 0.4))
        + disc(320, 350, 4, darker(cloth, 0.4))
    )


def _square(colours: Colouring, seed: str) -> str:
    """A silk square, one corner folded over."""
    cloth = colours.cloth
    sheet = "M300 176L494 392L300 608L106 392Z"
    border = "M300 204L470 392L300 580L130 392Z"
    fold = "M300 176L494 392L392 430L254 300Z"
    back = fill(fold, darker(cloth, 0.2)) + line("M300 196L474 390", darker(cloth, 0.4), 4, 0.6)
    return (
        fill(sheet, darker(cloth, 0.26))
        + fill(border, cloth)
        + inside("silk", [border], printed(colours, seed))
        + back
        + shadow("M254 300L392 430L380 446L240 316Z", 0.14)
    )


def _long(colours: Colouring, seed: str) -> str:
    """A scarf laid in a loop, its ends fringed."""
    cloth = colours.cloth
    left, right = "M206 300L330 320L300 620L184 604Z", "M282 320L404 296L440 590L326 622Z"
    loop = (
        "M196 268C204 178 396 178 404 268C408 340 340 372 300 372C260 372 192"
        " 340 196 268ZM256 262C260 300 340 300 344 262C340 226 260 226 256 262Z"
    )
    fringe = "".join(line(f"M{186 + at * 12} {606 + at * 1.6:.4g}l-3 40", darker(cloth, 0.1), 5) for at in range(10))
    fringe += "".join(line(f"M{330 + at * 12} {620 - at * 3:.4g}l5 38", darker(cloth, 0.1), 5) for at in range(10))
    return (
        fringe
        + fill(left, darker(cloth, 0.08))
        + fill(right, cloth)
        + inside("ends", [left, right], printed(colours, seed))
        + shadow("M282 320L326 622L312 622L270 322Z", 0.12)
        + f'<path d="{loop}" fill-rule="evenodd" fill="{lighter(cloth, 0.06)}"/>'
        + line("M214 300C250 350 350 350 388 296M206 256C230 200 370 200 396 256", INK, 3, 0.16)
    )


_HATS: dict[str, Callable[[str], str]] = {"sunhat": _sunhat, "bucket": _bucket, "beanie": _beanie, "cap": _cap}
