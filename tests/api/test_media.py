from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from leadnurturebot.conversations.models import MediaFile, Message
from leadnurturebot.platform import file_store
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.people import Cast

PICTURE = b"\xff\xd8\xff a picture"


@pytest.fixture
def thread_id(cast: Cast, now: datetime, settings: Any, tmp_path: Any) -> UUID:
    """A conversation; files lie in a folder of the test."""
    private = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": private}
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    stories.customer_says(cast.shop, thread_id, lead_id, "look", now)
    return thread_id


def keep(cast: Cast, thread_id: UUID, now: datetime, *, mime_type: str = "image/jpeg", state: str = "stored") -> str:
    """A file that came with the customer's message; its address."""
    stored_as = file_store.keep(stories.key_of(cast.shop), str(uuid7()), PICTURE)
    with system_scope():
        Message.objects.filter(thread_id=thread_id).update(kind="image")
        file = MediaFile.objects.create(
            shop_id=cast.shop.id, thread_id=thread_id, message_id=Message.objects.get(thread_id=thread_id).id,
            number_id=cast.number.id, kind="image", provider_media_id="901", mime_type=mime_type, size=len(PICTURE),
            state=state, due_at=now, stored_as=stored_as,
        )  # fmt: skip
    return f"/api/v1/conversations/{thread_id}/media/{file.id}"


def test_a_picture_is_shown_to_people_of_the_shop(sarah: Client, cast: Cast, thread_id: UUID, now: datetime) -> None:
    url = keep(cast, thread_id, now)
    answer = sarah.get(url)
    assert (answer.content, answer["Content-Type"], answer["Content-Disposition"]) == (PICTURE, "image/jpeg", "inline")
    assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == (
        "nosniff",
        "default-src 'none'; sandbox",
    )
    (message,) = sarah.get(f"/api/v1/conversations/{thread_id}/messages").json()["results"]
    assert message["marks"]["media"] == {
        "id": url.rpartition("/")[2], "kind": "image", "state": "stored", "mime_type": "image/jpeg", "size": len(PICTURE), "url": url,
    }  # fmt: skip


def test_what_a_browser_might_run_is_only_handed_over(
    sarah: Client, cast: Cast, thread_id: UUID, now: datetime
) -> None:
    answer = sarah.get(keep(cast, thread_id, now, mime_type="text/html"))
    assert (answer["Content-Type"], answer["Content-Disposition"]) == ("application/octet-stream", "attachment")


@pytest.mark.parametrize(
    ("wanted", "status", "body"),
    [
        ("bytes=0-2", 206, PICTURE[:3]),
        ("bytes=4-", 206, PICTURE[4:]),
        ("bytes=-3", 206, PICTURE[-3:]),
        ("bytes=99-", 200, PICTURE),
        ("x", 200, PICTURE),
    ],
)
def test_a_part_is_given_when_asked_for(
    sarah: Client, cast: Cast, thread_id: UUID, now: datetime, wanted: str, status: int, body: bytes
) -> None:
    answer = sarah.get(keep(cast, thread_id, now), headers={"range": wanted})
    assert (answer.status_code, answer.content) == (status, body)


def test_nobody_else_sees_it(marco: Client, sarah: Client, cast: Cast, thread_id: UUID, now: datetime) -> None:
    url = keep(cast, thread_id, now)
    assert [marco.get(url).status_code, Client().get(url).status_code, sarah.get(url).status_code] == [404, 401, 200]


@pytest.mark.parametrize("state", ["due", "fetching", "expired", "refused", "failed", "erased"])
def test_a_file_that_is_not_there_is_not_found(
    sarah: Client, cast: Cast, thread_id: UUID, now: datetime, state: str
) -> None:
    assert sarah.get(keep(cast, thread_id, now, state=state)).status_code == 404
