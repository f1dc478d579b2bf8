"""Tees, tanks, blouses, shirts and jumpers."""

from collections.abc import Set

from leadnurturebot.demo_shop.pictures.bodice import SLEEVES, Bodice, bodice, collar, edging
from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, centred, disc, fill, inside, line
from leadnurturebot.demo_shop.pictures.palette import Colouring, darker, edge, hollow, lighter, sleeve_tone
from leadnurturebot.demo_shop.pictures.paths import Segment, both, outline, symmetric
from leadnurturebot.demo_shop.pictures.prints import printed, ribs, shadow, textured

TOP = 170


def draw_top(traits: Set[str], colours: Colouring, seed: str) -> Drawing:
    """A top with the given traits, about the middle of the canvas."""
    if "off" in traits:
        return _off_shoulder(colours, seed)
    wide = 112 if {"fitted", "thin"} & traits else 140 if "loose" in traits else 124
    cut = bodice(traits, top=TOP, shoulder=wide + 8, chest=wide - 4, pit=296 if wide < 130 else 306)
    hem = 470 if "crop" in traits else 575 if "tank" not in traits else 545
    body = symmetric((0, cut.low), *cut.neckline(), *cut.shoulder(), *_sides(traits, wide, hem))
    parts = [
        _hood(cut, colours.cloth) if "hood" in traits else "",
        fill(cut.inside(), hollow(colours.cloth)),
        fill(cut.sleeves(), sleeve_tone(colours.cloth)) if cut.sleeves() else "",
        fill(body, colours.cloth),
        inside(
            "cloth",
            [body, cut.sleeves() or body],
            textured(traits, colours.cloth, seed) + printed(colours, seed, upright="collar" in traits),
        ),
        line(cut.armholes(), INK, 2.6, 0.17) if cut.sleeves() else "",
        inside("trim", [body], _folds(wide, hem) + _trim(traits, cut, colours, hem)),
        _knitted_edges(cut, colours.cloth, body, hem) if "ribhem" in traits else "",
        _neck(traits, cut, colours),
    ]
    return centred("".join(parts), TOP - (70 if "hood" in traits else 10), hem + 10, 1.28 if "crop" in traits else 1.14)


def _sides(traits: Set[str], wide: float, hem: float) -> tuple[Segment, ...]:
    """From the pit down to the hem's middle."""
    waist = wide - 22 if "fitted" in traits else wide - 4
    flare = wide + 14 if "loose" in traits else wide - 6
    side = ((waist, (296 + hem) / 2 - 20), (waist + 2, hem - 60), (flare, hem))
    if "collar" in traits and "crop" not in traits:
        return ((*side[:2], (flare, hem - 26)), ((flare - 8, hem + 4), (0, hem + 12)))
    return (side, ((flare * 0.5, hem + 10), (0, hem + 10)))


def _folds(wide: float, hem: float) -> str:
    side = outline(
        (wide - 10, 316),
        ((wide * 0.7, hem - 110), (wide * 0.66, hem + 20)),
        ((wide + 40, hem + 20),),
        ((wide + 40, 316),),
    )
    crease = outline((-wide * 0.6, 330), ((-wide * 0.5, 430), (-wide * 0.78, hem + 10)), ((-wide * 0.9, hem + 10),))
    return shadow(side, 0.05) + shadow(crease, 0.05)


def _trim(traits: Set[str], cut: Bodice, colours: Colouring, hem: int) -> str:
    dark, parts = edge(colours.cloth, 0.24), []
    if "buttons" in traits:
        parts.append(line(f"M290 {cut.low:.4g}V{hem + 20}M310 {cut.low:.4g}V{hem + 20}", INK, 2, 0.13))
        parts += [
            disc(300, y, 4.6, lighter(dark, 0.1)) + disc(300, y, 1.8, colours.cloth)
            for y in range(int(cut.low) + 18, hem - 6, 44)
        ]
    if "pocket" in traits:
        parts.append(line("M336 300h58v46l-29 14l-29 -14Z", INK, 2.4, 0.2))
    if "pouch" in traits:
        parts.append(
            fill(
                symmetric((0, 442), ((62, 442),), ((92, 520),), ((92, 556),), ((0, 556),)), darker(colours.cloth, 0.09)
            )
            + line(both((62, 442), ((92, 520),), closed=False), INK, 3, 0.25)
        )
    return "".join(parts)


