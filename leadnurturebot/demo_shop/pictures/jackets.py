"""Blazers, jackets, coats and cardigans: a body that opens in front."""

from collections.abc import Set

from leadnurturebot.demo_shop.pictures.bodice import Bodice, bodice, collar
from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, box, centred, disc, fill, inside, line
from leadnurturebot.demo_shop.pictures.palette import Colouring, brightness, darker, lighter, sleeve_tone
from leadnurturebot.demo_shop.pictures.paths import Segment, both, outline, symmetric
from leadnurturebot.demo_shop.pictures.prints import printed, ribs, seams, shadow, textured

TOP = 150
_HEMS = {"coat": (690, 1.0), "crop": (500, 1.22)}


def draw_jacket(traits: Set[str], colours: Colouring, seed: str) -> Drawing:
    """A jacket with the given traits, about the middle of the canvas."""
    hem, scale = next((_HEMS[name] for name in _HEMS if name in traits), (560, 1.14))
    wide = 108 if "fitted" in traits else 132 if "loose" in traits else 118
    cut = bodice({"collar", "long"}, top=TOP, shoulder=wide + 12, chest=wide, pit=284)
    body = symmetric((0, TOP + 4), ((cut.half, TOP),), *cut.shoulder(), *_sides(traits, wide, hem))
    parts = [
        fill(cut.sleeves(), sleeve_tone(colours.cloth)),
        fill(body, colours.cloth),
        inside("cloth", [body, cut.sleeves()], textured(traits, colours.cloth, seed) + printed(colours, seed)),
        line(cut.armholes(), INK, 3, 0.2),
        inside("front", [body], _shade(wide, hem) + _front(traits, cut, colours, hem)),
        _cuffs(traits, cut, colours.cloth),
        _collar(traits, cut, colours.cloth),
    ]
    return centred("".join(parts), TOP - 20, hem + 8, scale)


def _sides(traits: Set[str], wide: float, hem: float) -> tuple[Segment, ...]:
    waist = wide - 20 if "fitted" in traits else wide - 6
    flare = wide + 16 if "coat" in traits else wide - 2
    side = ((waist, 360), (waist - 4 if "coat" not in traits else waist + 4, 430), (flare, hem))
    return (side, ((flare * 0.5, hem + 8), (0, hem + 8)))


def _shade(wide: float, hem: float) -> str:
    return shadow(
        outline(
            (wide - 8, 300), ((wide * 0.74, 420), (wide * 0.7, hem + 20)), ((wide + 50, hem + 20),), ((wide + 50, 300),)
        ),
        0.06,
    )


def _front(traits: Set[str], cut: Bodice, colours: Colouring, hem: float) -> str:
    cloth = colours.cloth
    parts = [_opening(traits, cloth, hem)]
    if "cardigan" in traits:
        parts.append(_cardigan(traits, cloth, hem))
    if {"onebutton", "twobutton", "double"} & traits:
        parts.append(_buttons(traits, cloth))
    if "belt" in traits:
        dark = darker(cloth, 0.2)
        parts.append(
            box(150, 402, 300, 30, dark)
            + box(286, 396, 40, 42, lighter(dark, 0.1), corner=6)
            + box(295, 405, 22, 24, dark, corner=3)
        )
    parts.append(_pockets(traits, cloth, hem))
    return "".join(parts)


def _opening(traits: Set[str], cloth: str, hem: float) -> str:
    """The edge in front, and what a lapel shows beneath."""
    if {"notch", "peak"} & traits:
        deep = 400 if "onebutton" in traits else 330
        shirt = symmetric((0, TOP - 6), ((44, TOP - 8),), ((10, deep - 40), (0, deep)))
        lean = 16 if "double" in traits else 4
        return fill(shirt, darker(cloth, 0.5)) + line(
            f"M300 {deep}C{300 + lean} {deep + 80} {300 + lean} {hem - 60} {300 - 26} {hem + 10}", INK, 3, 0.3
        )
    if "biker" in traits:
        return line(f"M268 {TOP + 60}L322 {hem + 10}", "#C9CDD2", 5) + line(
            f"M268 {TOP + 60}L322 {hem + 10}", INK, 1.6, 0.5, "3 4"
        )
    if {"bomber", "puffer"} & traits:
        metal = lighter(cloth, 0.55) if brightness(cloth) < 0.7 else darker(cloth, 0.4)
        return line(f"M300 {TOP}V{hem + 10}", metal, 5) + line(f"M300 {TOP}V{hem + 10}", INK, 2, 0.5, "4 4")
    if {"trucker", "shirtcollar"} & traits:
        strip = box(288, TOP, 24, hem - TOP + 20, darker(cloth, 0.06))
        shine = "#C98B4A" if "trucker" in traits else lighter(cloth, 0.5)
        return strip + "".join(disc(300, y, 6, shine) for y in range(TOP + 76, int(hem), 58))
    return ""


