"""What was said: facts of the catalogue in the customer's language."""

from datetime import UTC, datetime

import pytest

from leadnurturebot.demo_shop.catalogue.reading import by_external_id
from leadnurturebot.demo_shop.people.past import past
from leadnurturebot.demo_shop.people.shapes import PastLead
from leadnurturebot.demo_shop.people.talk import money, without_order
from leadnurturebot.demo_shop.shop import ADS

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
DRESS = by_external_id()["blue-floral-sundress"]


def lead(language: str) -> PastLead:
    return PastLead(
        key="noor", name="Noor Khan", phone=None, username="noor.k", country="US", language=language,
        source="instagram_ad", ad_id=ADS[0].ad_id, arrived_at=START, usual_step=0, height_cm=168, weight_kg=61,
    )  # fmt: skip


@pytest.mark.parametrize(("cents", "text"), [(4900, "$49"), (450, "$4.50"), (0, "$0"), (123456, "$1234.56")])
def test_money_is_written_as_a_shop_writes_it(cents: int, text: str) -> None:
    assert money(cents) == text


def test_the_first_answer_names_the_product_of_the_ad_and_its_price() -> None:
    talk = without_order(lead("en"), "asked", START, DRESS, DRESS.variants[2], now=NOW, seed="s")
    assert talk.messages[1].text == (
        "Hi Noor! The *Blue Floral Sundress* from the ad is *$49*: 100% cotton, knee length, regular fit. "
        "Which size do you usually wear?"
    )


@pytest.mark.parametrize("language", ["en", "es", "pt", "hi", "id"])
def test_a_full_cart_names_lines_shipping_and_total(language: str) -> None:
    talk = without_order(lead(language), "cart", START, DRESS, DRESS.variants[2], now=NOW, seed="s")
    assert all(part in talk.messages[-1].text for part in ("Blue Floral Sundress, M $49", "$5", "$54"))
    assert talk.cart_skus == ("DR01-BLUE-FLORAL-M",)


def test_what_comes_after_now_is_not_said_yet() -> None:
    talk = without_order(lead("en"), "cart", START, DRESS, DRESS.variants[2], now=START, seed="s")
    assert [message.is_inbound for message in talk.messages] == [True]


def test_customers_speak_first_and_no_placeholder_is_left() -> None:
    for talk in past(NOW).conversations:
        assert talk.messages[0].is_inbound
        assert not any({"{", "}"} & set(message.text) for message in talk.messages)


def test_a_paid_order_is_confirmed_by_its_number() -> None:
    told = past(NOW)
    for talk in told.conversations:
        if talk.outcome == "ordered":
            assert any(f"#{talk.order_number}" in message.text for message in talk.messages if not message.is_inbound)
