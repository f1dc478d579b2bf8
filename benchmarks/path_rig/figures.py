"""Figures of the stages, as numbers and as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.path_rig import bloat
from benchmarks.path_rig.stages import STORED, Stage
from benchmarks.path_rig.verdict import Sent, Verdict, as_row

OUTSIDE = frozenset({"stand-in", "load generator"})
"""Not part of the product: their CPU is shown and not counted."""
_MINUTE = 60 * 10**9


@dataclass(slots=True)
class Used:
    """CPU seconds of a stage, memory at its end by process, and what became of the tables."""

    cpu: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    tables: list[dict[str, object]] = field(default_factory=list)


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
        **_percentiles(latencies), "webhook_p95_ms": _ms(percentile(webhooks, 0.95)),
        "cpu_s_per_1000": round(sum(value for name, value in cpu.items() if name not in OUTSIDE) / thousands, 3),
        "cpu_s_per_1000_by_process": {name: round(value / thousands, 3) for name, value in cpu.items()},
        "memory_mb": {name: round(value) for name, value in used.memory.items()},
        "by_minute": _by_minute(verdict.answered_due[stage.name], latencies), "tables": used.tables,
    }  # fmt: skip


def _percentiles(latencies: Sequence[int]) -> dict[str, float]:
    return {f"p{share}_ms": _ms(percentile(latencies, share / 100)) for share in (50, 95, 99)}


def _by_minute(dues: Sequence[int], latencies: Sequence[int]) -> list[dict[str, float]]:
    """Each whole minute of a load of two minutes and more: does it hold its speed?"""
    minutes = (dues[-1] - dues[0] + _MINUTE // 2) // _MINUTE if dues else 0
    if minutes < 2:
        return []
    found: list[list[int]] = [[] for _ in range(minutes)]
    for due, latency in zip(dues, latencies, strict=True):
        found[min((due - dues[0]) // _MINUTE, minutes - 1)].append(latency)
    return [{"messages": len(one), **_percentiles(one)} for one in found]


def _ms(nanoseconds: int) -> float:
    return round(nanoseconds / 1e6, 1)


def summary(stages: Sequence[Mapping[str, Any]], verdict: Verdict, peer: Mapping[str, Any] | None) -> dict[str, Any]:
    """The one object of `--json`: throughput and CPU of the busiest stage, null for what was not measured."""
    plain = [stage for stage in stages if not stage["burst_wait_ms"] and not stage["stage"].endswith(STORED)]
    busiest = max(plain, key=lambda stage: stage["messages_per_s"])
    fixed = next((stage for stage in plain if stage["rate"]), busiest)
    return {
        "messages_per_s": busiest["messages_per_s"], "p95_ms": fixed["p95_ms"],
        "p95_ms_at_1000": next((stage["p95_ms"] for stage in plain if stage["rate"] == 1000), None),
        "p95_ms_idle": next((stage["p95_ms"] for stage in plain if stage["stage"] == "idle"), None),
        "cpu_s_per_1000": busiest["cpu_s_per_1000"],
        "peer_cpu_ratio": _against(busiest, peer, "async"), "peer_sync_cpu_ratio": _against(busiest, peer, "sync"),
        "open_cpu_ratio": ratio(stages, "open", "most"),
        "stored_cpu_ratio": next((found for name in ("most", "full", "fixed") if (found := ratio(stages, name + STORED, name))), None),
        **as_row(verdict), "stages": list(stages), "peer": peer,
    }  # fmt: skip


def _against(stage: Mapping[str, Any], peer: Mapping[str, Any] | None, kind: str) -> float | None:
    return round(stage["cpu_s_per_1000"] / peer[kind]["cpu_s_per_1000"], 3) if peer else None


def ratio(stages: Sequence[Mapping[str, Any]], name: str, other: str) -> float | None:
    """CPU per message of one stage against another's; None unless both were run."""
    cpu = {stage["stage"]: stage["cpu_s_per_1000"] for stage in stages}
    return round(cpu[name] / cpu[other], 3) if name in cpu and cpu.get(other) else None


def text(found: Mapping[str, Any]) -> str:
    """The summary to be read by a person."""
    lines = [line for stage in found["stages"] for line in _stage_lines(stage)]
    lines += _peer_lines(found["peer"], found) if found["peer"] else []
    for name, meaning in (
        ("open_cpu_ratio", "with 10,000 open conversations / with as many that begin"),
        ("stored_cpu_ratio", "with stored messages / on the empty database (goal 1.3)"),
    ):
        lines += [f"CPU per message {meaning}: {found[name]}"] if found[name] is not None else []
    return "\n".join(lines)


def counted(verdict: Verdict) -> str:
    """What the database said."""
    counts = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in as_row(verdict).items())
    return f"{counts}\n{'every message has one decision and one reply' if verdict.holds else 'NOT AS PROMISED'}"


def _stage_lines(stage: Mapping[str, Any]) -> list[str]:
    pace = f"{stage['rate']:g}/s" if stage["rate"] else "as fast as answered"
    wait = f", burst wait {stage['burst_wait_ms']} ms" if stage["burst_wait_ms"] else ""
    return [
        f"{stage['stage']} ({pace}{wait}): {stage['messages']} messages, {stage['messages_per_s']} messages/s",
        f"  webhook to reply   p50 {stage['p50_ms']} ms   p95 {stage['p95_ms']} ms   p99 {stage['p99_ms']} ms"
        f"   (webhook answered: p95 {stage['webhook_p95_ms']} ms)",
        f"  CPU seconds per 1,000 messages   {stage['cpu_s_per_1000']} product with PostgreSQL"
        f"   ({_listed(stage['cpu_s_per_1000_by_process'])})",
        f"  memory MB   {_listed(stage['memory_mb'])}",
        *(_minute_line(number, minute) for number, minute in enumerate(stage["by_minute"], 1)),
        *(bloat.lines(stage["tables"]) if stage["by_minute"] else []),
    ]


def _minute_line(number: int, minute: Mapping[str, float]) -> str:
    return (
        f"  minute {number:>3}   {minute['messages']} messages   p50 {minute['p50_ms']} ms   p95 {minute['p95_ms']} ms"
    )


def _peer_lines(peer: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    lines = []
    for kind, key in (("async", "peer_cpu_ratio"), ("sync", "peer_sync_cpu_ratio")):
        one = peer[kind]
        lines += [
            f"peer, an echo bot on pywa ({kind}) without storage, as fast as answered: {one['messages']} messages,"
            f" {one['answered']} answered, {one['messages_per_s']} messages/s",
            f"  CPU seconds per 1,000 messages   {one['cpu_s_per_1000']} the bot alone"
            f"   ({_listed(one['cpu_s_per_1000_by_process'])})",
            f"  CPU per message, we / peer: {found[key]}{' (goal 0.25)' if kind == 'async' else ''}",
        ]
    return lines


def _listed(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())
