"""What processes used: CPU seconds and memory, from /proc. Elsewhere than on Linux nothing is measured."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Family:
    """A process, and with `has_children` all its children: PostgreSQL serves every connection by one."""

    name: str
    pid: int
    has_children: bool = False

    def members(self) -> list[int]:
        """The living processes of the family."""
        return [self.pid, *_children(self.pid)] if self.has_children else [self.pid]


def cpu_seconds(families: Iterable[Family]) -> dict[str, float]:
    """User and system time so far by family name; children that ended count with the parent that waited for them."""
    found: dict[str, float] = {}
    for family in families:
        ticks = sum(_ticks(pid, with_ended=pid == family.pid) for pid in family.members())
        found[family.name] = found.get(family.name, 0.0) + ticks / _TICKS
    return found


def memory_megabytes(families: Iterable[Family]) -> dict[str, float]:
    """Memory by family name, pages that processes share counted once (proportional set size)."""
    found: dict[str, float] = {}
    for family in families:
        size = sum(_pss(pid) for pid in family.members()) / 1024
        found[family.name] = found.get(family.name, 0.0) + size
    return found


def spent(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    """The difference by name."""
    return {name: after[name] - before.get(name, 0.0) for name in after}


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat after the name, from the state on; empty when the process is gone."""
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _ticks(pid: int, *, with_ended: bool) -> int:
    fields = _stat(pid)
    return sum(map(int, fields[11 : 15 if with_ended else 13]))


def _children(parent: int) -> list[int]:
    numbers = [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()] if _PROC.exists() else []
    return [pid for pid in numbers if _stat(pid)[1:2] == [str(parent)]]


def _pss(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
