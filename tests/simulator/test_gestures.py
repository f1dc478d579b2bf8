"""What a person can do beside writing, and what befalls numbers and accounts."""

from typing import Any

import pytest

from simulator.graph.management import samples
from tests.simulator.world_rig import NUMBER, PNID, TOKEN, Rig, bearer

pytestmark = pytest.mark.asyncio
TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Hello"}}


async def chat(rig: Rig) -> Any:
    return (await rig.http.get("/_sim/people/emma/chat")).json()["messages"]


async def newest(rig: Rig) -> Any:
    await rig.time.run(2)
    return rig.product.messages()[-1]


async def test_a_reaction_is_put_and_taken_back(rig: Rig) -> None:
    await rig.act(text="hi")
    sent = (await rig.send(**TEXT)).json()["messages"][0]["id"]
    await rig.time.run(5)
    await rig.act(react={"message": sent, "emoji": "👍"})
    assert (await newest(rig))["reaction"] == {"message_id": sent, "emoji": "👍"}
    assert (await chat(rig))[1]["reaction"] == "👍"
    await rig.act(react={"message": sent})
    assert (await newest(rig))["reaction"] == {"message_id": sent}
    assert (await chat(rig))[1]["reaction"] == ""


async def test_an_own_text_is_changed_for_fifteen_minutes(rig: Rig) -> None:
    own = (await rig.act(text="the bleu one")).json()["id"]
    await rig.act(edit={"message": own, "text": "the blue one"})
    edited = (await newest(rig))["edit"]
    assert edited == {"original_message_id": own, "message": {"type": "text", "text": {"body": "the blue one"}}}
    [shown] = await chat(rig)
    assert (shown["content"]["text"]["body"], shown["is_edited"]) == ("the blue one", True)
    await rig.advance(901)
    assert (await rig.act(edit={"message": own, "text": "no"})).status_code == 422


async def test_an_own_message_is_deleted_for_everyone(rig: Rig) -> None:
    own = (await rig.act(text="oops")).json()["id"]
    await rig.act(revoke=own)
    assert (await newest(rig))["revoke"] == {"original_message_id": own}
    assert [message["is_revoked"] for message in await chat(rig)] == [True]


async def test_a_quote_names_what_it_answers(rig: Rig) -> None:
    own = (await rig.act(text="Which colours?")).json()["id"]
    await rig.send(**TEXT, context={"message_id": own})
    await rig.time.run(5)
    assert (await chat(rig))[1]["quote"] == {"by": "You", "text": "Which colours?"}
    theirs = (await chat(rig))[1]["id"]
    await rig.act(text="thanks", reply_to=theirs)
    assert (await newest(rig))["context"] == {"from": "15550783881", "id": theirs}


async def test_a_filled_form_comes_back_as_json_text_with_its_token(rig: Rig) -> None:
    await rig.act(text="hi")
    parameters = {"flow_message_version": "3", "flow_id": "7", "flow_cta": "Find my size", "flow_token": "t1"}
    action = {"name": "flow", "parameters": parameters}
    form = {"type": "flow", "body": {"text": "Two questions"}, "action": action}
    sent = (await rig.send(type="interactive", interactive=form)).json()["messages"][0]["id"]
    await rig.act(flow={"message": sent, "answer": {"size": "M"}})
    reply = (await newest(rig))["interactive"]["nfm_reply"]
    assert reply == {"name": "flow", "body": "Sent", "response_json": '{"flow_token":"t1","size":"M"}'}


async def test_the_own_contact_says_it_was_asked_for(rig: Rig) -> None:
    await rig.act(contact="own")
    message = await newest(rig)
    assert (message["origin"], message["contacts"][0]["phones"][0]["wa_id"]) == ("contact_request", "447700900142")
    assert (await rig.act("noor", contact="own")).status_code == 422


async def test_a_question_from_a_product_page_names_the_product(rig: Rig) -> None:
    await rig.act(product="S1", text="Is it lined?")
    message = await newest(rig)
    assert message["context"]["referred_product"] == {"catalog_id": "", "product_retailer_id": "S1"}


