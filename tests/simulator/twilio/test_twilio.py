from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from simulator.outside import Answer
from simulator.signatures import twilio_signature
from simulator.twilio.events import tries_of
from simulator.twilio.replies import said
from tests.simulator.twilio.rig import CALLBACK, EMMA, FROM, NUMBER, SID, TwilioRig

BUTTONS = {"body": "{{1}}", "actions": [{"type": "QUICK_REPLY", "title": "{{2}}", "id": "{{3}}"}]}


@pytest_asyncio.fixture
async def rig() -> AsyncIterator[TwilioRig]:
    made = TwilioRig()
    await made.time.run(0)
    yield made
    await made.http.aclose()


async def test_an_inbound_message_is_a_signed_form(rig: TwilioRig) -> None:
    await rig.act(text="Hi")
    await rig.time.run(1)
    ((url, headers, _),) = rig.product.received
    (form,) = rig.forms()
    assert url == "http://product.test/hooks/messaging/twilio/k/"
    assert (form["From"], form["To"], form["Body"], form["WaId"]) == (EMMA, FROM, "Hi", "447700900142")
    assert (form["AccountSid"], form["MessageSid"][:2], form["NumMedia"]) == (SID, "SM", "0")
    assert headers["X-Twilio-Signature"] == twilio_signature("t-1", url, list(form.items()))


async def test_an_ad_tap_has_flat_names(rig: TwilioRig) -> None:
    await rig.act(ad="ad-summer")
    await rig.time.run(1)
    (form,) = rig.forms()
    assert (form["ReferralSourceId"], form["ReferralSourceType"]) == ("ad-summer", "ad")
    assert form["ReferralCtwaClid"].startswith("Aff")


async def test_a_picture_is_an_address_that_wants_the_account_s_token(rig: TwilioRig) -> None:
    await rig.act(media={"type": "image", "mime_type": "image/jpeg", "base64": "aGk=", "caption": "this"})
    await rig.time.run(1)
    (form,) = rig.forms()
    assert (form["NumMedia"], form["MediaContentType0"], form["Body"]) == ("1", "image/jpeg", "this")
    assert (await rig.http.get(form["MediaUrl0"])).status_code == 401
    assert (await rig.http.get(form["MediaUrl0"], auth=(SID, "t-1"))).content == b"hi"


async def test_a_hidden_number_is_told_as_a_user_id(rig: TwilioRig) -> None:
    await rig.act("noor", text="Hi")
    await rig.time.run(1)
    (form,) = rig.forms()
    assert form["From"].startswith("whatsapp:AE.")
    assert "WaId" not in form
    assert (await rig.create(To=form["From"], Body="Hello")).status_code == 201


async def test_a_message_is_queued_and_told_of_at_its_own_address(rig: TwilioRig) -> None:
    await rig.act(text="Hi")
    answer = await rig.create(Body="Hello")
    assert (answer.status_code, answer.json()["status"]) == (201, "queued")
    await rig.time.run(5)
    assert rig.statuses() == ["sent", "delivered", "read"]
    assert rig.product.received[-1][0] == CALLBACK.partition("#")[0]


async def test_outside_the_window_it_is_taken_and_undelivered(rig: TwilioRig) -> None:
    assert (await rig.create(Body="Hello")).status_code == 201
    await rig.time.run(5)
    (form,) = rig.forms()
    assert (form["MessageStatus"], form["ErrorCode"]) == ("undelivered", "63016")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, 21619), ({"Body": "x" * 1601}, 21617), ({"Body": "x", "To": "+447700900142"}, 21211),
        ({"Body": "x", "From": "whatsapp:+1999"}, 63007), ({"ContentSid": "HX0"}, 21655),
    ],
)  # fmt: skip
async def test_what_twilio_refuses_at_once(rig: TwilioRig, form: dict[str, str], code: int) -> None:
    answer = await rig.create(**form)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


async def test_a_wrong_token_is_refused(rig: TwilioRig) -> None:
    answer = await rig.http.post(f"/twilio/2010-04-01/Accounts/{SID}/Messages.json", data={}, auth=(SID, "t-2"))
    assert (answer.status_code, answer.json()["code"]) == (401, 20003)


