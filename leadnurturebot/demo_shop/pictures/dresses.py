"""Dresses: a bodice and a skirt of many shapes."""

from collections.abc import Set

from leadnurturebot.demo_shop.pictures.bodice import Bodice, bodice, collar, edging
from leadnurturebot.demo_shop.pictures.marks import INK, Drawing, centred, disc, fill, inside, line
from leadnurturebot.demo_shop.pictures.palette import Colouring, darker, edge, hollow, lighter, sleeve_tone
from leadnurturebot.demo_shop.pictures.paths import Segment, both, outline, symmetric
from leadnurturebot.demo_shop.pictures.prints import printed, seams, shadow, textured

# Hem height before scaling, and the scale that keeps a long dress on the canvas.
_LENGTHS = {"mini": (560, 1.18), "knee": (622, 1.1), "midi": (690, 1.0), "maxi": (742, 0.94)}
# Half width at the hem, and how soon the skirt opens (0 at the hem, 1 at the waist).
_SKIRTS = {
    "full": (204, 0.72), "tiered": (166, 0.65), "flare": (150, 0.6), "smock": (158, 0.4), "straight": (124, 0.5),
    "slip": (112, 0.4), "pencil": (88, 0.2),
}  # fmt: skip
TOP, WAIST = 118, 352


def draw_dress(traits: Set[str], colours: Colouring, seed: str) -> Drawing:
    """A dress with the given traits, about the middle of the canvas."""
    hem, scale = next(_LENGTHS[name] for name in _LENGTHS if name in traits)
    skirt = next(name for name in _SKIRTS if name in traits)
    cut = bodice(traits, top=TOP, shoulder=96, chest=86, pit=232, depth=1 if "wrap" not in traits else 1.25)
    body = symmetric((0, cut.low), *cut.neckline(), *cut.shoulder(), *_lower(skirt, hem))
    parts = [
        fill(cut.inside(), hollow(colours.cloth)),
        fill(cut.sleeves(), sleeve_tone(colours.cloth)) if cut.sleeves() else "",
        fill(body, colours.cloth),
        inside(
            "cloth",
            [body, cut.sleeves() or body],
            textured(traits, colours.cloth, seed) + printed(colours, seed) + _folds(skirt, hem),
        ),
        edging(cut, colours.cloth) if "collar" not in traits else "",
        line(cut.armholes(), INK, 2.4, 0.16) if cut.sleeves() else "",
        inside("trim", [body], _trim(traits, cut, colours, skirt, hem)),
        collar(cut, colours.cloth) if "collar" in traits else "",
    ]
    return centred("".join(parts), TOP - 10, hem + 16, scale)


def _lower(skirt: str, hem: float) -> tuple[Segment, ...]:
    """From the pit down the side and along the hem to the middle."""
    wide, early = _SKIRTS[skirt]
    fall = hem - WAIST
    if skirt == "smock":
        return (((90, 268),), ((104, 300), (wide - 14, hem - 90), (wide, hem)), ((wide * 0.5, hem + 18), (0, hem + 16)))
    if skirt == "pencil":
        return (((66, 300), (70, WAIST)), ((94, WAIST + 46), (100, WAIST + 110), (wide, hem)), ((0, hem + 4),))
    if skirt == "slip":
        return (
            ((74, 300), (76, WAIST)),
            ((98, WAIST + 70), (wide - 8, hem - 120), (wide, hem)),
            ((wide * 0.5, hem + 10), (0, hem + 10)),
        )
    side = ((66 + wide * 0.12, WAIST + fall * (1 - early)), (wide - 26, hem - fall * 0.3), (wide, hem))
    return (((72, 300), (66, WAIST)), side, ((wide * 0.5, hem + 24), (0, hem + 22)))


