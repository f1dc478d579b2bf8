"""What the customers of the fault suite do: whole small conversations, told step by step.

Every visit has two acts, three hours of business time apart, so that reminders of left carts fall between them. A customer
writes again only when the step before was answered: what is answered together is then a matter of the visit, not of speed.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["say", "ad", "tap", "pair", "old", "order", "pay"]


@dataclass(frozen=True, slots=True)
class Step:
    """One deed of a customer.

    `say`: write; `ad`: arrive by an ad; `tap`: the button or row of the newest reply whose title begins so; `pair`: two
    messages that reach us together; `old`: a message that took a week to reach us; `order`: send a cart of SKUs; `pay`: pay
    by the link of the newest reply.
    """

    kind: Kind
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """A customer's way through the shop."""

    name: str
    first: tuple[Step, ...]
    second: tuple[Step, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Both acts."""
        return self.first + self.second


def _say(*texts: str) -> tuple[Step, ...]:
    return tuple(Step("say", (text,)) for text in texts)


def _tap(title: str) -> Step:
    return Step("tap", (title,))


AUTOFILL = "Hello! Can I get more info on this?"

VISITS = (
    Visit(
        "paid by card",
        (Step("ad", (AUTOFILL,)), *_say("M please"), _tap("Add M to cart"), _tap("Pay now"), Step("pay")),
        _say("where is my order?", "thanks!"),
    ),
    Visit(
        "kept for later",
        (*_say("hi, is the blue floral sundress still available?", "in M", "add it to my cart please"), _tap("Save for later")),
        _say("what's in my cart?", "how much is shipping?"),
    ),
    Visit(
        "stopped",
        _say("Hello", "do you have linen trousers?", "in black, size L", "add them to my cart", "STOP"),
        _say("what's in my cart?"),
    ),
    Visit(
        "cash on delivery",
        (*_say("canvas tote pls", "I'll take 2"), _tap("Pay"), *_say("cash on delivery please", "12 Mill Lane, Leeds LS1 4AB")),
        _say("what payment methods do you take"),
    ),
    Visit(
        "cart from the phone",
        (Step("order", ("SSH24-natur-one size", "CT25-natur-one size")), _tap("Pay"), Step("pay")),
        _say("where is my order?"),
    ),
    Visit(
        "two at once",
        (*_say("hi"), Step("pair", ("do you have sun hats?", "a straw one")), *_say("add one please", "view my cart")),
        (*_say("show me my cart"), Step("pair", ("add the canvas tote too", "just one")), *_say("thank you")),
    ),
    Visit(
        "a week late",
        (*_say("good morning"), Step("old", ("are you open on sundays?",)), *_say("is the sage wrap dress midi length?")),
        (*_say("what is it made of?"), Step("old", ("do you ship to Canada?",)), *_say("great thx")),
    ),
    Visit(
        "left, then stopped",
        (*_say("do you have the ribbed tank in olive?", "size M", "add it to my cart"), _tap("Save for later")),
        _say("is it cotton?", "stop writing to me"),
    ),
)  # fmt: skip
