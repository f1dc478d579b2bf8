"""Capitals drawn as single strokes, so that a picture with words looks alike on a machine without fonts."""

from leadnurturebot.demo_shop.pictures.marks import line

# Each capital on a grid 100 high from its own left edge: (width, strokes).
GLYPHS = {
    "A": (70, "M0 100L35 0L70 100M13 64H57"),
    "C": (72, "M70 22C60 2 40 0 34 0C10 0 0 26 0 50C0 74 10 100 34 100C44 100 62 96 70 76"),
    "D": (68, "M0 0V100H26C52 100 68 80 68 50C68 20 52 0 26 0Z"),
    "E": (52, "M52 0H0V100H52M0 48H44"),
    "F": (50, "M50 0H0V100M0 48H42"),
    "G": (74, "M70 22C60 2 40 0 34 0C10 0 0 26 0 50C0 74 10 100 36 100C56 100 74 88 74 56H44"),
    "H": (64, "M0 0V100M64 0V100M0 48H64"),
    "I": (0, "M0 0V100"),
    "J": (44, "M44 0V72C44 92 32 100 20 100C8 100 0 92 0 80"),
    "L": (48, "M0 0V100H48"),
    "M": (80, "M0 100V0L40 66L80 0V100"),
    "N": (64, "M0 100V0L64 100V0"),
    "O": (80, "M40 0C12 0 0 24 0 50C0 76 12 100 40 100C68 100 80 76 80 50C80 24 68 0 40 0Z"),
    "P": (54, "M0 100V0H28C46 0 54 12 54 27C54 42 46 54 28 54H0"),
    "R": (58, "M0 100V0H28C46 0 54 12 54 26C54 40 46 52 28 52H0M26 52L58 100"),
    "S": (56, "M52 18C46 4 36 0 28 0C12 0 3 10 3 24C3 56 56 40 56 74C56 90 44 100 28 100C16 100 4 94 0 80"),
    "T": (62, "M0 0H62M31 0V100"),
    "U": (64, "M0 0V64C0 88 14 100 32 100C50 100 64 88 64 64V0"),
    "W": (100, "M0 0L26 100L50 18L74 100L100 0"),
    " ": (24, ""),
}
_GAP = 26


def lettered(words: str, x: float, y: float, height: float, color: str, weight: float = 15) -> str:
    """`words` (capitals of `GLYPHS`) from (x, y) at `height` pixels; `weight` is the stroke on the grid of 100."""
    drawn, at = [], 0
    for letter in words:
        width, strokes = GLYPHS[letter]
        if strokes:
            drawn.append(f'<g transform="translate({at} 0)">{line(strokes, color, weight)}</g>')
        at += width + _GAP
    return f'<g transform="translate({x:.4g} {y:.4g}) scale({height / 100:.3g})">{"".join(drawn)}</g>'
