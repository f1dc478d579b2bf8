import os
import sys

import pytest

from leadnurturebot.cli.supervisor import RESTART_PAUSES, Child, Supervisor


@pytest.fixture
def supervisor(monkeypatch: pytest.MonkeyPatch) -> Supervisor:
    """Starts nothing: a start is only noted as a new process that lives."""
    monkeypatch.setattr("leadnurturebot.cli.supervisor.subprocess.Popen", Living)
    return Supervisor(environment=os.environ)


class Living:
    """A process that never ends by itself."""

    returncode: int | None = None

    def __init__(self, *arguments: object, **more: object) -> None:
        pass

    def poll(self) -> int | None:
        return self.returncode


class Dead(Living):
    returncode = -9


def dead(name: str, deaths: int) -> Child:
    child = Child(name, [sys.executable], deaths=deaths)
    child.process = Dead()  # type: ignore[assignment]  # stands for a process
    return child


def has_died(child: Child) -> bool:
    return child.process is not None and child.process.poll() is not None


def test_a_role_that_keeps_dying_holds_up_nobody(supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("leadnurturebot.cli.supervisor.time.monotonic", lambda: now)
    often, once = dead("worker", deaths=2), dead("web", deaths=0)
    often.started_at = once.started_at = 99.0
    for child in (often, once):
        supervisor._look_after(child)
    now = 100.3
    for child in (often, once):
        supervisor._look_after(child)
    assert [has_died(child) for child in (often, once)] == [True, False]
    now = 105.1
    supervisor._look_after(often)
    assert not has_died(often)


def test_half_a_minute_of_life_forgives_earlier_deaths(supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leadnurturebot.cli.supervisor.time.monotonic", lambda: 100.0)
    child = dead("worker", deaths=7)
    child.started_at = 60.0
    supervisor._look_after(child)
    assert child.start_again_at == 100.0 + RESTART_PAUSES[0]
