"""Words that send a message somewhere whatever its intent was taken for: a table, read from the top."""

from collections.abc import Callable

from leadnurturebot.domain.dialogue.about_product import ASPECTS
from leadnurturebot.domain.dialogue.sureness import ABOUT_GOODS, is_unsure_of
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.values import value

_SERVICE = frozenset({"complaint", "order_status", "cancel_order", "return_exchange", "human_agent", "opt_out"})
_ABOUT_US = frozenset({"human_agent", "out_of_scope", "greeting", "store_info", "goodbye", "thanks"})
_IDLE = frozenset({"deny", "goodbye", "thanks", "affirm", "out_of_scope"})
_FINAL = frozenset({"human_agent", "opt_out"})


@value
class _Said:
    """A message by its cues and by how well its intent is known."""

    unit: Understanding
    cues: frozenset[str]
    is_short: bool
    is_unsure: bool

    def has(self, *cues: str) -> bool:
        """Whether one of these cues is in it."""
        return not self.cues.isdisjoint(cues)

    def means(self, *intents: str) -> bool:
        """Whether it means one of these, or nothing that is sure."""
        return self.unit.intent in intents or self.is_unsure

    @property
    def is_bare(self) -> bool:
        return self.unit.entities == Entities()

    @property
    def names_goods(self) -> bool:
        return bool(self.unit.entities.products)


def _is_abuse(said: _Said) -> bool:
    return said.has("abuse") and (said.unit.intent not in _SERVICE or said.is_short or said.is_unsure)


def _is_impatient(said: _Said) -> bool:
    """ "hello??", "how long does this take": no grumble about an order, and no goods in it."""
    is_empty = said.unit.intent in ("out_of_scope", "product_search", "thanks") and said.is_bare
    is_grumble = said.unit.intent == "complaint" and said.is_short and not said.has("order_named")
    return said.has("impatient") and (is_empty or is_grumble or said.is_unsure) and not said.names_goods


def _asks_how_long(said: _Said) -> bool:
    is_of_goods = said.unit.intent in ASPECTS and said.is_bare and not said.has("back_when", "how_much")
    return said.has("how_long") and is_of_goods and said.is_short


def _asks_what_we_are(said: _Said) -> bool:
    """ "Are you a bot?", where it is no wish for a person."""
    is_wish = said.unit.intent == "human_agent" and not said.has("asking")
    return said.has("bot_question") and said.means(*_ABOUT_US) and not is_wish


def _leaves_the_choice(said: _Said) -> bool:
    """ "Something for my mum, she likes it classic": a choice by us."""
    names_what = said.names_goods or said.unit.entities.categories
    return said.has("gift", "taste") and said.means("out_of_scope") and not names_what


def _is_emoji(said: _Said, cue: str) -> bool:
    return said.has(cue) and said.unit.source == "rule" and said.unit.intent == "greeting"


def _is_of_address(said: _Said, cue: str) -> bool:
    return said.has(cue) and (said.unit.intent not in _SERVICE or said.is_unsure)


_ROUTES: tuple[tuple[str, Callable[[_Said], bool]], ...] = (
    ("out_of_scope", _is_abuse),
    ("unsure", lambda said: said.has("huh")),
    ("sorry_for_wait", _is_impatient),
    ("medical", lambda said: said.has("medical") and said.means(*ABOUT_GOODS, "out_of_scope")),
    ("competitor", lambda said: said.has("competitor") and said.unit.intent not in _SERVICE),
    ("shipping", _asks_how_long),
    ("gift_wrap", lambda said: said.has("gift_wrap")),
    (
        "complaint",
        lambda said: said.has("wrong_sent") and said.unit.intent in ("return_exchange", "order_status", "edit_cart"),
    ),
    ("complaint", lambda said: said.has("money_taken") and said.unit.intent not in _FINAL),
    ("payment_trouble", lambda said: said.has("payment_trouble") and said.unit.intent not in _FINAL),
    ("hold", lambda said: said.has("hold") and said.unit.intent not in _SERVICE),
    ("view_cart", lambda said: _is_emoji(said, "cart_emoji")),
    ("checkout", lambda said: _is_emoji(said, "pay_emoji")),
    ("address_offered", lambda said: _is_of_address(said, "address")),
    ("new_address", lambda said: _is_of_address(said, "new_address")),
    ("out_of_scope", _asks_what_we_are),
    ("recommendation", _leaves_the_choice),
    (
        "out_of_scope",
        lambda said: said.has("instruction") and said.means(*_IDLE, *_ABOUT_US, "discount", "price", "delete_data"),
    ),
    (
        "out_of_scope",
        lambda said: said.has("let_me_think") and said.unit.intent in _IDLE and not said.names_goods,
    ),
)


def route_by_cue(unit: Understanding, cues: tuple[str, ...], *, is_short: bool) -> str:
    """The route of words that tell more than the intent: abuse, a question about skin, another shop's price; empty for
    none of them."""
    said = _Said(unit, frozenset(cues), is_short, is_unsure_of(unit))
    return next((route for route, holds in _ROUTES if holds(said)), "")
