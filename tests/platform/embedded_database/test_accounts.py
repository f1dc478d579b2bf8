import pwd
from pathlib import Path

import pytest

from leadnurturebot.platform.embedded_database import EmbeddedDatabaseError
from leadnurturebot.platform.embedded_database.accounts import Account, unprivileged_account


def entry(name: str, number: int) -> pwd.struct_passwd:
    return pwd.struct_passwd((name, "x", number, number, "", "/nonexistent", "/bin/false"))


def machine_with(monkeypatch: pytest.MonkeyPatch, users: dict[str, int]) -> None:
    monkeypatch.setattr(pwd, "getpwnam", lambda name: entry(name, users[name]))


def test_the_user_postgres_is_taken_where_there_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine_with(monkeypatch, {"postgres": 70, "nobody": 99})
    assert unprivileged_account(tmp_path / "cluster") == Account(70, 70)


def test_nobody_stands_in_for_postgres(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine_with(monkeypatch, {"nobody": 99})
    assert unprivileged_account(tmp_path / "cluster") == Account(99, 99)


def test_a_machine_with_neither_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine_with(monkeypatch, {})
    with pytest.raises(EmbeddedDatabaseError) as error:
        unprivileged_account(tmp_path / "cluster")
    assert str(error.value) == (
        "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody: "
        "start as an ordinary user or set DATABASE_URL."
    )