async def test_a_content_is_filled_with_variables_and_can_be_tapped(rig: TwilioRig) -> None:
    await rig.act(text="Hi")
    sid = (await rig.content("twilio/quick-reply", BUTTONS)).json()["sid"]
    assert (await rig.create(ContentSid=sid, ContentVariables='{"1":"Add?","2":"Yes","3":"add"}')).status_code == 201
    await rig.time.run(5)
    assert (await rig.act(tap="Yes")).status_code == 201
    await rig.time.run(1)
    tapped = rig.forms()[-1]
    assert (tapped["ButtonPayload"], tapped["ButtonText"], tapped["Body"]) == ("add", "Yes", "Yes")
    assert tapped["OriginalRepliedMessageSid"][:2] == "SM"


async def test_a_row_of_a_list_comes_back_with_its_id(rig: TwilioRig) -> None:
    await rig.act(text="Hi")
    picker = {"body": "Which?", "button": "Open", "items": [{"item": "M", "id": "r1", "description": "7 left"}]}
    sid = (await rig.content("twilio/list-picker", picker)).json()["sid"]
    await rig.create(ContentSid=sid)
    await rig.time.run(5)
    await rig.act(tap="M")
    await rig.time.run(1)
    assert (rig.forms()[-1]["ListId"], rig.forms()[-1]["ListTitle"]) == ("r1", "M")


async def test_a_variable_without_a_value_is_refused(rig: TwilioRig) -> None:
    sid = (await rig.content("twilio/quick-reply", BUTTONS)).json()["sid"]
    answer = await rig.create(ContentSid=sid, ContentVariables='{"1":"Add?"}')
    assert answer.json()["code"] == 21656


async def test_a_row_without_a_description_is_refused(rig: TwilioRig) -> None:
    picker = {"body": "Which?", "button": "Open", "items": [{"item": "M", "id": "r1"}]}
    assert (await rig.content("twilio/list-picker", picker)).json()["code"] == 92005


async def test_cards_without_approval_are_not_delivered(rig: TwilioRig) -> None:
    await rig.act(text="Hi")
    sid = (await rig.content("twilio/carousel", {"body": "Look", "cards": []})).json()["sid"]
    await rig.create(ContentSid=sid)
    await rig.time.run(5)
    assert rig.forms()[-1]["ErrorCode"] == "63016"


async def test_an_approved_content_is_a_template_outside_the_window(rig: TwilioRig) -> None:
    sid = (await rig.content("twilio/text", {"body": "Hi {{1}}"})).json()["sid"]
    path = f"/twilio/v1/Content/{sid}/ApprovalRequests"
    asked = await rig.http.post(f"{path}/whatsapp", json={"name": "hi", "category": "UTILITY"}, auth=(SID, "t-1"))
    assert asked.json()["status"] == "received"
    await rig.time.run(60)
    found = await rig.http.get(path, auth=(SID, "t-1"))
    assert found.json()["whatsapp"]["status"] == "approved"
    await rig.create(ContentSid=sid, ContentVariables='{"1":"Emma"}')
    await rig.time.run(5)
    assert rig.statuses() == ["sent", "delivered", "read"]


async def test_words_that_answer_a_webhook_are_sent_to_the_person(rig: TwilioRig) -> None:
    assert said(Answer(200, {"content-type": "text/plain; charset=utf-8"}, b"ok")) == "ok"
    assert said(Answer(200, {"content-type": "text/xml"}, b"<Response><Message>Hi</Message></Response>")) == "Hi"
    assert said(Answer(200, {"content-type": "text/xml"}, b"<Response/>")) == ""
    assert said(Answer(200, {"content-type": "text/plain"}, b"")) == ""


def test_repeats_are_asked_for_behind_the_address() -> None:
    assert (tries_of("http://x.test/"), tries_of("http://x.test/?m=1#rc=5&rp=all")) == (2, 6)


async def test_an_event_that_finds_nobody_is_tried_as_often_as_asked(rig: TwilioRig) -> None:
    rig.product.refusals = [503] * 10
    await rig.act(text="Hi")
    await rig.time.run(60)
    assert len(rig.product.received) == 2


async def test_the_account_and_its_senders_can_be_looked_at(rig: TwilioRig) -> None:
    account = await rig.http.get(f"/twilio/2010-04-01/Accounts/{SID}.json", auth=(SID, "t-1"))
    assert (account.json()["friendly_name"], account.json()["status"]) == ("TrendyThreads", "active")
    listed = (await rig.http.get("/twilio/v2/Channels/Senders", auth=(SID, "t-1"))).json()["senders"]
    assert [(each["sender_id"], each["status"], each["webhook"]["callback_url"]) for each in listed] == [
        (FROM, "ONLINE", NUMBER["webhook_url"])
    ]
