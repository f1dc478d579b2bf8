"""Every kind that can be sent is shown in the portal."""

from typing import Any

import orjson
import pytest

from leadnurturebot.conversations.transcript import kind_shown, shown
from leadnurturebot.domain.message_content import MessageContent, to_json
from tests.providers.outbound.samples import EVERY, PICTURE


@pytest.mark.parametrize("content", [content for content, _ in EVERY], ids=lambda content: content.kind)
def test_it_has_its_own_kind_and_can_be_told_in_json(content: MessageContent) -> None:
    drawn, text = shown("out", {"content": to_json(content)})
    assert kind_shown("out", content.kind) == content.kind
    assert text == content.plain_text()
    assert orjson.loads(orjson.dumps(drawn))["kind"] == content.kind


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("document", {"body": "sizes.pdf\nSizes", "link": {"label": "sizes.pdf", "url": "https://shop.test/s.pdf"}}),
        ("video", {"link": {"label": "a.mp4", "url": "https://shop.test/a.mp4"}}),
        ("location", {"body": "The shop\n1 Main St"}),
        ("contacts", {"body": "Ana Lima +5511"}),
        ("order_details", {"body": "Look\n2 × Dress"}),
        ("product_list", {"body": "For you\nLook"}),
        ("image", {"image_url": PICTURE, "body": "The dress"}),
    ],
)
def test_what_kinds_share_stands_under_shared_names(kind: str, found: dict[str, Any]) -> None:
    content = next(content for content, _ in EVERY if content.kind == kind)
    drawn, _ = shown("out", {"content": to_json(content)})
    assert {name: drawn[name] for name in found} == found


def test_what_was_stored_under_older_limits_is_shown_all_the_same() -> None:
    _, text = shown("out", {"content": {"kind": "buttons", "body": "Which?", "buttons": [{"id": "a", "title": "*M*"}]}})
    assert text == "Which?"
