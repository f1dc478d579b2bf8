"""Waiting for another process."""

import time
from collections.abc import Callable

_PAUSE_SECONDS = 0.02


def wait_until(condition: Callable[[], bool], *, seconds: float) -> bool:
    """Ask `condition` again and again; true as soon as it holds, false after about `seconds`.

    Pauses are counted instead of reading a clock, so a machine that slept in between does not use up the time.
    """
    for _ in range(int(seconds / _PAUSE_SECONDS)):
        if condition():
            return True
        time.sleep(_PAUSE_SECONDS)
    return condition()