def _folds(skirt: str, hem: float) -> str:
    """Soft folds falling from the waist."""
    wide = _SKIRTS[skirt][0]
    start = 280 if skirt == "smock" else WAIST + 6
    if skirt in ("pencil", "slip"):
        return shadow(
            outline(
                (78, start), ((58, hem - 120), (66, hem + 30)), ((120, hem + 30),), ((110, hem - 140), (78, start))
            ),
            0.07,
        )
    at = [(-0.72, 0.1), (-0.3, 0.07), (0.16, 0.08), (0.55, 0.12)]
    wedges = (
        outline((66 * x, start), ((wide * x * 0.7, hem - 120), (wide * x, hem + 30)), ((wide * (x + 0.13), hem + 30),))
        for x, _strength in at
    )
    return "".join(shadow(wedge, strength) for wedge, (_x, strength) in zip(wedges, at, strict=True))


def _trim(traits: Set[str], cut: Bodice, colours: Colouring, skirt: str, hem: float) -> str:
    parts = []
    dark = edge(colours.cloth, 0.2)
    if "tiered" in traits:
        parts += [_frill(WAIST + (hem - WAIST) * share, dark) for share in (0.34, 0.67)]
    if "smock" in traits:
        parts.append(_frill(268, dark))
    if "buttons" in traits:
        end = int(hem) if "collar" in traits or "denim" in traits else WAIST + 120
        parts.append(line(f"M300 {cut.low:.4g}V{end}", INK, 2, 0.18))
        parts += [
            disc(300, y, 5, lighter(colours.cloth, 0.75)) + disc(300, y, 2, dark)
            for y in range(int(cut.low) + 16, end - 10, 42)
        ]
    if "belt" in traits:
        parts.append(
            fill(symmetric((0, WAIST - 12), ((80, WAIST - 14),), ((80, WAIST + 14),), ((0, WAIST + 16),)), dark)
        )
    if "wrap" in traits:
        parts.append(_wrap(cut, colours, hem))
    if "cowl" in traits:
        parts += [
            line(both((0, cut.low + drop), ((30, cut.low + drop - 4), (62, cut.low - 40)), closed=False), INK, 3, 0.12)
            for drop in (18, 38)
        ]
    if "denim" in traits:
        parts.append(_denim(hem))
    return "".join(parts)


def _frill(y: float, ink: str) -> str:
    gathers = "".join(f"M{x} {y + 3:.4g}v{14 + (x * 7) % 18}" for x in range(130, 480, 16))
    return line(f"M100 {y:.4g}Q300 {y + 16:.4g} 500 {y:.4g}", ink, 4, 0.6) + line(gathers, ink, 2, 0.4)


def _wrap(cut: Bodice, colours: Colouring, hem: float) -> str:
    """One side laid over the other, a sash and a bow at the waist."""
    dark = edge(colours.cloth, 0.2)
    over = outline((-cut.half, cut.top), ((-6, cut.low - 40), (52, WAIST)), closed=False)
    overlap = f"M352 {WAIST + 10}C376 {WAIST + 90} 372 {hem - 110} 330 {hem + 40}"
    sash = fill(symmetric((0, WAIST - 12), ((84, WAIST - 16),), ((84, WAIST + 12),), ((0, WAIST + 14),)), dark)
    tails = fill(
        f"M350 {WAIST}L336 {WAIST + 96}L352 {WAIST + 90}L360 {WAIST + 8}"
        f"ZM352 {WAIST}L384 {WAIST + 82}L396 {WAIST + 70}L364 {WAIST}Z",
        darker(colours.cloth, 0.26),
    )
    bow = fill(
        f"M354 {WAIST}Q318 {WAIST - 34} 314 {WAIST}Q320 {WAIST + 26} 354"
        f" {WAIST}Q392 {WAIST - 38} 398 {WAIST - 2}Q390 {WAIST + 28} 354 {WAIST}Z",
        darker(colours.cloth, 0.3),
    )
    return line(over, INK, 3, 0.2) + line(overlap, INK, 3, 0.18) + tails + sash + bow


def _denim(hem: float) -> str:
    pockets = both(
        (30, WAIST + 66), ((82, WAIST + 66),), ((82, WAIST + 120),), ((56, WAIST + 134),), ((30, WAIST + 120),)
    )
    bib = "M262 226h76v46l-38 10l-38 -10Z"
    return (
        seams(pockets)
        + seams(bib)
        + seams(f"M120 {hem - 2:.4g}Q300 {hem + 10:.4g} 480 {hem - 2:.4g}")
        + seams(f"M200 {WAIST}H400")
    )
