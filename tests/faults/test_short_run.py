"""The fault suite in its short form, as a person would start it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.processes
@pytest.mark.xdist_group("faults")
def test_nothing_is_lost_or_doubled_whatever_breaks() -> None:
    command = [sys.executable, "-m", "tests.faults", "--short", "--seeds", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout
    hits = dict(re.findall(r"(claimed|sending|committing) (\d+)", done.stdout.partition("hit: ")[2].splitlines()[0]))
    assert all(int(hits[state]) >= 1 for state in ("claimed", "sending", "committing"))
    assert "compared       equal" in done.stdout
