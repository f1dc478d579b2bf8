import json

import pytest

from leadnurturebot.domain.message_content import (
    Button,
    Buttons,
    Carousel,
    ContentCard,
    Image,
    LinkButton,
    ListMessage,
    MessageContent,
    Row,
    Template,
    Text,
    from_json,
    to_json,
)

CARD = ContentCard("https://shop.test/a.png", "*Dress* · $49", (Button("see:p1", "Tell me more"),))
EVERY: tuple[MessageContent, ...] = (
    Text("Hello"),
    Buttons("Which size?", (Button("add:v1", "Add M"),), "https://shop.test/a.png", "TrendyThreads"),
    ListMessage("Hats", "See 2", (Row("see:p1", "Straw Sun Hat", "$24"), Row("see:p2", "Linen Bucket Hat"))),
    Carousel("Three for you", (CARD, CARD)),
    LinkButton("*$54*", "Pay $54.00", "https://shop.test/p/1", None),
    Image("https://shop.test/a.png", "The sundress"),
    Template("cart_reminder", "en", ("Emma", "$54"), None, ("token",), "Emma, your cart waits."),
)


@pytest.mark.parametrize("content", EVERY, ids=lambda content: content.kind)
def test_a_message_survives_json(content: MessageContent) -> None:
    assert from_json(json.loads(json.dumps(to_json(content)))) == content


def test_a_message_is_read_as_on_the_phone() -> None:
    assert EVERY[1].plain_text() == "Which size?\nTrendyThreads\n[Add M]"
    assert EVERY[2].plain_text() == "Hats\n(See 2)\n☰ Straw Sun Hat — $24\n☰ Linen Bucket Hat"
    assert EVERY[4].plain_text() == "*$54*\n(Pay $54.00)"


def test_limits_of_the_format_are_kept() -> None:
    with pytest.raises(ValueError, match="button title has 21"):
        Button("x", "a" * 21)
    with pytest.raises(ValueError, match="same title"):
        Buttons("Which?", (Button("a", "M"), Button("b", "M")))
    with pytest.raises(ValueError, match="one to three buttons"):
        Buttons("Which?", tuple(Button(str(number), str(number)) for number in range(4)))
    with pytest.raises(ValueError, match="two line breaks"):
        ContentCard("https://shop.test/a.png", "1\n2\n3\n4", (Button("a", "A"),))
    with pytest.raises(ValueError, match="two to ten cards"):
        Carousel("One", (CARD,))
    with pytest.raises(ValueError, match="body has 1025"):
        Buttons("a" * 1025, (Button("a", "A"),))
