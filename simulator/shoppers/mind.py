"""How a shopper decides what to do next, from what the shop wrote and what they came for."""

import random
import re
from dataclasses import dataclass, field

from simulator.jsontypes import Json
from simulator.shoppers.goals import Goal, opening
from simulator.shoppers.interludes import interlude
from simulator.shoppers.reading import Option, Reply, has_size, names_product, product_named, without_money
from simulator.shoppers.steps import Step
from simulator.shoppers.wording import Wording

PATIENCE = 3
ANY_SIZE = re.compile(r"(?<![$\w.])(XXS|XS|S|M|L|XL|XXL|\d{2}(?:-\d{2})?|\d)(?![\w.%–-])")
SIZED = re.compile(r"(^|[ ,])(XXS|XS|S|M|L|XL|XXL|3XL|\d{1,2})($|[ ,])")
ONE_SIZE = ("", "One Size", "OS")


@dataclass
class Mind:
    """Wish and memory of one shopper. `taps` is how likely they tap where they could type."""

    goal: Goal
    wording: Wording
    dice: random.Random
    taps: float
    height: int
    weight: int
    name: str = ""
    size: str = ""
    color: str = ""
    done: set[str] = field(default_factory=set)
    lost: int = 0
    repeats: int = 0
    before: str = ""
    phase: str = "search"
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        piece = self.goal.piece
        self.size = "" if piece.size in ONE_SIZE else piece.size
        self.color = piece.color
        self.name = "" if self.goal.is_open else piece.name

    def facts(self, **more: str) -> Json:
        a_kind, kinds = self.wording.kind(self.goal.piece.category)
        budget = f"${self.goal.piece.price // 100 + 15}"
        color = self.wording.color(self.color)
        known = {"name": self.name, "size": self.size, "color": color, "budget": budget}
        return known | {"a_kind": a_kind, "kinds": kinds, "height": self.height, "weight": self.weight, **more}

    def say(self, moment: str, **more: str) -> Step:
        self.asked.append(moment)
        return Step("say", moment, facts=self.facts(**more))

    def open(self) -> Step:
        return self.say(opening(self.goal))

    def tap_or_say(self, option: Option | None, moment: str, **more: str) -> Step:
        """Tap what is offered, by habit or because saying it did not help; else say it."""
        helpless = 0.8 if self.asked.count(moment) else 0.0
        if option is not None and self.dice.random() < max(self.taps, helpless):
            self.asked.append(moment)
            return Step("tap", moment, option)
        return self.say(moment, **more)

    def next(self, reply: Reply) -> Step:
        """The next step after a reply of the shop."""
        for decide in (
            self._ended,
            self._aside,
            self._at_payment,
            self._in_cart,
            self._settled_for,
            self._asked,
            self._offered,
        ):
            step = decide(reply)
            if step is not None:
                self.before = reply.text
                return step
        return self._lost(reply)

    def _aside(self, reply: Reply) -> Step | None:
        return interlude(self, reply)

    def _ended(self, reply: Reply) -> Step | None:
        if self.phase == "paid":
            return Step("leave", "paid")
        if "paid" in reply.aspects and self.phase == "paying":
            self.phase = "paid"
            return self._after_paying()
        if self.before and reply.text == self.before and self.asked[-2:-1] != self.asked[-1:]:
            self.repeats += 1
            if self.repeats >= PATIENCE:
                return Step("leave", "same answer again")
        return None

    def _after_paying(self) -> Step:
        return self.say("wrong_address") if self.goal.wish == "wrong_address" else self.say("thanks")

    def _at_payment(self, reply: Reply) -> Step | None:
        paying = next((url for title, url in reply.links if self.wording.is_about("pay_option", title)), "")
        if paying:
            self.phase = "paying"
            return self.say("unpaid") if self.goal.wish == "unpaid" else Step("open", "pay", url=paying)
        if "asks_payment" in reply.aspects and self.phase in ("cart", "paying"):
            return self.tap_or_say(reply.option(self.wording, "card_option"), "pay_card")
        if self.phase == "cart" and self.asked[-1:] == ["pay"] and (option := reply.option(self.wording, "pay_option")):
            return Step("tap", "pay_by_button", option) if "cart" not in reply.aspects else None
        if "expired" in reply.aspects and self.phase == "paying":
            return self.say("declined")
        return None

    def _in_cart(self, reply: Reply) -> Step | None:
        if "cart" not in reply.aspects or "cart_empty" in reply.aspects:
            return None
        self.phase = "cart"
        wrong = self._wrong_in(reply)
        if wrong is not None:
            return wrong
        return self.tap_or_say(reply.option(self.wording, "pay_option"), "pay")

    def _wrong_in(self, reply: Reply) -> Step | None:
        """They look whether the right thing is in the cart, and say so twice at most when it is not."""
        if (
            sum(self.asked.count(each) for each in ("wrong_size", "one_too_many", "wrong_item", "wrong_color"))
            >= PATIENCE
        ):
            return Step("leave", "wrong thing in the cart")
        if self.name and not names_product(reply.text, self.name):
            return self.say("wrong_item")
        lines = [each for each in reply.text.splitlines() if self.name and names_product(each, self.name)]
        if not lines:
            return None
        return self._wrong_size(lines) or self._wrong_color(lines)

    def _wrong_color(self, lines: list[str]) -> Step | None:
        """Another colour than theirs; who described a kind of garment is not so strict about it."""
        bare = " ".join(lines).lower().replace(self.name.lower(), "")
        other = self.wording.other_color(bare, self.color) if self.color and not self.goal.is_open else ""
        return self.say("wrong_color", other=other) if other else None

    def wrong_on_page(self, page: str) -> str:
        """What of the goods on the payment page is not what they want: nothing, when all is right."""
        name = self.name or self.goal.piece.name
        if not names_product(page, name):
            return f"not the {name}"
        if self.size and not has_size(page, self.size):
            return f"not in {self.size}"
        is_other = self.color and not self.goal.is_open and self.color.lower() not in page.lower()
        return f"not in {self.color}" if is_other else ""

    def _wrong_size(self, lines: list[str]) -> Step | None:
        if not self.size:
            return None
        right = [each for each in lines if has_size(each, self.size)]
        other = next(
            (found for each in lines if each not in right for found in ANY_SIZE.findall(without_money(each))), ""
        )
        if right and other:
            return self.say("one_too_many", other=other)
        return None if right else self.say("wrong_size", other=other or "that")

    def _asked(self, reply: Reply) -> Step | None:
        """Answer a question of the shop."""
        aspects = reply.aspects
        if "asks_instead" in aspects:
            return self.tap_or_say(reply.option(self.wording, "instead_option"), "instead")
        if "asks_color" in aspects and self.color:
            self.phase = "choosing" if self.phase == "search" and self._knows_product(reply) else self.phase
            return self._answer(reply, self.wording.color(self.color), "color")
        if "asks_color" in aspects and reply.options and not reply.choices():
            first = reply.options[0]
            return self.tap_or_say(first, "take_title", title=self.wording.without_verb(first.title))
        if "asks_figures" in aspects or ("asks_measure" in aspects and "asks_size" not in aspects):
            return self._once("figures")
        if "asks_weight" in aspects:
            return self._once("weight")
        if "asks_size" in aspects and self.size and self._knows_product(reply):
            self.phase = "choosing"
            return self._answer(reply, self.size, "size")
        return None

    def _answer(self, reply: Reply, wanted: str, moment: str) -> Step | None:
        if self.asked.count(moment) + self.asked.count("both") >= PATIENCE:
            return Step("leave", f"asked for the {moment} again and again")
        fitting = [each for each in reply.options if has_size(each.title.lower(), wanted.lower())]
        return self.tap_or_say(fitting[0] if fitting else None, moment)

    def _once(self, moment: str) -> Step | None:
        return self.say(moment) if self.asked.count(moment) < 2 else None

    def _knows_product(self, reply: Reply) -> bool:
        """Do they talk of what I want? Who described a kind takes the first product that is named.

        A reply that names no product at all is about the one talked of.
        """
        if self.name:
            is_silent = "*" not in reply.text and self.phase != "search"
            return names_product(reply.whole, self.name) or is_silent
        found = product_named(reply.text) if "*" in reply.text else ""
        if found and not self.wording.is_about("total_word", found):
            self.name = found
        return bool(self.name)

    def _settled_for(self, reply: Reply) -> Step | None:
        """A size they were advised, or what there is when the colour or size they had in mind is not made."""
        if self._is_told_no_color(reply):
            self.color = ""
        if "one_size" in reply.aspects and self.goal.is_open:
            self.size = ""
            return None
        if "advice" in reply.aspects:
            self.size = ""
        elif "not_made" in reply.aspects and self.goal.is_open:
            self._make_do(reply)
        else:
            return None
        option = next((each for each in reply.options if not each.about and SIZED.search(each.title)), None)
        if option is None or self.asked.count("take_title") >= PATIENCE:
            return None
        return self.tap_or_say(option, "take_title", title=self.wording.without_verb(option.title))

    def _is_told_no_color(self, reply: Reply) -> bool:
        """Told twice that it is not made in their colour, they take one there is."""
        return "not_made" in reply.aspects and self.asked.count("color") + self.asked.count("wrong_color") >= 2

    def _make_do(self, reply: Reply) -> None:
        """Who wants just some dress takes a size and colour it is made in."""
        sizes = [each for each in ANY_SIZE.findall(without_money(reply.text)) if each != self.size]
        if self.size and not has_size(self.wording.before_made(reply.text), self.size):
            self.color = ""
        else:
            self.size = self.dice.choice(sizes) if sizes else ""

    def _offered(self, reply: Reply) -> Step | None:
        """Choose among products, or take the one that is talked of."""
        if "sold_out" in reply.aspects and self._is_refused(reply):
            return None
        choices = reply.choices()
        if choices:
            return self._pick(choices)
        if self._knows_product(reply):
            self.phase = "choosing"
            if self.asked.count("take") + self.asked.count("take_named") >= PATIENCE:
                return Step("leave", "could not get it into the cart")
            again = self.asked.count("take") > 0
            return self.tap_or_say(reply.option(self.wording, "take_option"), "take_named" if again else "take")
        return None

    def _is_refused(self, reply: Reply) -> bool:
        """Sold out, they say: is it what I want, in my size?"""
        line = next((each for each in re_lines(reply.text) if self.wording.is_about("sold_out", each)), reply.text)
        return not self.size or has_size(line, self.size) or (bool(self.name) and names_product(line, self.name))

    def _pick(self, choices: list[Option]) -> Step | None:
        if self.asked.count("pick") + self.asked.count("pick_nth") >= PATIENCE:
            return Step("leave", "shown lists again and again")
        self.phase = "choosing"
        mine = [each for each in choices if self.name and names_product(each.about, self.name)]
        if self.name and not mine:
            return None
        chosen = mine[0] if mine else self.dice.choice(choices)
        self.name = self.name or product_named(chosen.about)
        if self.dice.random() < 0.3:
            return self.tap_or_say(chosen, "pick_nth", **self.wording.places(choices.index(chosen)))
        return self.tap_or_say(chosen, "pick")

    def _lost(self, reply: Reply) -> Step:
        """Nothing fits: say the wish again in other words, a few times; then leave."""
        self.lost, self.before = self.lost + 1, reply.text
        cause = self._cause(reply)
        if self.lost >= PATIENCE or cause in ("handed over", "said to be sold out"):
            return Step("leave", cause)
        if self.phase in ("cart", "paying"):
            return self.say("pay")
        return self.say("again_named" if self.name else "search_again")

    def _cause(self, reply: Reply) -> str:
        for aspect, cause in CAUSES:
            if aspect in reply.aspects:
                return cause
        return "cart lost" if self.phase in ("cart", "paying") else "never came to my product"


def re_lines(text: str) -> list[str]:
    """Sentences, each for itself."""
    return [part for line in text.splitlines() for part in line.replace("; ", ". ").split(". ")]


CAUSES = (
    ("sold_out", "said to be sold out"),
    ("handed_over", "handed over"),
    ("not_understood", "not understood"),
    ("cart_empty", "cart said to be empty"),
    ("asks_which", "asked which one again"),
    ("asks_wish", "asked what I want again"),
)
