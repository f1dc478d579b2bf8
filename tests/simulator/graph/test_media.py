import base64
import hashlib

import pytest

from tests.simulator.world_rig import PNID, TOKEN, Rig, bearer

pytestmark = pytest.mark.asyncio
PICTURE = b"\x89PNG\r\n\r\n--not a boundary\r\n"


async def upload(rig: Rig, mime_type: str = "image/png", body: bytes = PICTURE) -> dict[str, object]:
    form = {"messaging_product": "whatsapp", "type": mime_type}
    files = {"file": ("blue.png", body, mime_type)}
    response = await rig.http.post(f"/v25.0/{PNID}/media", data=form, files=files, headers=bearer(TOKEN))
    answer: dict[str, object] = response.json()
    return answer


async def test_an_upload_comes_back_byte_for_byte_with_the_token_only(rig: Rig) -> None:
    media_id = (await upload(rig))["id"]
    described = (await rig.http.get(f"/v25.0/{media_id}", headers=bearer(TOKEN))).json()
    assert (described["mime_type"], described["file_size"]) == ("image/png", len(PICTURE))
    assert (await rig.http.get(described["url"])).status_code == 401
    assert (await rig.http.get(described["url"], headers=bearer(TOKEN))).content == PICTURE


async def test_the_address_dies_after_five_minutes(rig: Rig) -> None:
    media_id = (await upload(rig))["id"]
    url = (await rig.http.get(f"/v25.0/{media_id}", headers=bearer(TOKEN))).json()["url"]
    await rig.time.run(301)
    assert (await rig.http.get(url, headers=bearer(TOKEN))).status_code == 404


async def test_what_the_person_sent_lives_seven_days(rig: Rig) -> None:
    await rig.act(media={"type": "image", "mime_type": "image/jpeg", "base64": base64.b64encode(b"photo").decode()})
    await rig.time.run(1)
    image = rig.product.messages()[0]["image"]
    assert image["sha256"] == base64.b64encode(hashlib.sha256(b"photo").digest()).decode()
    assert (await rig.http.get(f"/v25.0/{image['id']}", headers=bearer(TOKEN))).status_code == 200
    await rig.advance(7 * 86400)
    assert (await rig.http.get(f"/v25.0/{image['id']}", headers=bearer(TOKEN))).status_code == 400


async def test_a_picture_above_five_megabytes_or_of_another_type_is_refused(rig: Rig) -> None:
    assert "at most 5000000" in str(await upload(rig, body=b"x" * 5_000_001))
    assert "image/gif" in str(await upload(rig, mime_type="image/gif"))


async def test_an_uploaded_picture_can_be_sent_by_its_id_until_deleted(rig: Rig) -> None:
    media_id = (await upload(rig))["id"]
    await rig.act(text="hi")
    assert (await rig.send(type="image", image={"id": media_id})).status_code == 200
    await rig.http.delete(f"/v25.0/{media_id}", headers=bearer(TOKEN))
    assert (await rig.send(type="image", image={"id": media_id})).json()["error"]["code"] == 131009