def _cardigan(traits: Set[str], cloth: str, hem: float) -> str:
    low = 330 if "v" in traits else 190
    hole = symmetric((0, TOP - 10), ((46, TOP - 10),), ((40, TOP + 30), (0, low)))
    band = both((46, TOP - 8), ((42, TOP + 36), (4, low)), closed=False)
    dark = darker(cloth, 0.16)
    strip = box(290, low - 4, 20, hem - low + 30, dark) + "".join(
        disc(300, y, 6.5, darker(cloth, 0.5)) for y in range(low + 16, int(hem), 46)
    )
    return fill(hole, darker(cloth, 0.42)) + line(band, dark, 13) + strip + box(120, hem - 20, 360, 40, dark, 0.8)


def _buttons(traits: Set[str], cloth: str) -> str:
    spots = {
        "onebutton": [(306, 408)],
        "twobutton": [(306, 346), (306, 402)],
        "double": [(x, y) for y in (352, 412, 470) for x in (268, 336)],
    }
    chosen = next(spots[name] for name in spots if name in traits)
    ink = darker(cloth, 0.45) if brightness(cloth) > 0.3 else lighter(cloth, 0.3)
    return "".join(disc(x, y, 8, ink) + disc(x, y, 3, cloth) for x, y in chosen)


def _pockets(traits: Set[str], cloth: str, hem: float) -> str:
    dark, low = darker(cloth, 0.2), 456 if "coat" not in traits else 490
    if "pockets" in traits and "cardigan" not in traits:
        return fill(both((44, low), ((104, low - 8),), ((104, low + 10),), ((44, low + 18),)), dark)
    if "patch" in traits or ("pockets" in traits and "cardigan" in traits):
        return line(both((42, low - 14), ((100, low - 18),), ((98, low + 50),), ((46, low + 54),)), INK, 2.6, 0.24)
    if "trucker" in traits:
        flaps = both((34, 268), ((92, 268),), ((92, 290),), ((63, 302),), ((34, 290),))
        return (
            fill(flaps, darker(cloth, 0.08))
            + seams(flaps)
            + seams(both((40, 302), ((50, hem - 20),), closed=False) + both((86, 302), ((76, hem - 20),), closed=False))
            + seams(f"M150 258H450M120 {hem - 22}H480")
        )
    if "chestpockets" in traits:
        return line(both((30, 280), ((94, 280),), ((94, 350),), ((30, 350),)), INK, 2.6, 0.26) + fill(
            both((28, 276), ((96, 276),), ((96, 300),), ((28, 300),)), darker(cloth, 0.1)
        )
    if "biker" in traits:
        return line("M214 390l52 -14M346 372l50 -14M344 300l44 -16", "#C9CDD2", 4)
    if {"bomber", "puffer"} & traits:
        return line(both((60, 452), ((92, 402),), closed=False), darker(cloth, 0.45), 4, 0.8)
    return ""


def _cuffs(traits: Set[str], cut: Bodice, cloth: str) -> str:
    if {"bomber", "cardigan"} & traits:
        return line(cut.cuffs(12), darker(cloth, 0.3), 16, 0.4)
    return line(cut.cuffs(24), INK, 2.6, 0.22)


def _collar(traits: Set[str], cut: Bodice, cloth: str) -> str:
    if "cardigan" in traits:
        return ""
    if {"notch", "peak", "biker"} & traits:
        return _lapels(traits, cloth)
    if "bomber" in traits or "puffer" in traits:
        tall = 12 if "bomber" in traits else 40
        band = symmetric((0, TOP - tall + 6), ((40, TOP - tall),), ((52, TOP + 14),), ((0, TOP + 34),))
        return fill(band, darker(cloth, 0.2)) + inside("band", [band], ribs(cloth, 8))
    inner = symmetric((0, TOP - 12), ((38, TOP - 10),), ((0, TOP + 44),))
    return fill(inner, darker(cloth, 0.45)) + collar(cut, lighter(cloth, 0.06), 50)


def _lapels(traits: Set[str], cloth: str) -> str:
    """Lapels and the collar above them."""
    deep = 400 if "onebutton" in traits else 330
    reach, notch = (84, TOP + 92) if {"peak", "biker"} & traits else (70, TOP + 84)
    peak = -20 if {"peak", "biker"} & traits else 0
    lapel = both(
        (40, TOP - 6), ((54, TOP + 50),), ((reach, notch + peak),), ((2, deep),), ((16, deep - 90), (34, TOP + 30))
    )
    upper = both(
        (34, TOP - 16), ((52, TOP - 2),), ((66, TOP + 62),), ((42, TOP + 70),), ((30, TOP + 20), (28, TOP - 8))
    )
    back = symmetric((0, TOP - 22), ((36, TOP - 20),), ((34, TOP),), ((0, TOP + 4),))
    tone = darker(cloth, 0.12) if brightness(cloth) > 0.3 else lighter(cloth, 0.1)
    return (
        fill(back, darker(cloth, 0.25))
        + fill(lapel, tone)
        + line(lapel, INK, 2.4, 0.28)
        + fill(upper, tone)
        + line(upper, INK, 2.4, 0.28)
    )
