"""Jeans, trousers, shorts and skirts."""

from collections.abc import Set

from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, box, centred, disc, fill, inside, line
from leadnurturebot.demo_shop.pictures.palette import DENIM, PAINTS, Colouring, darker, lighter
from leadnurturebot.demo_shop.pictures.paths import both, outline, symmetric
from leadnurturebot.demo_shop.pictures.prints import printed, seams, shadow, sheen

TOP = 110
# Outer and inner edge of the leg's end, and its height.
_LEGS = {
    "skinny": (96, 46, 690),
    "tapered": (104, 48, 680),
    "straightleg": (112, 32, 700),
    "wideleg": (150, 18, 706),
    "shorts": (134, 12, 400),
}
# Half width at hip and hem, and hem height.
_SKIRTS = {"mini": (112, 118, 400), "knee": (112, 92, 520), "midi": (112, 176, 590)}


def denim(colours: Colouring) -> Colouring:
    """The same colour name as denim cloth."""
    name = next((name for name, paint in PAINTS.items() if paint == colours.cloth), "")
    cloth = DENIM.get(name, colours.cloth)
    return Colouring(cloth, cloth, "")


def draw_trousers(traits: Set[str], colours: Colouring, seed: str) -> Drawing:
    """Trousers, jeans or shorts."""
    colours = denim(colours) if "jeans" in traits else colours
    out, inner, hem = next(_LEGS[name] for name in _LEGS if name in traits)
    hip, crotch = 108, 300
    body = symmetric(
        (0, TOP), ((78, TOP - 2),), ((82, TOP + 30),), ((96, 170), (hip, 220), (hip + 2, 270)),
        ((hip + (out - hip) * 0.4, hem - 190 if hem > 500 else 330), (out, hem)), ((inner, hem + 8),),
        ((10, crotch + 40), (0, crotch)),
    )  # fmt: skip
    cloth = colours.cloth
    parts = [
        fill(symmetric((0, TOP - 12), ((70, TOP - 10), (78, TOP)), ((0, TOP + 10),)), darker(cloth, 0.36)),
        fill(body, cloth),
        inside(
            "cloth", [body], printed(colours, seed) + _leg_folds(out, hem) + _leg_trim(traits, colours, out, inner, hem)
        ),
        _waistband(traits, cloth),
    ]
    return centred("".join(parts), TOP - 12, hem + 8, 1.02 if hem > 500 else 1.42)


def _leg_folds(out: float, hem: float) -> str:
    inner = both((0, 300), ((26, 420), (34, hem + 20)), ((0, hem + 20),))
    side = outline((92, 200), ((112, 400), (out - 22, hem + 20)), ((out + 30, hem + 20),), ((130, 260),))
    return shadow(inner, 0.09) + shadow(side, 0.06)


def _leg_trim(traits: Set[str], colours: Colouring, out: float, inner: float, hem: float) -> str:
    cloth = colours.cloth
    if "jeans" in traits:
        fade = "".join(
            f'<ellipse cx="{x}" cy="380" rx="26" ry="130" fill="#FFFFFF" fill-opacity=".1"/>' for x in (232, 368)
        )
        pockets = both((30, TOP + 36), ((44, 196), (102, 200)), closed=False)
        fly = "M300 140V246C300 268 318 268 320 240V142"
        ends = both((out + 6, hem - 16), ((inner - 4, hem - 8),), closed=False)
        turn = (
            fill(
                both(
                    (out + 20, hem - 34), ((inner - 20, hem - 26),), ((inner - 20, hem + 20),), ((out + 20, hem + 20),)
                ),
                lighter(cloth, 0.45),
            )
            if {"turnup"} & traits or "shorts" in traits
            else ""
        )
        return fade + seams(pockets) + seams(fly) + seams(ends) + line("M300 262V300", INK, 2.6, 0.25) + turn
    parts = [
        line("M300 140V296", INK, 2.6, 0.22),
        line(both((52, TOP + 34), ((92, 206),), closed=False), INK, 2.8, 0.22),
    ]
    if "crease" in traits or "chino" in traits or "pleats" in traits:
        parts.append(line(both((50, 160), ((64, 340), ((out + inner) / 2, hem)), closed=False), INK, 2.4, 0.16))
    if "pleats" in traits:
        parts.append(line(both((30, TOP + 30), ((36, 210),), closed=False), INK, 2.6, 0.24))
    if {"drawstring", "chino"} & traits:
        parts.append(line(both((out + 6, hem - 14), ((inner - 4, hem - 6),), closed=False), INK, 2.4, 0.2))
    return "".join(parts)


