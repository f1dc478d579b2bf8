from dataclasses import replace

import pytest

from leadnurturebot.assistant.phrasing.facts import untraced_numbers
from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.shelf import Shelf
from leadnurturebot.assistant.phrasing.values import Speech
from leadnurturebot.assistant.phrasing.voice import Voice
from leadnurturebot.domain.dialogue.reply import Card, Choice, Phrase, Picture, Reply
from leadnurturebot.domain.message_content import Buttons, Carousel, ListMessage, ProductList, ProductSection, Text
from leadnurturebot.domain.money import Money
from tests.conversations.goods import Goods, id_of

GOODS = Goods.load()


ENGLISH = Speech("en", "US")


def rendered(reply: Reply, speech: Speech = ENGLISH, shelf: Shelf | None = None) -> object:
    return render(reply, speech, products=GOODS.products.get, shelf=shelf)


def test_lines_start_anew_and_sentences_go_on() -> None:
    reply = Reply(say=(Phrase("handoff.is_open"), Phrase("line.stock.one_size"), Phrase("ask.usual_size")))
    assert rendered(reply) == Text("They are here now.\nOne size, in stock. Which size do you usually wear?")


def test_the_picture_is_of_the_colour_and_titles_differ() -> None:
    label = Phrase("button.product", {"product": "Wide-Leg Linen Trousers"})
    reply = Reply(
        say=(Phrase("ask.usual_size"),),
        picture=Picture(id_of("linen-shirt-dress"), "blue"),
        buttons=(Choice("see:p1", label), Choice("see:p2", label)),
    )
    content = rendered(reply)
    assert isinstance(content, Buttons)
    assert content.image_url == "https://shop.test/linen-shirt-dress/blue.png"
    assert [button.title for button in content.buttons] == ["Wide-Leg Linen…", "Wide-Leg Linen… (b)"]


def card(slug: str) -> Card:
    product = GOODS.products[id_of(slug)]
    head = Phrase("card.head", {"product": product.name, "price": Money(1900, "USD")})
    reason = Phrase("reason.traits", {"traits": ("linen",)})
    return Card(Picture(product.id), (head, reason), f"see:p{product.code}", sku=slug.upper())


def test_cards_without_a_picture_become_a_list_with_the_price() -> None:
    goods = Goods({"a": {"name": "Plain Hat", "category": "hat", "price": 19, "stock": {"blue": 1}, "pictures": False}})
    bare = goods.products[id_of("a")]
    head = Phrase("card.head", {"product": bare.name, "price": Money(1900, "USD")})
    cards = (Card(Picture(bare.id), (head,), "see:p1"), Card(Picture(bare.id), (head,), "see:p2"))
    reply = Reply(say=(Phrase("line.browse.found_plain", {"count": 2}),), cards=cards)
    content = render(reply, ENGLISH, products=goods.products.get)
    assert isinstance(content, ListMessage)
    assert [(row.title, row.description) for row in content.rows] == [("Plain Hat", "$19"), ("Plain Hat (b)", "$19")]


def test_a_carousel_has_a_picture_and_a_reason_on_each_card() -> None:
    reply = Reply(
        say=(Phrase("line.browse.found_plain", {"count": 2}),),
        cards=(card("linen-bucket-hat"), card("straw-sun-hat")),
        cards_label=Phrase("button.tell_more"),
    )
    content = rendered(reply)
    assert isinstance(content, Carousel)
    assert content.cards[0].body == "*Linen Bucket Hat* · $19\nlinen"
    assert [button.title for button in content.cards[0].buttons] == ["Tell me more"]


def test_the_voice_colours_openings_and_thanks_only() -> None:
    ours = Speech("en", "US", Voice(greeting="Hey {name}!", emoji="some", signature="🌸"))
    hello = Reply(say=(Phrase("greet.hi_name", {"name": "Emma"}), Phrase("ask.usual_size")))
    assert rendered(hello, ours) == Text("Hey Emma! Which size do you usually wear?")
    assert rendered(Reply(say=(Phrase("thanks.plain"),)), ours) == Text("You're welcome! 🌸")
    assert rendered(Reply(say=(Phrase("consent.stopped"),)), ours) == Text(
        "Done, you won't get any more messages from us. Write to us any time."
    )


def test_a_figure_from_nowhere_is_found() -> None:
    reply = Reply(say=(Phrase("product.price", {"product": "Sundress", "price": Money(4900, "USD"), "count": 1}),))
    content = rendered(reply)
    assert isinstance(content, Text)
    assert untraced_numbers(reply, content) == []
    assert untraced_numbers(reply, Text("The *Sundress* is *$39*.")) == ["39"]


def two_hats(**changes: str) -> Reply:
    cards = (replace(card("linen-bucket-hat"), **changes), card("straw-sun-hat"))  # type: ignore[arg-type]  # text fields only
    return Reply(say=(Phrase("line.browse.found_plain", {"count": 2}),), cards=cards)


SHELF = Shelf("44", "TrendyThreads Boutique and Friends")


def test_goods_come_from_the_channels_catalogue_where_there_is_one() -> None:
    content = rendered(two_hats(), shelf=SHELF)
    assert isinstance(content, ProductList)
    assert (content.catalog_id, content.header) == ("44", "TrendyThreads Boutique and Friends")
    assert content.sections == (ProductSection("TrendyThreads Boutique…", ("LINEN-BUCKET-HAT", "STRAW-SUN-HAT")),)
    assert content.body.splitlines()[1:] == ["*Linen Bucket Hat* · $19 – linen", "*Straw Sun Hat* · $19 – linen"]
    assert untraced_numbers(two_hats(), content) == []


@pytest.mark.parametrize("sku", ["", "STRAW-SUN-HAT"])
def test_a_product_that_the_catalogue_cannot_show_by_itself_keeps_our_own_cards(sku: str) -> None:
    assert isinstance(rendered(two_hats(sku=sku), shelf=SHELF), Carousel)
