"""What the figures were measured on: they mean little without it."""

import os
import platform
import time
from pathlib import Path
from typing import Any

ADDITIONS = 5_000_000


def machine() -> dict[str, Any]:
    """Processor, cores, load at this moment, and how long a plain loop takes here."""
    return {
        "processor": _processor(), "cores": os.cpu_count(), "load_average": round(os.getloadavg()[0], 1),
        "python": platform.python_version(), "loop_cpu_s": round(_loop(), 2),
    }  # fmt: skip


def described(found: dict[str, Any]) -> str:
    """One line of it."""
    return (
        f"{found['cores']} cores of {found['processor']}, load average {found['load_average']}, Python {found['python']};"
        f" {ADDITIONS:,} additions in a loop took {found['loop_cpu_s']} CPU s"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _loop() -> float:
    began, total = time.process_time(), 0
    for number in range(ADDITIONS):
        total += number
    return time.process_time() - began