async def test_who_blocked_the_shop_can_not_write_and_gets_nothing(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.http.patch("/_sim/people/emma", json={"blocked": True})
    assert (await rig.act(text="again")).status_code == 422
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert rig.product.statuses()[-1]["errors"][0]["code"] == 131026


async def test_the_shop_blocks_only_who_wrote_lately(rig: Rig) -> None:
    path = f"/v25.0/{PNID}/block_users"
    body = {"messaging_product": "whatsapp", "block_users": [{"user": "+447700900142"}]}
    refused = await rig.http.post(path, json=body, headers=bearer(TOKEN))
    assert refused.json()["error"]["code"] == 139100
    await rig.act(text="hi")
    added = (await rig.http.post(path, json=body, headers=bearer(TOKEN))).json()["block_users"]
    assert added == {"added_users": [{"input": "+447700900142", "wa_id": "447700900142"}]}
    assert (await rig.act(text="hello?")).status_code == 422
    await rig.http.request("DELETE", path, json=body, headers=bearer(TOKEN))
    assert (await rig.act(text="hello?")).status_code == 201


async def test_a_taken_number_can_not_be_moved_to(rig: Rig) -> None:
    answer = await rig.http.post("/_sim/people/emma/number", json={"phone": "+34 612 345 678"})
    assert (answer.status_code, answer.json()["error"]) == (422, "+34612345678 belongs to Lucía Romero")


async def test_the_old_number_is_free_after_a_move(rig: Rig) -> None:
    await rig.http.post("/_sim/people/emma/number", json={"phone": "+447700900143"})
    assert rig.world.people.by_phone("447700900142") is None


async def test_events_of_before_user_ids_carry_none(rig: Rig) -> None:
    await rig.fault(user_ids=False)
    await rig.act(text="hi")
    await rig.time.run(1)
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert b"user_id" not in b"".join(body for _, _, body in rig.product.received)


async def test_media_events_may_carry_an_address_that_wants_the_token(rig: Rig) -> None:
    await rig.fault(media_urls=True)
    await rig.act(voice=True)
    url = (await newest(rig))["audio"]["url"]
    path = url.removeprefix(rig.world.public_url)
    assert (await rig.http.get(path)).status_code == 401
    assert (await rig.http.get(path, headers=bearer(TOKEN))).status_code == 200


@pytest.mark.parametrize("name", ["limit_raised", "banned", "app_link_lost"])
async def test_the_account_tells_what_happens_to_it(rig: Rig, name: str) -> None:
    number = rig.world.numbers.get(PNID)
    assert number is not None
    await rig.http.post(f"/_sim/numbers/{PNID}/events", json={"name": name})
    await rig.time.run(1)
    assert rig.product.events() == [samples(number)[name][1]]


async def test_every_account_event_can_be_told(rig: Rig) -> None:
    listed = (await rig.http.get(f"/_sim/numbers/{PNID}/events")).json()["events"]
    for name in listed:
        assert (await rig.http.post(f"/_sim/numbers/{PNID}/events", json={"name": name})).status_code == 200
    await rig.time.run(2)
    assert (len(rig.product.events()), len(listed)) == (15, 15)
    assert (await rig.http.post(f"/_sim/numbers/{PNID}/events", json={"name": "none"})).status_code == 422


async def test_marketing_has_an_address_of_its_own(rig: Rig) -> None:
    path = f"/v25.0/{PNID}/marketing_messages"
    await rig.act(text="hi")
    body = {"messaging_product": "whatsapp", "to": "+447700900142", **TEXT}
    answer = await rig.http.post(path, json=body, headers=bearer(TOKEN))
    assert answer.json()["error"]["code"] == 134100


async def test_commerce_settings_and_profile_are_kept(rig: Rig) -> None:
    path = f"/v25.0/{PNID}/whatsapp_commerce_settings"
    await rig.http.post(f"{path}?is_cart_enabled=false", headers=bearer(TOKEN))
    kept = (await rig.http.get(path, headers=bearer(TOKEN))).json()["data"][0]
    assert kept == {"is_cart_enabled": False, "is_catalog_visible": False, "id": PNID}
    profile = f"/v25.0/{PNID}/whatsapp_business_profile"
    refused = await rig.http.post(profile, json={"about": "x" * 140}, headers=bearer(TOKEN))
    assert refused.json()["error"]["code"] == 100
    await rig.http.post(profile, json={"messaging_product": "whatsapp", "about": "Dresses"}, headers=bearer(TOKEN))
    assert (await rig.http.get(profile, headers=bearer(TOKEN))).json()["data"][0]["about"] == "Dresses"


async def test_a_sample_picture_gets_its_handle_by_the_resumable_upload(rig: Rig) -> None:
    opened = await rig.http.post("/v25.0/app/uploads?file_length=4&file_type=image/png", headers=bearer(TOKEN))
    path = f"/v25.0/{opened.json()['id']}"
    assert (await rig.http.post(path, content=b"\x89PNG")).json()["h"].startswith("4::")
    assert (await rig.http.post(path, content=b"short!")).json()["error"]["code"] == 100


async def test_a_token_can_be_looked_up(rig: Rig) -> None:
    answer = await rig.http.get(f"/v25.0/debug_token?input_token={TOKEN}", headers=bearer(TOKEN))
    assert answer.json()["data"]["is_valid"] is True
    assert NUMBER["waba_id"] in str(answer.json()["data"]["granular_scopes"])
