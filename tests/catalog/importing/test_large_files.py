"""Files of the largest size, full of mistakes."""

import resource
import time
from datetime import datetime
from pathlib import Path

import pytest

from leadnurturebot.catalog.importing import jobs, planning
from leadnurturebot.platform.sql import Connection
from tests.catalog.shops import new_shop

HEADER = "sku,name,color,size,price,stock,description\n"


@pytest.fixture
def job(connection: Connection, now: datetime) -> jobs.Job:
    """An import that was uploaded."""
    shop_id = new_shop(now)
    jobs.import_start(
        connection=connection, shop_id=shop_id, file_name="big.csv", stored_as="x", actor="system", now=now
    )
    found = jobs.claim(connection)
    assert found is not None
    return found


def _line(number: int) -> str:
    price = ("49.90", "free", "49.905", "-1")[number % 4]
    return f"SKU-{number},Product {number // 8},blue,S{number % 8},{price},{number % 5},{'Light and cool. ' * 4}\n"


def test_ten_megabytes_with_broken_rows_are_read_in_linear_time(
    connection: Connection, job: jobs.Job, tmp_path: Path, now: datetime
) -> None:
    file = tmp_path / "big.csv"
    lines = [_line(number) for number in range(95_000)]
    file.write_text(HEADER + "".join(lines))
    assert 9_000_000 < file.stat().st_size <= jobs.MOST_BYTES
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    planning.plan_import(connection, job, file, now=now)
    spent = time.process_time() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{spent:.1f} CPU seconds, {grown:.0f} MB more")
    row = connection.execute(
        "SELECT state, total, problem_count, jsonb_array_length(problems) FROM catalog_catalogimport WHERE id = %s",
        [job.id],
    ).fetchone()
    assert row == ("ready", 11_875, 71_250, 1000)
    assert spent < 30
    assert grown < 600
