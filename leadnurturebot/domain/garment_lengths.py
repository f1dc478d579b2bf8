"""Which recorded lengths somebody means who wants something "long" or "short". Everything in English base terms."""

from collections.abc import Mapping

LENGTHS: Mapping[str, frozenset[str]] = {
    "long": frozenset(
        {"midi", "below the knee", "mid calf", "ankle length", "maxi", "long", "full length", "floor length"}
    ),
    "short": frozenset({"mini", "short", "above the knee", "mid thigh", "cropped"}),
    "midi": frozenset({"midi", "below the knee"}),
    "maxi": frozenset({"maxi", "floor length", "long"}),
}
"""The word wished to the words of records that meet it."""


def lengths_met(recorded: str) -> frozenset[str]:
    """The wishes that a recorded length meets."""
    own = recorded.strip().casefold()
    return frozenset(wish for wish, words in LENGTHS.items() if own in words)
