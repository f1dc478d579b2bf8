"""`export-lead` and `erase-lead`, in a database of their own process."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from leadnurturebot.cli import main
from leadnurturebot.leads.batch import ContactSeen, resolve_many
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed
from tests.cast import open_boutique


@pytest.fixture
def lead_id(db: None, now: datetime) -> str:
    """Renata of São Paulo has written, from a number that is dialled with a ninth digit and known without it."""
    shop = open_boutique(borrowed(), now).shop
    seen = ContactSeen(shop_id=shop.id, wa_id="551187654321", user_id="BR.1349", name="Renata")
    return str(resolve_many(borrowed(), [seen], {shop.id: ring().of(borrowed(), shop.id)}, now=now)[0].id)


def leads() -> list[tuple[Any, ...]]:
    with transaction.atomic():
        return borrowed().execute("SELECT erased_at IS NOT NULL, name_sealed = '' FROM leads_lead").fetchall()


@pytest.mark.parametrize("named", ["551187654321", "+55 (11) 98765-4321", "BR.1349", None])
def test_a_person_is_found_by_id_user_id_and_any_spelling_of_the_number(
    lead_id: str, named: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export-lead", "--shop", "trendythreads", "--lead", named or lead_id]) == 0
    held = json.loads(capsys.readouterr().out)
    assert (held["lead"]["id"], held["lead"]["name"]) == (lead_id, "Renata")


def test_an_export_goes_to_a_file_that_only_its_owner_reads(
    lead_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "renata.json"
    file.touch(0o644)
    assert main(["export-lead", "--shop", "trendythreads", "--lead", lead_id, "--output", str(file)]) == 0
    assert json.loads(file.read_text())["lead"]["name"] == "Renata"
    assert file.stat().st_mode & 0o777 == 0o600
    assert "2 identities" in capsys.readouterr().out


def test_without_a_yes_nothing_is_erased(lead_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase-lead", "--shop", "trendythreads", "--lead", lead_id]) == 1
    assert "--yes" in capsys.readouterr().err
    assert leads() == [(False, False)]


def test_with_a_yes_the_person_is_forgotten(lead_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase-lead", "--shop", "trendythreads", "--lead", "551187654321", "--yes"]) == 0
    assert capsys.readouterr().out == f"erased: lead {lead_id}\n"
    assert leads() == [(True, True)]
    assert main(["export-lead", "--shop", "trendythreads", "--lead", "551187654321"]) == 1


@pytest.mark.parametrize("named", ["447700900000", "0193a1b2-00b0-7000-8000-000000000000", "nobody"])
def test_who_is_unknown_is_said_so(lead_id: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase-lead", "--shop", "trendythreads", "--lead", named, "--yes"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert leads() == [(False, False)]


def test_both_are_in_the_audit_trail(lead_id: str) -> None:
    main(["export-lead", "--shop", "trendythreads", "--lead", lead_id])
    main(["erase-lead", "--shop", "trendythreads", "--lead", lead_id, "--yes"])
    with transaction.atomic():
        rows = (
            borrowed()
            .execute("SELECT action FROM platform_auditentry WHERE subject = %s ORDER BY id", [lead_id])
            .fetchall()
        )
    assert rows == [("lead.exported",), ("lead.erased",)]
