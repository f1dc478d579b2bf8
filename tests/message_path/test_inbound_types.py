"""What the product does with every type of message: an answer where somebody waits for one, and no error anywhere."""

from typing import Any

import pytest

from tests.cast import EMMA, text
from tests.message_path.driving import Drive

FILE = {"id": "901", "mime_type": "image/jpeg", "sha256": "x"}
ERROR = {"code": 131051, "title": "Unsupported message type"}

# Type and content, the kind it is kept as, whether a person waits for an answer.
TYPES: list[tuple[dict[str, Any], str, bool]] = [
    ({"type": "text", "text": {"body": "is the sundress there in M?"}}, "text", True),
    ({"type": "image", "image": FILE}, "image", True),
    ({"type": "image", "image": {**FILE, "caption": "how much is the sundress?"}}, "image", True),
    ({"type": "video", "video": {**FILE, "mime_type": "video/mp4"}}, "video", True),
    ({"type": "audio", "audio": {**FILE, "mime_type": "audio/ogg; codecs=opus", "voice": True}}, "audio", True),
    ({"type": "audio", "audio": {**FILE, "mime_type": "audio/mpeg", "voice": False}}, "audio", True),
    ({"type": "document", "document": {**FILE, "mime_type": "application/pdf", "filename": "a.pdf"}}, "document", True),
    ({"type": "sticker", "sticker": {**FILE, "mime_type": "image/webp", "animated": False}}, "sticker", True),
    ({"type": "location", "location": {"latitude": 51.5, "longitude": -0.1}}, "location", True),
    ({"type": "contacts", "contacts": [{"name": {"formatted_name": "Jo"}, "phones": []}]}, "contacts", True),
    ({"type": "button", "button": {"payload": "unknown", "text": "Pay"}}, "tap", True),
    (
        {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": {"id": "no such", "title": "x"}}},
        "tap",
        True,
    ),
    ({"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}}}, "form", True),
    ({"type": "interactive", "interactive": {"type": "button_reply"}, "errors": [ERROR]}, "unsupported", True),
    (
        {"type": "order", "order": {"product_items": [{"product_retailer_id": "DR-BLUE-M", "quantity": 1}]}},
        "order",
        True,
    ),
    ({"type": "unsupported", "unsupported": {"type": "poll"}, "errors": [ERROR]}, "unsupported", True),
    ({"type": "unknown", "errors": [ERROR]}, "unsupported", True),
    ({"type": "hologram", "hologram": {}}, "unsupported", True),
    ({"type": "image", "errors": [{"code": 131052, "title": "Media download error"}]}, "unsupported", True),
    ({}, "unsupported", True),
    ({"type": "reaction", "reaction": {"message_id": "wamid.gone", "emoji": "❤️"}}, "reaction", False),
    (
        {"type": "edit", "edit": {"original_message_id": "gone", "message": {"type": "text", "text": {"body": "x"}}}},
        "text",
        False,
    ),
    ({"type": "revoke", "revoke": {"original_message_id": "gone"}}, "revoke", False),
    (
        {"type": "system", "system": {"type": "customer_identity_changed", "body": "Emma's code changed"}},
        "system",
        False,
    ),
    (
        {
            "type": "interactive",
            "interactive": {"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}},
        },
        "call_permission",
        False,
    ),
    ({"type": "text", "text": {"body": "hi all"}, "group_id": "g"}, "text", False),
]


@pytest.mark.parametrize(("item", "kind", "is_answered"), TYPES)
def test_each_type_is_kept_and_answered_where_somebody_waits(
    drive: Drive, item: dict[str, Any], kind: str, is_answered: bool
) -> None:
    message = {"from": EMMA, "from_user_id": f"GB.{EMMA}", "id": "w1", "timestamp": drive.stamp(), **item}
    replies = drive.hear(message)
    drive.later(seconds=30)
    drive.work()
    assert drive.rows("SELECT kind FROM conversations_message WHERE direction = 'in'") == [(kind,)]
    assert (len(replies) == 1 and bool(replies[0].plain_text())) is is_answered
    assert drive.count("message_path_inbox") == 0


def test_words_under_a_picture_are_answered(drive: Drive) -> None:
    picture = {"type": "image", "image": {**FILE, "caption": "how much is the blue floral sundress?"}}
    (reply,) = drive.hear({"from": EMMA, "id": "w1", "timestamp": drive.stamp(), **picture})
    assert "$49" in reply.plain_text()


def test_the_product_of_the_page_somebody_wrote_from_is_in_focus(drive: Drive) -> None:
    page = {
        "id": "wamid.p",
        "from": "15550783881",
        "referred_product": {"catalog_id": "7", "product_retailer_id": "WR-M"},
    }
    (reply,) = drive.hear(text("how much is it?", at=drive.now, wamid="w1", context=page))
    assert "*Sage Wrap Dress*" in reply.plain_text()
    assert "$68" in reply.plain_text()


def test_a_cart_from_whatsapp_costs_what_the_shop_asks_today(drive: Drive) -> None:
    items = [
        {"product_retailer_id": "DR-BLUE-M", "quantity": 2, "item_price": 39.0, "currency": "USD"},
        {"product_retailer_id": "no such", "quantity": 1, "item_price": 5, "currency": "USD"},
    ]
    order = {"type": "order", "order": {"catalog_id": "7", "text": "", "product_items": items}}
    (reply,) = drive.hear({"from": EMMA, "id": "w1", "timestamp": drive.stamp(), **order})
    assert drive.rows("SELECT quantity, added_price FROM orders_cartline") == [(2, 4900)]
    assert "$98" in reply.plain_text()


def test_a_thousand_updates_of_one_body_are_all_kept(drive: Drive) -> None:
    people = [f"4477009{n:05}" for n in range(500)]
    statuses = tuple({"id": f"wamid.{n}", "status": "read", "timestamp": drive.stamp()} for n in range(500))
    drive.receive(
        *(text("hi", at=drive.now, wamid=f"w{n}", sender=who) for n, who in enumerate(people)), statuses=statuses
    )
    assert drive.count("message_path_inbox") == 500
    assert drive.count("message_path_status") == 500
    while drive.work():
        pass
    assert drive.count("message_path_outbox") == 500
