from leadnurturebot.domain.message_content import (
    Button,
    Buttons,
    Carousel,
    ContentCard,
    Image,
    LinkButton,
    ListMessage,
    Row,
    Text,
)
from leadnurturebot.providers.messaging.fitting import Capabilities, fitted, shortened

PLAIN = Capabilities(can=frozenset({"buttons", "list", "link"}), text_most=1600, list_body_most=1024)
NOTHING = Capabilities(can=frozenset(), text_most=1600)
PICTURE = "https://shop.example/i.png"


def cards(count: int, buttons: int) -> Carousel:
    made = tuple(
        ContentCard(PICTURE, f"Dress {n}\n$49", tuple(Button(f"b{n}{m}", f"Do {m}") for m in range(buttons)))
        for n in range(count)
    )
    return Carousel("Have a look", made)


def test_who_can_say_everything_says_it_unchanged() -> None:
    for content in (Text("x" * 4096), Buttons("b", (Button("1", "One"),), PICTURE, "foot"), cards(3, 2)):
        assert fitted(content, Capabilities()) is content


def test_cards_become_a_list_with_a_row_for_every_button() -> None:
    assert fitted(cards(2, 2), PLAIN) == ListMessage(
        "Have a look", "Do 0",
        (
            Row("b00", "Dress 0", "Do 0 · $49"), Row("b01", "Dress 0 2", "Do 1 · $49"),
            Row("b10", "Dress 1", "Do 0 · $49"), Row("b11", "Dress 1 2", "Do 1 · $49"),
        ),
    )  # fmt: skip


def test_of_many_cards_the_first_button_of_each_stays() -> None:
    content = fitted(cards(8, 2), PLAIN)
    assert isinstance(content, ListMessage)
    assert [row.id for row in content.rows] == [f"b{n}0" for n in range(8)]


def test_a_picture_above_buttons_becomes_an_address_below_the_words() -> None:
    content = fitted(Buttons("Blue dress", (Button("1", "Add"),), PICTURE, "In stock"), PLAIN)
    assert content == Buttons(f"Blue dress\nIn stock\n{PICTURE}", (Button("1", "Add"),))


def test_an_address_that_does_not_fit_is_left_out() -> None:
    content = fitted(Buttons("x" * 1020, (Button("1", "Add"),), PICTURE), PLAIN)
    assert content == Buttons("x" * 1020, (Button("1", "Add"),))


def test_a_picture_above_a_link_becomes_a_picture_with_the_link_below() -> None:
    content = fitted(LinkButton("Your order", "Pay", "https://shop.example/p/1", PICTURE), PLAIN)
    assert content == Image(PICTURE, "Your order\n\nPay: https://shop.example/p/1")


def test_a_list_with_too_many_words_is_numbered_lines() -> None:
    content = fitted(ListMessage("w " * 600, "Open", (Row("r", "M", "7 left"), Row("s", "L"))), PLAIN)
    assert isinstance(content, Text)
    assert content.body.endswith("\n\n1. M — 7 left\n2. L")


def test_who_can_say_only_words_numbers_the_choices() -> None:
    assert fitted(Buttons("Which?", (Button("1", "M"), Button("2", "L"))), NOTHING) == Text("Which?\n\n1. M\n2. L")
    assert fitted(LinkButton("Here", "Pay", "https://x.test"), NOTHING) == Text("Here\n\nPay: https://x.test")
    assert fitted(cards(2, 1), NOTHING) == Text("Have a look\n\n1. Dress 0 — Do 0 · $49\n2. Dress 1 — Do 0 · $49")


def test_what_is_too_long_is_cut_at_a_word() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two", 7) == "one two"
    content = fitted(Text("word " * 800), PLAIN)
    assert isinstance(content, Text)
    assert len(content.body) <= 1600
