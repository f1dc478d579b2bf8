"""SVG path text from points. A point is (distance from the middle line, y); a garment is drawn as its right half."""

from collections.abc import Sequence

MIDDLE = 300.0
Point = tuple[float, float]
Segment = tuple[Point, ...]
"""One point: a line to it. Two: a quadratic curve (control, end). Three: a cubic curve (control, control, end)."""
_COMMANDS = {1: "L", 2: "Q", 3: "C"}


def _at(point: Point, side: int) -> str:
    return f"{MIDDLE + side * point[0]:.4g} {point[1]:.4g}"


def _run(segments: Sequence[Segment], side: int) -> str:
    return "".join(_COMMANDS[len(points)] + " ".join(_at(point, side) for point in points) for points in segments)


def _backwards(start: Point, segments: Sequence[Segment]) -> list[Segment]:
    ends = [start, *(points[-1] for points in segments)]
    return [(*reversed(points[:-1]), ends[at]) for at, points in reversed(list(enumerate(segments)))]


def symmetric(start: Point, *segments: Segment) -> str:
    """A closed outline: the right half as given, the left half mirrored."""
    end = segments[-1][-1]
    across = "" if end[0] == 0 else f"L{_at(end, -1)}"
    return f"M{_at(start, 1)}{_run(segments, 1)}{across}{_run(_backwards(start, segments), -1)}Z"


def outline(start: Point, *segments: Segment, side: int = 1, closed: bool = True) -> str:
    """A path on one side of the middle line: 1 the right, -1 the left as seen."""
    return f"M{_at(start, side)}{_run(segments, side)}{'Z' if closed else ''}"


def both(start: Point, *segments: Segment, closed: bool = True) -> str:
    """The same path on the right and mirrored on the left."""
    return outline(start, *segments, closed=closed) + outline(start, *segments, side=-1, closed=closed)
