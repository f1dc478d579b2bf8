"""Kinds that a provider has no form for are said in words there; nothing fails on its way."""

from urllib.parse import parse_qs

import orjson
import pytest

from leadnurturebot.domain.message_content import Button, Carousel, ContentCard, MessageContent
from leadnurturebot.providers.messaging.base import Account, MarksRead, Recipient
from leadnurturebot.providers.messaging.dialog360 import PROVIDER as DIALOG360
from leadnurturebot.providers.messaging.twilio import PROVIDER as TWILIO
from tests.providers.outbound.samples import EVERY, FILM, PICTURE

ACCOUNT = Account(base_url="https://api.example", phone_number_id="whatsapp:+1555", waba_id="AC1", secrets={})
ANA = Recipient(wa_id="5215512345678")
SAYABLE = [content for content, _ in EVERY if not getattr(content, "media_id", "")]


def by_twilio(content: MessageContent) -> dict[str, list[str]]:
    request = TWILIO.build_request(content, to=ANA, account=ACCOUNT, callback_data="m1", quoted="wamid.in")
    return parse_qs(request.body.decode())


@pytest.mark.parametrize("content", SAYABLE, ids=lambda content: content.kind)
def test_twilio_says_every_kind(content: MessageContent) -> None:
    form = by_twilio(content)
    is_taken_back = content.kind == "reaction" and not content.plain_text()
    assert is_taken_back or form.get("Body", form.get("MediaUrl"))


def test_twilio_shows_films_and_files_by_their_address() -> None:
    film = next(content for content in SAYABLE if content.kind == "video")
    assert (by_twilio(film)["MediaUrl"], by_twilio(film)["Body"]) == ([FILM], ["How it falls"])


def test_cards_with_bold_names_become_rows_without_marks() -> None:
    cards = tuple(ContentCard(PICTURE, f"*Hat {n}* · $9", (Button(f"p{n}", "More"),)) for n in (1, 2))
    assert by_twilio(Carousel("Look", cards))["Body"] == ["Look\n\n1. Hat 1 · $9 — More\n2. Hat 2 · $9 — More"]


def test_360dialog_quotes_and_marks_read_at_its_own_address() -> None:
    quoted = DIALOG360.build_request(SAYABLE[0], to=ANA, account=ACCOUNT, callback_data="m1", quoted="wamid.in")
    assert orjson.loads(quoted.body)["context"] == {"message_id": "wamid.in"}
    assert isinstance(DIALOG360, MarksRead)
    read = DIALOG360.build_read("wamid.in", account=ACCOUNT, typing=True)
    assert (read.url, orjson.loads(read.body)["status"]) == ("https://api.example/messages", "read")
