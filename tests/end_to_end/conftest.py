import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.running import Demo, start


@pytest.fixture(scope="session")
def demo() -> Iterator[Demo]:
    """One running demo for all tests of this folder; its home has a space in its name."""
    with tempfile.TemporaryDirectory(prefix="lnb demo ", ignore_cleanup_errors=True) as folder:
        running = start(Path(folder))
        try:
            yield running
        finally:
            if running.process.poll() is None:
                running.stop()
