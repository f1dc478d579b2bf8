"""Figures of the stages, as numbers and as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.path_rig.verdict import Sent, Verdict, as_row

OUTSIDE = frozenset({"stand-in", "load generator"})
"""Not part of the product: their CPU is shown and not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of traffic: `rate` messages a second, or with None as many as are answered."""

    name: str
    seconds: float
    rate: float | None = None
    burst_wait_ms: int = 0
    is_warm_up: bool = False


@dataclass(slots=True)
class Used:
    """CPU seconds of a stage and memory at its end, by process."""

    cpu: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)


def percentile(values: Sequence[int], share: float) -> int:
    """The smallest value that `share` of all values do not exceed (nearest rank); 0 of none."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1000 * len(ordered)) // 1000) - 1)] if ordered else 0


def of_stage(stage: Stage, sent: Sent, verdict: Verdict, used: Used) -> dict[str, Any]:
    """The figures of one stage. Latency counts from when a webhook was due to its reply's arrival."""
    latencies = verdict.latencies[stage.name]
    took = (verdict.last_reply.get(stage.name, 0) - sent.due[0]) / 1e9
    webhooks = [done - due for due, done in zip(sent.due, sent.acknowledged, strict=True) if done]
    thousands = max(1, len(latencies)) / 1000
    cpu = {**used.cpu, "load generator": sent.cpu_seconds}
    return {
        "stage": stage.name, "rate": stage.rate, "burst_wait_ms": stage.burst_wait_ms, "messages": len(sent.due),
        "messages_per_s": round(len(latencies) / took, 1) if latencies else 0.0,
        "p50_ms": _ms(percentile(latencies, 0.5)), "p95_ms": _ms(percentile(latencies, 0.95)),
        "p99_ms": _ms(percentile(latencies, 0.99)), "webhook_p95_ms": _ms(percentile(webhooks, 0.95)),
        "cpu_s_per_1000": round(sum(value for name, value in cpu.items() if name not in OUTSIDE) / thousands, 3),
        "cpu_s_per_1000_by_process": {name: round(value / thousands, 3) for name, value in cpu.items()},
        "memory_mb": {name: round(value) for name, value in used.memory.items()},
    }  # fmt: skip


def _ms(nanoseconds: int) -> float:
    return round(nanoseconds / 1e6, 1)


def summary(stages: Sequence[Mapping[str, Any]], verdict: Verdict) -> dict[str, Any]:
    """The one object of `--json`: throughput and CPU of the busiest stage, p95 of the first one with a fixed rate."""
    busiest = max(stages, key=lambda stage: stage["messages_per_s"])
    fixed = next((stage for stage in stages if stage["rate"]), busiest)
    at_1000 = next((stage["p95_ms"] for stage in stages if stage["rate"] == 1000 and not stage["burst_wait_ms"]), None)
    return {
        "messages_per_s": busiest["messages_per_s"], "p95_ms": fixed["p95_ms"], "p95_ms_at_1000": at_1000,
        "cpu_s_per_1000": busiest["cpu_s_per_1000"], **as_row(verdict), "stages": list(stages),
    }  # fmt: skip


def text(stages: Sequence[Mapping[str, Any]], verdict: Verdict) -> str:
    """The figures to be read by a person."""
    lines = []
    for stage in stages:
        pace = f"{stage['rate']:g}/s" if stage["rate"] else "as fast as answered"
        wait = f", burst wait {stage['burst_wait_ms']} ms" if stage["burst_wait_ms"] else ""
        lines += [
            f"{stage['stage']} ({pace}{wait}): {stage['messages']} messages, {stage['messages_per_s']} messages/s",
            f"  webhook to reply   p50 {stage['p50_ms']} ms   p95 {stage['p95_ms']} ms   p99 {stage['p99_ms']} ms"
            f"   (webhook answered: p95 {stage['webhook_p95_ms']} ms)",
            f"  CPU seconds per 1,000 messages   {stage['cpu_s_per_1000']}   ({_listed(stage['cpu_s_per_1000_by_process'])})",
            f"  memory MB   {_listed(stage['memory_mb'])}",
        ]
    counts = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in as_row(verdict).items())
    return "\n".join(
        [*lines, counts, "every message has one decision and one reply" if verdict.holds else "NOT AS PROMISED"]
    )


def _listed(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())
