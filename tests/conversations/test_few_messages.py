"""A purchase takes fewer than five messages of the customer, taps counted, in every tag; with a kept address fewer still."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadnurturebot.domain.message_content import Buttons, LinkButton, MessageContent
from tests.conversations.harness import Phone
from tests.conversations.local_shops import opened
from tests.conversations.test_transcripts import TRANSCRIPTS, _name

MOST = 4


@dataclass(frozen=True)
class Words:
    """What a customer of the tag types."""

    product: str
    hello: str
    choice: str
    cash: str
    address: str


WORDS: Mapping[str, Words] = {
    "en": Words("blue-floral-sundress", "Hello! Can I get more info on this?", "M", "cash on delivery", "12 Dock St, Brooklyn NY 11201"),
    "es": Words("vestido-midi-lunares", "¡Hola! ¿Me dan más información?", "la 40", "pago al recibir", "C/ Feria 12, 41003 Sevilla"),
    "pt": Words("vestido-floral", "Oi! Quero saber mais sobre isso", "M", "pagar na entrega", "Rua das Acácias, 45, Curitiba 80240-110"),
    "hi": Words("chikankari-kurti", "नमस्ते! इसके बारे में बताइए", "व्हाइट M", "कैश ऑन डिलीवरी", "मकान नंबर 12, गांधी नगर, जयपुर 302015"),
    "hi-Latn": Words("cotton-kurti-set", "hello! iske baare mein batao", "pink L", "COD karna hai", "B-12 Lajpat Nagar, Delhi 110024"),
    "id": Words("dress-midi-bunga", "Halo kak, mau tanya ini dong", "pink M", "bayar di tempat", "Jl. Melati No. 5, Bandung 40132"),
}  # fmt: skip


@dataclass
class Customer:
    """Says and taps, and counts it."""

    phone: Phone
    messages: int = 0

    def say(self, words: str, **more: Any) -> MessageContent:
        return self._send({"say": words, **more})

    def tap(self, verb: str) -> MessageContent:
        """The first button of the newest message that does this."""
        action = next(each for each in self.actions() if each.startswith(verb))
        return self._send({"action": action, "say": "x"})

    def actions(self) -> list[str]:
        newest = self.phone.sent[-1]
        return [button.id for button in newest.buttons] if isinstance(newest, Buttons) else []

    def _send(self, message: Mapping[str, Any]) -> MessageContent:
        self.messages += 1
        (content,) = self.phone.hear([message]).contents
        return content


@pytest.fixture(params=sorted(WORDS))
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def customer(tag: str) -> Customer:
    phone = opened(tag, goods=tag)
    phone.set_shop({"payment_methods": ("card", "cash_on_delivery")})
    return Customer(phone)


def from_the_ad(customer: Customer, words: Words) -> None:
    """To the cart: the ad, the size where it is asked, [Add]."""
    customer.say(words.hello, ad={"product": words.product})
    if not any(action.startswith("add:v") for action in customer.actions()):
        customer.say(words.choice)
    customer.tap("add:v")


def test_from_the_ad_to_the_payment_link(customer: Customer, tag: str) -> None:
    from_the_ad(customer, WORDS[tag])
    assert isinstance(customer.tap("pay"), LinkButton)
    assert customer.messages <= MOST


def test_from_a_known_choice_to_an_order_paid_at_the_door(customer: Customer, tag: str) -> None:
    from_the_ad(customer, WORDS[tag])
    customer.messages = 1
    customer.say(WORDS[tag].cash)
    customer.say(WORDS[tag].address)
    customer.tap("place")
    assert (customer.phone.book.orders[-1].state, customer.messages) == ("confirmed", MOST)


def test_with_a_kept_address_one_message_fewer(customer: Customer, tag: str) -> None:
    customer.phone.customer = replace(customer.phone.customer, kept_address=WORDS[tag].address)
    from_the_ad(customer, WORDS[tag])
    customer.messages = 1
    customer.say(WORDS[tag].cash)
    customer.tap("place")
    assert (customer.phone.book.parcel, customer.messages) == (WORDS[tag].address, MOST - 1)


def test_with_a_kept_address_the_page_asks_nothing_but_the_money(customer: Customer, tag: str) -> None:
    customer.phone.customer = replace(customer.phone.customer, kept_address=WORDS[tag].address)
    from_the_ad(customer, WORDS[tag])
    assert WORDS[tag].address in customer.tap("pay").plain_text()
    assert (customer.phone.book.parcel, customer.messages <= MOST) == (WORDS[tag].address, True)


def test_the_address_alone_chooses_to_pay_at_the_door(customer: Customer, tag: str) -> None:
    from_the_ad(customer, WORDS[tag])
    customer.messages = 1
    customer.phone.hear([{"action": "do:checkout", "say": "x"}])
    assert WORDS[tag].address in customer.say(WORDS[tag].address).plain_text()
    assert any(action == "place" for action in customer.actions())


def _said_to_the_link(path: Path) -> int:
    """Turns of the customer up to the first payment link, 0 without one."""
    turns = yaml.safe_load(path.read_text(encoding="utf-8"))["turns"]
    links = [number for number, turn in enumerate(turns) if turn.get("link")]
    return len([turn for turn in turns[: links[0] + 1] if "event" not in turn]) if links else 0


STORIES = [path for path in TRANSCRIPTS if path.name.startswith("01_") and _said_to_the_link(path)]


@pytest.mark.parametrize("path", STORIES, ids=_name)
def test_the_first_story_reaches_its_link_in_four(path: Path) -> None:
    assert _said_to_the_link(path) <= MOST
