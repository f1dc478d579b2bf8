"""Who writes and what they write: whole visits to a small clothing shop, told line by line."""

from dataclasses import dataclass
from itertools import cycle, islice

AUTOFILL = "Hello! Can I get more info on this?"

# Each visit is one customer's way through the shop. None asks for a person: the assistant would be silent from there on.
VISITS: tuple[tuple[str, ...], ...] = (
    ("hi, is the blue floral sundress still available?", "do you have it in M?", "is it true to size?",
     "add it to my cart please", "how much is shipping?", "thanks!"),
    ("Hello", "I'm looking for a dress for a garden party", "something under $80", "the second one please",
     "what is it made of?", "do you have it in S?"),
    ("do you have linen trousers?", "in black, size L", "how much are they", "ok add them to my cart",
     "what's in my cart?", "thank you so much"),
    ("what blazers do you have", "the velvet one in burgundy please", "is it lined? what material",
     "what sizes does it come in?", "can I return it if it doesn't fit?", "how long does delivery take?"),
    ("Hey! love the red party dress 😍", "which sizes do you still have", "I'm usually a 10, 168 cm and 62 kg",
     "does it run small?", "add M to cart", "can i pay by card?"),
    ("canvas tote pls", "how much is it?", "I'll take 2", "do you ship to Canada?", "view my cart", "great thx"),
    ("show me tops under 30 dollars", "do you have the ribbed tank in olive?", "size M", "anything similar in white?",
     "is the daisy blouse cotton?", "nice, how much is the blouse"),
    ("hiya whats new this week", "any sale on?", "looking for something blue", "do you have that in XL",
     "when would it arrive?", "ok thanks"),
    ("Do you have sun hats?", "what about a bucket hat", "how much is the linen bucket hat", "add one please",
     "what payment methods do you take", "cool"),
    ("good morning, are you open on sundays?", "do you have jeans in 30?", "high waisted ones", "how do they fit",
     "what if they are too small?", "thanks a lot"),
    ("is the sage wrap dress midi length?", "my waist is 72 cm, which size?", "add it to the cart in M please",
     "i want to check out", "card", "thank you"),
    ("hi there, i need a gift for my sister", "she likes scarves", "how much is the silk headscarf?",
     "add it to my bag", "show me my cart", "perfect"),
)  # fmt: skip

_FIRST = ("Ana", "Ben", "Chloe", "Dev", "Emma", "Farah", "Grace", "Hugo", "Isla", "Jake", "Kira", "Liam", "Mia", "Noor")
_LAST = ("Adams", "Baker", "Costa", "Diaz", "Evans", "Fischer", "Green", "Hill", "Iyer", "Jones", "Khan", "Lopez")


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a customer."""

    text: str
    is_ad_tap: bool = False


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer of a number. Every eighth is new to the shop and comes by an ad."""

    index: int
    shops: int

    @property
    def shop(self) -> int:
        """Position of the shop that this customer writes to."""
        return self.index % self.shops

    @property
    def is_new(self) -> bool:
        """Whether the shop has never heard of this customer."""
        return self.index // self.shops % 8 == 0

    @property
    def number(self) -> str:
        """A British mobile number from the range kept for drama, then on: no two customers share one."""
        return f"447{700_900_000 + self.index:09d}"

    @property
    def user_id(self) -> str:
        """The id under which the provider's business knows this person."""
        return f"GB.{700_900_000 + self.index}"

    @property
    def name(self) -> str:
        """A name to be greeted by."""
        return f"{_FIRST[self.index % len(_FIRST)]} {_LAST[self.index // len(_FIRST) % len(_LAST)]}"

    def line(self, turn: int) -> Line:
        """What this customer writes as message number `turn`, counted from 0."""
        if self.is_new and turn == 0:
            return Line(AUTOFILL, is_ad_tap=True)
        # Visits follow one another; a stride without a common factor spreads them over shops and customers.
        visit = VISITS[self.index * 7 % len(VISITS)]
        return Line(next(islice(cycle(visit), turn - self.is_new, None)))
