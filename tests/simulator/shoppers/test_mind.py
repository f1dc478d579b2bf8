"""How a shopper takes what the shop writes, and what they do next."""

import random
from typing import Any

import pytest

from simulator.shoppers.goals import Goal
from simulator.shoppers.mind import Mind
from simulator.shoppers.reading import read
from simulator.shoppers.shop_window import Piece
from simulator.shoppers.wording import Wording

DRESS = Piece("Satin Slip Dress", "dress", "black", "M", 7200, 5)
WORDING = Wording("en")


def mind(wish: str = "named", change: Piece | None = None, taps: float = 0.0, **known: Any) -> Mind:
    goal = Goal(wish, True, DRESS, change, question="question_shipping")
    made = Mind(goal, WORDING, random.Random(1), taps, height=170, weight=60)
    for name, value in known.items():
        setattr(made, name, value)
    return made


def said(text: str, *titles: str, link: str = "") -> Any:
    """A message of the shop with buttons, or with a link."""
    action: dict[str, Any] = {
        "buttons": [{"type": "reply", "reply": {"id": title, "title": title}} for title in titles]
    }
    if link:
        action = {"name": "cta_url", "parameters": {"display_text": "Pay $77.00", "url": link}}
    content = {"interactive": {"type": "button", "body": {"text": text}, "action": action}}
    return read([{"id": "w1", "type": "interactive", "content": content}], WORDING)


def cards(*names: str) -> Any:
    made = [
        {
            "body": {"text": f"*{name}* · $72"},
            "action": {"buttons": [{"quick_reply": {"id": name, "title": "Tell me more"}}]},
        }
        for name in names
    ]
    interactive = {"type": "carousel", "body": {"text": "Three that fit"}, "action": {"cards": made}}
    return read([{"id": "w2", "type": "interactive", "content": {"interactive": interactive}}], WORDING)


@pytest.mark.parametrize(
    ("known", "text", "titles", "step"),
    [
        ({}, "The *Satin Slip Dress* is $72. Which size would you like?", (), "size"),
        ({}, "The *Satin Slip Dress* is here. Which colour would you like?", ("Black, M", "Tan, M"), "color"),
        ({}, "Yes, the *Satin Slip Dress* is in stock in M, $72.", ("Add M to cart",), "take"),
        ({"phase": "choosing"}, "M is in stock at $72.", ("Add M to cart",), "take"),
        ({}, "In your cart: Satin Slip Dress, black, M, $72.\n*Total $77*", ("Pay now",), "pay"),
        ({}, "In your cart: Satin Slip Dress, black, L, $72.\n*Total $77*", ("Pay now",), "wrong_size"),
        ({}, "In your cart: Linen Shorts, black, M, $42.\n*Total $47*", ("Pay now",), "wrong_item"),
        ({}, "In your cart:\nSatin Slip Dress, L: $72\nSatin Slip Dress, M: $72\n*Total $144*", (), "one_too_many"),
        ({"phase": "cart"}, "How would you like to pay: card, wallet or cash on delivery?", (), "pay_card"),
        ({}, "Hello! What are you looking for?", ("Dresses",), "again_named"),
        ({}, "How tall are you, and what do you weigh?", (), "figures"),
        ({"phase": "paying"}, "Paid, thank you! Order TT1 arrives soon.", (), "thanks"),
    ],
)
def test_the_next_step_follows_from_what_the_shop_wrote(
    known: dict[str, Any], text: str, titles: tuple[str, ...], step: str
) -> None:
    assert mind(**known).next(said(text, *titles)).moment == step


def test_a_payment_link_is_opened() -> None:
    step = mind(phase="cart").next(said("Satin Slip Dress $72", link="http://shop.test/p/1"))
    assert (step.kind, step.url) == ("open", "http://shop.test/p/1")


def test_who_taps_taps_the_button_that_says_it() -> None:
    step = mind(taps=1.0).next(said("Yes, the *Satin Slip Dress* is in stock in M.", "See similar", "Add M to cart"))
    assert step.option is not None
    assert (step.kind, step.option.id) == ("tap", "Add M to cart")


def test_the_card_of_the_product_in_mind_is_picked() -> None:
    step = mind(taps=1.0).next(cards("Linen Dress", "Satin Slip Dress"))
    assert step.option is not None
    assert step.option.id == "Satin Slip Dress"


def test_who_describes_takes_what_is_offered_and_the_size_it_is_made_in() -> None:
    shopper = mind("described")
    shopper.next(cards("Smock Dress"))
    assert shopper.name == "Smock Dress"
    shopper.size = "10"
    shopper.next(said("The *Smock Dress* isn't made in 10; it comes in S, M and L."))
    assert shopper.size in ("S", "M", "L")


def test_advice_is_taken_with_the_button_that_names_it() -> None:
    step = mind("help", taps=1.0).next(said("I'd take *M*: you are in the middle of M.", "Add black, M", "See similar"))
    assert step.option is not None
    assert step.option.id == "Add black, M"


def test_sold_out_sends_them_away_when_it_is_theirs() -> None:
    assert mind().next(said("The *Satin Slip Dress* is sold out in M.")).moment == "said to be sold out"


def test_the_same_answer_over_and_over_ends_it() -> None:
    shopper, steps = mind(), []
    for _ in range(6):
        steps.append(shopper.next(said("I'm not sure what you mean.")))
        if steps[-1].kind == "leave":
            break
    assert (steps[-1].moment, len(steps)) == ("not understood", 3)


def test_haggling_and_comparing_happen_once_and_then_they_buy() -> None:
    shopper = mind("haggle")
    offer = "Yes, the *Satin Slip Dress* is in stock in M, $72."
    assert [shopper.next(said(offer)).moment, shopper.next(said(f"No discount. {offer}")).moment] == ["haggle", "take"]


def test_a_changed_mind_wants_the_other_size() -> None:
    shopper = mind("change_mind", change=Piece("Satin Slip Dress", "dress", "black", "L", 7200, 5))
    cart = "In your cart: Satin Slip Dress, black, M, $72.\n*Total $77*"
    assert shopper.next(said(cart)).moment == "change_size"
    assert shopper.next(said(cart.replace("black, M", "black, L"))).moment == "pay"


@pytest.mark.parametrize(
    ("wish", "text", "moment"),
    [
        ("complain", "I'm sorry, that shouldn't happen.", "as wished"),
        ("complain", "Which size would you like?", "complain: no fitting answer"),
        ("unavailable", "Sold out in M, sorry.", "as wished"),
    ],
)
def test_who_does_not_buy_leaves_with_a_fitting_answer_or_without(wish: str, text: str, moment: str) -> None:
    assert mind(wish).next(said(text)).moment == moment
