"""The API's description is a promise: the committed snapshot is what the views say."""

from django.test import Client

from leadnurturebot.api.description import SNAPSHOT, describe
from leadnurturebot.api.permissions import ROLES_BY_OPERATION


def test_the_snapshot_is_up_to_date() -> None:
    assert SNAPSHOT.read_bytes() == describe(), (
        "run `python -m leadnurturebot.api.snapshot` and say so in the changelog"
    )


def test_it_is_served_for_programs() -> None:
    described = Client().get("/docs/api/v1/openapi.json").json()
    operations = [o["operationId"] for methods in described["paths"].values() for o in methods.values()]
    assert described["openapi"] == "3.1.0"
    assert sorted(operations) == sorted(ROLES_BY_OPERATION)


def test_it_is_served_for_people_without_outside_files() -> None:
    page = Client().get("/docs/api/v1").content.decode()
    assert all(f"<section id='{operation}'>" in page for operation in ROLES_BY_OPERATION)
    assert "https://" not in page
    assert "<script" not in page
