"""What the person holding the phone can do, by program."""

import base64

import pytest

from simulator.phone.voice_note import silent_voice_note
from tests.simulator.world_rig import CONFIG, Answer, Rig

pytestmark = pytest.mark.asyncio


async def test_the_page_is_there_with_its_files(rig: Rig) -> None:
    page = await rig.http.get("/phone")
    assert (page.status_code, "Who holds the phone" in page.text) == (200, True)
    assert (await rig.http.get("/static/js/main.js")).headers["cache-control"] == "no-cache"


async def test_a_new_person_can_write_at_once(rig: Rig) -> None:
    made = await rig.http.post("/_sim/people", json={"name": "Zoe", "phone": "+34 699 111 222"})
    assert (made.status_code, made.json()["country"]) == (201, "ES")
    await rig.act(made.json()["id"], text="hola")
    await rig.time.run(1)
    assert rig.product.messages()[0]["from"] == "34699111222"


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ({"phone": "+34699111222"}, "wants a name"),
        ({"name": "Zoe"}, "phone number or a username"),
        ({"name": "Zoe", "phone": "12"}, "no full phone number"),
        ({"name": "Zoe", "phone": "+447700900142"}, "belongs to Emma Wilson"),
        ({"name": "Zoe", "phone": "+34699111222", "colour": "red"}, "unknown field colour"),
    ],
)
async def test_a_person_that_can_not_be_is_refused(rig: Rig, person: dict[str, str], words: str) -> None:
    response = await rig.http.post("/_sim/people", json=person)
    assert (response.status_code, words in response.json()["error"]) == (400, True)


async def test_a_list_row_sends_its_description_too(rig: Rig) -> None:
    await rig.act(text="hi")
    row = {"id": "m", "title": "M", "description": "7 left"}
    action = {"button": "Choose a size", "sections": [{"rows": [row]}]}
    await rig.send(type="interactive", interactive={"type": "list", "body": {"text": "Size?"}, "action": action})
    await rig.time.run(5)
    await rig.act(tap="m")
    await rig.time.run(1)
    assert rig.product.messages()[-1]["interactive"] == {"type": "list_reply", "list_reply": row}


async def test_a_link_button_opens_a_page_and_tells_the_business_nothing(rig: Rig) -> None:
    await rig.act(text="hi")
    parameters = {"display_text": "Pay $54.00", "url": "https://shop.test/p/1"}
    action = {"name": "cta_url", "parameters": parameters}
    await rig.send(type="interactive", interactive={"type": "cta_url", "body": {"text": "Total"}, "action": action})
    await rig.time.run(5)
    before = len(rig.product.messages())
    assert (await rig.act(tap="Pay $54.00")).json() == {"opened": "https://shop.test/p/1"}
    await rig.time.run(1)
    assert len(rig.product.messages()) == before


async def test_nothing_can_be_tapped_that_is_not_shown(rig: Rig) -> None:
    assert (await rig.act(tap="Check my size")).status_code == 422


async def test_a_cart_arrives_as_an_order(rig: Rig) -> None:
    item = {"product_retailer_id": "SUN-M", "quantity": 2, "item_price": 49, "currency": "USD"}
    await rig.act(order=[item], text="for Saturday")
    await rig.time.run(1)
    message = rig.product.messages()[0]
    assert (message["type"], message["order"]["product_items"]) == ("order", [item])
    assert message["order"]["text"] == "for Saturday"


async def test_any_message_object_can_be_sent_raw(rig: Rig) -> None:
    await rig.act(raw={"type": "unsupported", "errors": [{"code": 131051}], "id": "wamid.mine"})
    await rig.time.run(1)
    message = rig.product.messages()[0]
    assert (message["id"], message["errors"], message["from"]) == ("wamid.mine", [{"code": 131051}], "447700900142")
    assert (await rig.act(raw={"type": "text", "id": "wamid.mine"})).status_code == 422


async def test_a_voice_note_is_an_ogg_file_the_product_can_fetch(rig: Rig) -> None:
    await rig.act(voice=True)
    await rig.time.run(1)
    audio = rig.product.messages()[0]["audio"]
    assert (audio["mime_type"], audio["voice"]) == ("audio/ogg; codecs=opus", True)
    body = base64.b64decode(silent_voice_note())
    assert body[:4] == b"OggS"
    assert b"OpusHead" in body


async def test_a_referral_without_click_id_is_possible(rig: Rig) -> None:
    await rig.act(ad="ad-summer", text="hello", ctwa_clid=False)
    await rig.act(ad="ad-summer", text="hello again")
    await rig.time.run(1)
    first, second = rig.product.messages()
    assert "ctwa_clid" not in first["referral"]
    assert second["referral"]["ctwa_clid"].startswith("Aff")


async def test_pictures_are_fetched_only_for_addresses_that_passed_through(rig: Rig) -> None:
    ad = (await rig.http.get("/phone/state")).json()["ads"][0]
    assert (await rig.http.get(ad["picture"])).content == b"\x89PNG"
    forged = ad["picture"].replace("blue", "secret")
    assert (await rig.http.get(forged)).status_code == 404


async def test_a_search_ad_leads_into_the_chat_it_redirects_to() -> None:
    link = "http://product.test/g/abc"
    google = {"id": "g1", "platform": "google", "headline": "Sundress", "link": link}
    rig = Rig({**CONFIG, "ads": [google]})
    target = "https://wa.me/15550783881?text=Hi%20(ref:%20K7Q2)"
    rig.product.answers[link] = Answer(302, {"location": target}, b"")
    followed = await rig.http.post("/phone/follow", json={"url": link})
    assert followed.json() == {"chat": {"digits": "15550783881", "text": "Hi (ref: K7Q2)"}}
    assert (await rig.http.post("/phone/follow", json={"url": "http://elsewhere.test"})).status_code == 400


async def test_the_wire_shows_both_ways_and_hides_tokens(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.send(type="text", text={"body": "Hello"})
    await rig.time.run(5)
    entries = (await rig.http.get("/_sim/wire")).json()["wire"]
    assert [entry["title"] for entry in reversed(entries)] == [
        "Text",
        "Message",
        "Sent to Emma Wilson",
        "Reached Emma Wilson",
        "Read by Emma Wilson",
    ]
    assert "token-tt" not in str(entries)
