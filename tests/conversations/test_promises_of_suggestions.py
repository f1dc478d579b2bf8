"""What suggestions promise, tried on many customers: three to five with a reason each, none twice in a row, none sold out
in the customer's size, none above the budget."""

import re
from dataclasses import replace
from itertools import combinations
from random import Random
from uuid import UUID

import pytest

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.message_content import Carousel, MessageContent
from tests.conversations.harness import Phone
from tests.conversations.local_shops import opened

ASK = "what do you recommend?"
DRESSES = ["blue-floral-sundress", "sage-wrap-dress", "red-party-dress", "linen-shirt-dress"]
LOOKED_AT = [list(three) for three in combinations(DRESSES, 3)]
SEEDS = range(12)


def customer(seen: list[str], *, size: str = "", seed: int = 0) -> Phone:
    """Somebody who looked at three dresses, in a shop where a third of the pieces is sold out."""
    phone = opened("en", goods="en")
    phone.remember(seen)
    phone.set_customer({"usual_size": size} if size else {})
    random = Random(seed)
    for product in phone.goods.products.values():
        for variant in product.variants:
            if seed and random.random() < 1 / 3:
                phone.goods.offers[variant.id] = replace(phone.goods.offers[variant.id], available=0)
    return phone


def shown(phone: Phone, line: str = ASK) -> list[Product]:
    exchange = phone.hear([{"say": line}])
    (content,) = exchange.contents
    assert exchange.decision is not None
    return [phone.goods.products[product_id] for product_id in _of(content, exchange.decision.state.shown)]


def _of(content: MessageContent, listed: tuple[UUID, ...]) -> tuple[UUID, ...]:
    return listed if isinstance(content, Carousel) else ()


def has_size(phone: Phone, product: Product, size: str) -> bool:
    """Whether it can be had in the size, or comes in sizes of another kind."""
    own = match_size(product, size)
    fitting = [variant for variant in product.variants if not own or variant.size == own]
    return any(phone.goods.offers[variant.id].available for variant in fitting)


@pytest.mark.parametrize("seen", LOOKED_AT)
def test_after_three_views_of_a_kind_there_are_three_to_five_each_with_its_reason(seen: list[str]) -> None:
    phone = customer(seen)
    (content,) = phone.hear([{"say": ASK}]).contents
    assert isinstance(content, Carousel)
    assert 3 <= len(content.cards) <= 5
    reasons = [card.body.partition("\n")[2] for card in content.cards]
    assert all(reasons)
    assert len({card.body for card in content.cards}) == len(content.cards)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_shown_twice_in_a_row_nor_what_was_looked_at(seed: int) -> None:
    seen = LOOKED_AT[seed % len(LOOKED_AT)]
    phone = customer(seen, seed=seed)
    before = {product.id for product in phone.goods.products.values() if product.id in phone.state.seen}
    shown_first = shown(phone)
    assert len(shown_first) >= 3
    before |= {product.id for product in shown_first}
    for line in ("anything else you would recommend?", "recommend me something"):
        now = {product.id for product in shown(phone, line)}
        assert not now & before
        before |= now


@pytest.mark.parametrize("size", ["S", "M", "L"])
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_sold_out_in_the_customers_size(seed: int, size: str) -> None:
    phone = customer(LOOKED_AT[seed % len(LOOKED_AT)], size=size, seed=seed + 1)
    for line in (ASK, "anything else you would recommend?"):
        assert all(has_size(phone, product, size) for product in shown(phone, line))


@pytest.mark.parametrize("budget", [20, 40, 60, 80])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_budget_is_kept(seed: int, budget: int) -> None:
    phone = customer(LOOKED_AT[seed % len(LOOKED_AT)], seed=seed)
    (content,) = phone.hear([{"say": f"what would you recommend under {budget} dollars?"}]).contents
    cards = [card.body for card in content.cards] if isinstance(content, Carousel) else [content.plain_text()]
    prices = [int(found) for card in cards for found in re.findall(r"\$(\d+)", card)[:1]]
    assert prices
    assert max(prices) <= budget
