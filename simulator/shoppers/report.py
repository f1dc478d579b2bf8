"""What became of the shoppers: how many paid, where the others stopped and why, with transcripts."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from simulator.jsontypes import Json
from simulator.shoppers.visit import Outcome


def report(outcomes: list[Outcome], seed: int) -> Json:
    """Counts. `reached_paid` is judged among those who wanted something that was in stock."""
    buyers = [each for each in outcomes if each.goal.buys]
    paid = [each for each in buyers if each.cause == "paid"]
    typed, tapped = sum(each.typed for each in outcomes), sum(each.tapped for each in outcomes)
    stopped = Counter((each.phase, each.cause) for each in outcomes if not each.is_good)
    return {
        "seed": seed,
        "shoppers": len(outcomes),
        "buyers": len(buyers),
        "paid": len(paid),
        "paid_share": round(len(paid) / len(buyers), 3) if buyers else None,
        "typed_share": round(typed / (typed + tapped), 3) if typed + tapped else None,
        "turns_of_paid": round(sum(each.typed + each.tapped for each in paid) / len(paid), 1) if paid else None,
        "by_wish": _by_wish(outcomes),
        "by_language": _paid_by(buyers, lambda each: each.language),
        "by_personality": _paid_by(buyers, lambda each: each.goal.personality.name),
        "stopped": [
            {"phase": phase, "cause": cause, "shoppers": count} for (phase, cause), count in stopped.most_common()
        ],
    }


def _by_wish(outcomes: list[Outcome]) -> dict[str, str]:
    wishes = Counter(each.goal.wish for each in outcomes)
    good = Counter(each.goal.wish for each in outcomes if each.is_good)
    return {wish: f"{good[wish]} of {count}" for wish, count in sorted(wishes.items())}


def _paid_by(buyers: list[Outcome], kind: Callable[[Outcome], str]) -> dict[str, str]:
    """Of the buyers of each kind, how many paid."""
    everyone = Counter(kind(each) for each in buyers)
    paid = Counter(kind(each) for each in buyers if each.cause == "paid")
    return {name: f"{paid[name]} of {count} ({paid[name] / count:.0%})" for name, count in sorted(everyone.items())}


def report_text(found: Json) -> str:
    lines = [
        f"seed {found['seed']}: {found['shoppers']} shoppers, {found['typed_share'] or 0:.0%} of their turns typed",
        f"{found['paid']} of {found['buyers']} who wanted something in stock paid ({found['paid_share'] or 0:.0%}),"
        f" in {found['turns_of_paid']} turns on average",
        "paid, by language: " + ", ".join(f"{name} {each}" for name, each in found["by_language"].items()),
        "paid, by personality: " + ", ".join(f"{name} {each}" for name, each in found["by_personality"].items()),
        "by wish, came to a good end: " + ", ".join(f"{wish} {each}" for wish, each in found["by_wish"].items()),
    ]
    if found["stopped"]:
        lines.append("where the others stopped:")
    return "\n".join(
        [*lines, *(f"  {each['shoppers']:4} {each['phase']}: {each['cause']}" for each in found["stopped"])]
    )


def write_transcripts(folder: Path, outcomes: list[Outcome], everything: bool = False) -> int:
    """One text file per shopper who came to no good end (or for all). Says how many."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = [(index, each) for index, each in enumerate(outcomes) if everything or not each.is_good]
    for index, outcome in shown:
        goal, piece = outcome.goal, outcome.goal.piece
        who = f"{outcome.language}, {goal.personality.name}, {goal.wish}"
        wanted = f"{piece.name}, {piece.color}, {piece.size} ({piece.stock} in stock)"
        head = [f"# {index}: {outcome.phase}, {outcome.cause}", f"# {who}", f"# wanted {wanted}", ""]
        name = f"{outcome.language}-{index:04}-{outcome.cause.split(':')[0].replace(' ', '-')[:40]}.txt"
        (folder / name).write_text("\n".join([*head, *outcome.lines, ""]), encoding="utf-8")
    return len(shown)
