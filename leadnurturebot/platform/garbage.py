"""The garbage collector in processes that make and drop objects by the ten thousand.

Reference counting frees nearly all of them; the collector only looks for cycles. At its usual thresholds it does so every
700 new objects, and walks the catalogue, the language model and every imported module again and again: a quarter of a
worker's time, and a third of a sender's.
"""

import gc

THRESHOLDS = (50_000, 20, 50)
"""New objects until the young are looked at, and how often until the next older generation is. Cycles that wait for it
take a few megabytes."""


def settle() -> None:
    """Call when a process has loaded what it keeps: that is never walked again, and what comes and goes is more rarely."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
