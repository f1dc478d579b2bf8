"""`python -m tests.faults [--seeds 1,2,3] [--short]`: run the fault suite and print what was hit and what was found."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.plan import draw
from tests.faults.run import Findings, run


def report(findings: Findings) -> str:
    """The findings in words."""
    stormy, problems = findings.stormy, findings.problems()
    hits = ", ".join(f"{state} {count}" for state, count in findings.hits().items())
    lines = [
        f"seed {findings.plan.seed}: {findings.seconds:.0f} s, {len(findings.plan.people)} customers on each side,"
        f" {findings.webhooks} webhooks taken ({findings.not_acknowledged} tries were not)",
        f"  quiet side    {', '.join(f'{count} × {name}' for name, count in findings.deeds.items())}",
        f"  great webhooks {', '.join(f'{updates} updates in {size / 1024 / 1024:.2f} MB' for updates, size in findings.batches)}",
        f"  kills          {len(findings.kills)}; hit: {hits}; PostgreSQL away for {findings.longest_away:.1f} s at most",
        f"  sends          {stormy.sends}, taken once {stormy.taken}, refused and tried again {stormy.refused},"
        f" cancelled {stormy.cancelled}, unknown {len(stormy.unknown)} (in flight at a kill:"
        f" {sum(len(killed.in_flight) for killed in findings.kills)})",
        *(f"    unknown {line}" for line in stormy.unknown),
        f"  compared       {'equal' if not findings.differing else f'{len(findings.differing)} DIFFERENCES'}",
        *(f"  FAULT {problem}" for problem in problems),
    ]  # fmt: skip
    return "\n".join(lines)


def _log_aside() -> str:
    """Processes that are killed every other second say much: it goes into a file, whose name is told when it matters."""
    number, name = tempfile.mkstemp(prefix="leadnurturebot-faults-", suffix=".log")
    os.dup2(number, sys.stderr.fileno())
    os.close(number)
    return name


def run_one(seed: int, *, is_short: bool) -> int:
    """Run one seed in this process and print what came of it."""
    print(f"seed {seed}", *draw(seed, is_short=is_short).lines(), sep="\n  ", flush=True)
    log = _log_aside()
    try:
        findings = run(seed, is_short=is_short)
    except BaseException as error:
        print(f"  FAULT {error!r}", f"  what the processes said: {log}", sep="\n", flush=True)
        raise
    print(report(findings), flush=True)
    if findings.problems():
        print(f"  what the processes said: {log}", flush=True)
        return 1
    Path(log).unlink()
    return 0


def main() -> int:
    """Run each seed in a process of its own; not zero when one of them found a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1,2,3", help="numbers with commas between")
    parser.add_argument("--short", action="store_true", help="a third of the customers and kills")
    options = parser.parse_args()
    seeds = options.seeds.split(",")
    if len(seeds) == 1:
        return run_one(int(seeds[0]), is_short=options.short)
    command = [sys.executable, "-m", "tests.faults", *(["--short"] if options.short else [])]
    failed = [seed for seed in seeds if subprocess.run([*command, "--seeds", seed], check=False).returncode]
    print(f"FAILED with seeds {', '.join(failed)}" if failed else "Nothing lost, nothing doubled.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
