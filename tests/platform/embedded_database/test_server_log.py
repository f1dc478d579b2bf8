from pathlib import Path

from leadnurturebot.platform.embedded_database.server_log import ServerLog


def test_the_log_never_takes_more_than_two_files_of_its_size(tmp_path: Path) -> None:
    log = ServerLog(tmp_path / "log" / "postgres.log", largest_bytes=100)
    for number in range(100):
        log.write(b"line %03d\n" % number)
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "log").iterdir()}
    assert sizes == {"postgres.log": 9, "postgres.log.1": 99}
    assert (tmp_path / "log" / "postgres.log").read_text() == "line 099\n"


def test_a_log_that_cannot_be_written_drops_lines_but_remembers_the_newest(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file in the way")
    log = ServerLog(tmp_path / "log" / "postgres.log")
    log.write(b"FATAL:  no luck\n")
    assert log.newest() == "FATAL:  no luck\n"


def test_the_log_is_private(tmp_path: Path) -> None:
    ServerLog(tmp_path / "log" / "postgres.log").write(b"line\n")
    assert (tmp_path / "log" / "postgres.log").stat().st_mode & 0o777 == 0o600
