"""What dies comes back; what is stopped leaves nothing behind."""

import os
import signal
import tempfile
from pathlib import Path

import pytest

from tests.end_to_end.running import Demo, Phone, children_of, command_of, get, start, until, words

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("demo")]


@pytest.mark.parametrize("role", ["web", "worker", "sender", "scheduler"])
def test_a_killed_role_comes_back_and_answers(demo: Demo, role: str) -> None:
    before = demo.roles()[role]
    os.kill(before, signal.SIGKILL)
    after = until(lambda: (pid := demo.roles().get(role)) and pid != before and pid)
    assert after != before
    until(lambda: is_ready(demo), seconds=20)
    assert words(Phone(demo, "neha").do(text=f"hello, the {role} is back?"))


def is_ready(demo: Demo) -> bool:
    """Whether the site answers and finds everything in order."""
    try:
        return bool(get(f"{demo.info['base_url']}/readyz")["status"] == "ready")
    except OSError:
        return False


def test_a_killed_database_comes_back_and_nothing_is_lost(demo: Demo) -> None:
    phone = Phone(demo, "lucia")
    phone.do(text="hi")
    postmaster = next(pid for pid in children_of(demo.process.pid) if "postgres" in "".join(command_of(pid)[:1]))
    os.kill(postmaster, signal.SIGKILL)
    reply = phone.do(text="do you have jeans?")
    assert words(reply)


def test_ctrl_c_leaves_no_process_and_a_second_start_keeps_the_data() -> None:
    with tempfile.TemporaryDirectory(prefix="lnb-tree-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        first = start(home)
        family = set(children_of(first.process.pid))
        assert "Stopped." in first.stop()
        assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]
        second = start(home)
        try:
            assert second.info["owner_password"] == first.info["owner_password"]
        finally:
            second.stop()
