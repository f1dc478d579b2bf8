"""The upper part of dresses, tops and jackets: neckline, shoulder, armhole and sleeves, as paths."""

from collections.abc import Set
from dataclasses import dataclass

from leadnurturebot.demo_shop.pictures.marks import INK, fill, line
from leadnurturebot.demo_shop.pictures.palette import darker, edge
from leadnurturebot.demo_shop.pictures.paths import Point, Segment, both, symmetric

# (half width, depth) of each neckline.
NECKS = {
    "round": (50, 34), "scoop": (60, 84), "v": (50, 120), "square": (66, 74), "boat": (84, 15), "sweetheart": (68, 78),
    "cowl": (60, 82), "high": (40, 6), "roll": (38, 4), "collar": (40, 44), "polo": (40, 50), "hood": (46, 40),
}  # fmt: skip
STRAPS = {"thin": 8, "straps": 20, "wide": 32, "tank": 30}


@dataclass(frozen=True, slots=True)
class SleeveCut:
    """How far the cuff lies out and down from the shoulder tip, how wide it is, and how round the outer edge."""

    reach: float
    drop: float
    width: float
    bulge: float = 0


SLEEVES = {
    "cap": SleeveCut(26, 52, 40, 8),
    "short": SleeveCut(54, 98, 62, 4),
    "puff": SleeveCut(44, 100, 56, 46),
    "elbow": SleeveCut(66, 180, 54, 4),
    "balloon": SleeveCut(58, 204, 40, 30),
    "bishop": SleeveCut(70, 316, 34, 30),
    "long": SleeveCut(76, 322, 38, 0),
}


@dataclass(frozen=True, slots=True)
class Bodice:
    """Shoulder geometry: neckline by name, height of the shoulder, its tip, and where the arm begins (the pit)."""

    neck: str
    top: float
    tip: Point
    pit: Point
    sleeve: str
    depth: float = 1
    """How much deeper than usual the neckline is cut."""
    spread: float = 1
    """How much wider than usual the neck opening is."""

    @property
    def half(self) -> float:
        """Half the width of the neck opening."""
        return NECKS[self.neck][0] * self.spread

    @property
    def low(self) -> float:
        """Where the neckline crosses the middle."""
        return self.top + NECKS[self.neck][1] * self.depth

    def neckline(self) -> tuple[Segment, ...]:
        """From the middle up to the shoulder; begins at (0, low)."""
        half, low, top = self.half, self.low, self.top
        if self.neck in ("v", "collar", "polo"):
            return (((half * 0.62, low - (low - top) * 0.45), (half, top)),)
        if self.neck == "square":
            return (((half * 0.86, low),), ((half, top),))
        if self.neck == "sweetheart":
            return (((half * 0.2, low - 22), (half * 0.66, low - 40), (half * 0.9, low - 14)), ((half, top),))
        return (((half * 0.62, low), (half * 0.95, low - (low - top) * 0.35), (half, top)),)

    def shoulder(self) -> tuple[Segment, ...]:
        """From the neck over the shoulder down to the pit."""
        (tip_x, tip_y), (_pit_x, pit_y) = self.tip, self.pit
        if self.sleeve in STRAPS:
            return (((tip_x, tip_y),), ((tip_x - 2, pit_y - 50), (tip_x + 6, pit_y - 8), self.pit))
        return (((tip_x, tip_y),), ((tip_x + 2, pit_y - 34), self.pit))

    def inside(self) -> str:
        """The back of the neck, seen through the opening."""
        rise = 16 if self.sleeve not in STRAPS else -30
        low = self.low + 6
        return symmetric(
            (0, self.top - rise * 0.4),
            ((self.half * 0.8, self.top - rise * 0.4), (self.half, self.top)),
            ((self.half, low),),
        )

    def sleeves(self) -> str:
        """Both sleeves, '' for straps."""
        cut = SLEEVES.get(self.sleeve)
        if cut is None:
            return ""
        (tip_x, tip_y), pit = self.tip, self.pit
        out, down = tip_x + cut.reach, tip_y + cut.drop
        return both(
            (tip_x - 30, tip_y - 8),
            ((tip_x, tip_y),),
            ((tip_x + 15 + cut.bulge * 0.8, tip_y + 12), (out + cut.bulge, down - cut.drop * 0.45), (out, down)),
            ((out - cut.width, down + cut.width * 0.3),),
            ((pit[0] + 14 + cut.bulge * 0.2, pit[1] + (down - pit[1]) * 0.3), (pit[0] - 4, pit[1] + 4)),
            ((pit[0] - 30, pit[1]),),
        )

    def cuffs(self, inset: float) -> str:
        """A line across each cuff, `inset` above its edge."""
        cut = SLEEVES[self.sleeve]
        out, down = self.tip[0] + cut.reach, self.tip[1] + cut.drop
        lean = inset * cut.reach / cut.drop * 0.6
        return both(
            (out - lean, down - inset), ((out - cut.width - lean * 0.4, down + cut.width * 0.3 - inset),), closed=False
        )

    def armholes(self) -> str:
        """The seam between body and sleeve."""
        return both(self.tip, self.shoulder()[1], closed=False)


def bodice(traits: Set[str], *, top: float, shoulder: float, chest: float, pit: float, depth: float = 1) -> Bodice:
    """Geometry from traits: `shoulder` and `chest` are half widths, `pit` the height of the armpit."""
    neck = next((name for name in NECKS if name in traits), "round")
    sleeve = next((name for name in (*STRAPS, *SLEEVES) if name in traits), "wide")
    if sleeve in STRAPS:
        spread = 1 if sleeve == "wide" else 0.8
        tip = (NECKS[neck][0] * spread + STRAPS[sleeve], top + 3)
        return Bodice(neck, top, tip, (chest, pit + 16), sleeve, depth * 1.25, spread)
    return Bodice(neck, top, (shoulder, top + 24), (chest, pit), sleeve, depth)


def edging(cut: Bodice, cloth: str) -> str:
    """A fine band along the neckline and cuffs."""
    ink = edge(cloth, 0.22)
    neck = line(both((0, cut.low), *cut.neckline(), closed=False), ink, 4, 0.55)
    return neck + (line(cut.cuffs(9), ink, 2.5, 0.5) if cut.sleeve in SLEEVES else "")


def collar(cut: Bodice, cloth: str, spread: float = 34) -> str:
    """A turned shirt collar with its stand."""
    half, top, low = cut.half, cut.top, cut.low
    stand = symmetric(
        (0, top - 14), ((half * 0.7, top - 16), (half * 0.9, top - 8)), ((half * 0.55, top + 14),), ((0, top + 18),)
    )
    leaf = both(
        (half * 0.86, top - 12), ((half + 10, top + 6),), ((half - 6 + spread * 0.2, low + 18),),
        ((4, low - 10),), ((half * 0.5, top + 20), (half * 0.86, top - 12))
    )  # fmt: skip
    return fill(stand, darker(cloth, 0.24)) + fill(leaf, darker(cloth, 0.05)) + line(leaf, INK, 2, 0.22)