def _waistband(traits: Set[str], cloth: str) -> str:
    band = symmetric((0, TOP), ((78, TOP - 2),), ((82, TOP + 30),), ((0, TOP + 34),))
    parts = [
        fill(band, darker(cloth, 0.1)),
        line(both((82, TOP + 30), ((40, TOP + 34), (0, TOP + 34)), closed=False), INK, 2, 0.22),
    ]
    if "drawstring" in traits:
        gathers = "".join(f"M{x} {TOP + 4}v24" for x in range(228, 376, 12))
        cord = lighter(cloth, 0.8) if cloth != PAINTS["white"] else "#C8B58F"
        parts += [
            line(gathers, INK, 2, 0.16),
            line(f"M294 {TOP + 20}C284 160 280 190 284 214M306 {TOP + 20}C316 160 318 180 314 206", cord, 5),
        ]
    else:
        parts += [
            fill(both((46, TOP - 4), ((54, TOP - 4),), ((54, TOP + 38),), ((46, TOP + 38),)), darker(cloth, 0.2)),
            disc(300, TOP + 17, 6, "#C98B4A" if "jeans" in traits else darker(cloth, 0.4)),
        ]
    return "".join(parts)


def draw_skirt(traits: Set[str], colours: Colouring, seed: str) -> Drawing:
    """A skirt by length and shape."""
    colours = denim(colours) if "denim" in traits else colours
    hip, wide, hem = next(_SKIRTS[name] for name in _SKIRTS if name in traits)
    wide = 150 if "bias" in traits else 160 if "wrap" in traits else wide
    cloth = colours.cloth
    side = (
        ((hip - 4, TOP + 90), (hip + (wide - hip) * 0.3 + 10, TOP + 200), (wide, hem))
        if hem > 450
        else ((hip, TOP + 80), (hip + 4, TOP + 160), (wide, hem))
    )
    body = symmetric((0, TOP), ((76, TOP - 2),), ((78, TOP + 26),), side, ((wide * 0.5, hem + 20), (0, hem + 18)))
    drawn = _skirt_cloth(traits, colours, seed, wide, hem)
    back = fill(symmetric((0, TOP - 12), ((68, TOP - 10), (76, TOP)), ((0, TOP + 10),)), darker(cloth, 0.36))
    band = symmetric((0, TOP), ((76, TOP - 2),), ((79, TOP + 26),), ((0, TOP + 30),))
    parts = [
        back,
        fill(body, cloth),
        inside("cloth", [body], drawn),
        fill(band, darker(cloth, 0.14)),
        _skirt_trim(traits, colours),
    ]
    return centred("".join(parts), TOP - 12, hem + 18, 1.16 if hem > 450 else 1.42)


def _skirt_cloth(traits: Set[str], colours: Colouring, seed: str, wide: float, hem: float) -> str:
    parts = [printed(colours, seed), sheen(colours.cloth) if "sheen" in traits else ""]
    if "pleated" in traits:
        parts += [
            line(
                outline(
                    (76 * at / 9, TOP + 28), ((wide * at / 9 * 0.8, hem - 160), (wide * at / 9, hem + 26)), closed=False
                ),
                INK,
                3.2,
                0.2,
            )
            for at in range(-9, 10)
        ]
    elif "denim" in traits:
        parts.append(
            seams(both((26, TOP + 30), ((40, 186), (112, 188)), closed=False))
            + seams(f"M300 138V230M150 {hem - 10}Q300 {hem + 4} 450 {hem - 10}")
        )
    elif "pencil" in traits:
        parts.append(
            shadow(f"M300 {hem - 96}L314 {hem + 30}H286Z", 0.28)
            + line(both((40, 140), ((44, 200),), closed=False), INK, 2.4, 0.2)
        )
    else:
        wedges = ((-0.75, 0.08), (-0.28, 0.08), (0.2, 0.09), (0.58, 0.11))
        parts += [
            shadow(
                outline(
                    (76 * at, TOP + 26),
                    ((wide * at * 0.8, hem - 160), (wide * at, hem + 30)),
                    ((wide * (at + 0.14), hem + 30),),
                ),
                strength,
            )
            for at, strength in wedges
        ]
    if "wrap" in traits:
        parts.append(line(f"M352 {TOP + 26}C392 260 380 420 330 {hem + 30}", INK, 4, 0.24))
    return "".join(parts)


def _skirt_trim(traits: Set[str], colours: Colouring) -> str:
    dark = darker(colours.cloth, 0.28)
    if "wrap" in traits:
        bow = (
            f"M352 {TOP + 14}Q318 {TOP - 22} 312 {TOP + 14}Q318 {TOP + 40} 352"
            f" {TOP + 14}Q392 {TOP - 24} 396 {TOP + 12}Q388 {TOP + 42} 352 {TOP + 14}Z"
        )
        return fill(
            f"M348 {TOP + 16}L332 {TOP + 112}L350 {TOP + 106}L358 {TOP + 20}"
            f"ZM352 {TOP + 14}L384 {TOP + 98}L396 {TOP + 84}L362 {TOP + 14}Z",
            darker(colours.cloth, 0.2),
        ) + fill(bow, dark)
    if "denim" in traits:
        return disc(300, TOP + 14, 6, "#C98B4A")
    return box(370, TOP + 2, 5, 22, dark, 0.6)