def _neck(traits: Set[str], cut: Bodice, colours: Colouring) -> str:
    cloth, dark = colours.cloth, edge(colours.cloth, 0.14)
    if "collar" in traits:
        return collar(cut, cloth)
    if "polo" in traits:
        buttons = "".join(disc(300, y, 4, lighter(cloth, 0.7)) for y in (232, 254, 276))
        return fill("M288 214h24v84h-24Z", dark) + buttons + collar(cut, darker(cloth, 0.06), 20)
    if "roll" in traits or ("high" in traits and "bow" not in traits):
        tall = 44 if "roll" in traits else 20
        band = symmetric((0, TOP - tall), ((36, TOP - tall),), ((46, TOP + 8),), ((30, TOP + 22), (0, TOP + 24)))
        return fill(band, dark) + inside("roll", [band], ribs(cloth, 9))
    if "bow" in traits:
        return _bow(cloth)
    if "tie" in traits:
        return edging(cut, cloth) + line(
            f"M300 {cut.low:.4g}C286 {cut.low + 40:.4g} 284 {cut.low + 70:.4g} 276 {cut.low + 96:.4g}"
            f"M300 {cut.low:.4g}C310 {cut.low + 44:.4g} 318 {cut.low + 60:.4g} 320 {cut.low + 88:.4g}",
            darker(cloth, 0.3),
            4,
            0.8,
        )
    return "" if "hood" in traits else edging(cut, cloth)


def _bow(cloth: str) -> str:
    dark = darker(cloth, 0.16)
    band = symmetric((0, TOP - 16), ((34, TOP - 14),), ((44, TOP + 8),), ((0, TOP + 22),))
    tails = "M296 196L262 330L292 322L306 200ZM300 196L322 350L346 334L312 196Z"
    loops = "M300 196Q250 152 234 184Q232 226 300 196Q350 152 366 184Q368 226 300 196Z"
    return (
        fill(band, dark)
        + fill(tails, darker(cloth, 0.22))
        + fill(loops, darker(cloth, 0.1))
        + line(loops, INK, 2, 0.2)
        + disc(300, 196, 11, dark)
    )


def _hood(cut: Bodice, cloth: str) -> str:
    outer = symmetric((0, TOP - 84), ((64, TOP - 84), (84, TOP - 10), (58, TOP + 22)), ((0, TOP + 60),))
    inner = symmetric((0, TOP - 56), ((44, TOP - 56), (58, TOP), (40, TOP + 16)), ((0, TOP + 52),))
    return fill(outer, darker(cloth, 0.1)) + fill(inner, darker(cloth, 0.34))


def _knitted_edges(cut: Bodice, cloth: str, body: str, hem: float) -> str:
    """Ribbed bands at hem and cuffs."""
    band = f"M100 {hem - 26}H500V{hem + 30}H100Z"
    waistband = inside("hem", [body], fill(band, edge(cloth, 0.12)) + inside("hemribs", [band], ribs(cloth, 10)))
    if cut.sleeve not in SLEEVES:
        return waistband
    return waistband + line(cut.cuffs(26), edge(cloth, 0.3), 3, 0.6) + line(cut.cuffs(12), edge(cloth, 0.26), 8, 0.28)


def _off_shoulder(colours: Colouring, seed: str) -> Drawing:
    """A frilled band below bare shoulders."""
    cloth = colours.cloth
    body = symmetric((0, 280), ((96, 272),), ((88, 360), (92, 430), (104, 500)), ((0, 512),))
    sleeve = both((96, 258), ((160, 262), (196, 340), (176, 424)), ((132, 434),), ((120, 380), (98, 352)))
    frill = symmetric(
        (0, 268),
        ((80, 266), (130, 252)),
        ((150, 300), (146, 338)),
        ((126, 350), (100, 338)),
        ((70, 360), (40, 348)),
        ((20, 356), (0, 348)),
    )
    band = both((0, 268), ((80, 266), (130, 252)), closed=False)
    cuffs = both((180, 410), ((133, 420),), closed=False)
    gathers = "".join(line(f"M{x} {282 + abs(x - 300) // 14 * -1}v40", INK, 2, 0.1) for x in range(180, 430, 22))
    drawn = (
        fill(sleeve, darker(cloth, 0.08))
        + fill(body, cloth)
        + inside("cloth", [body, sleeve], printed(colours, seed) + _folds(104, 500))
    )
    drawn += (
        fill(frill, darker(cloth, 0.035))
        + line(frill, INK, 2, 0.14)
        + gathers
        + line(band, darker(cloth, 0.2), 5, 0.7)
        + line(cuffs, INK, 3, 0.2)
    )
    return centred(drawn, 250, 512, 1.4)
