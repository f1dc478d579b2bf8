"""The question how a piece fits, with its buttons."""

from collections.abc import Sequence
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.choices import choice
from leadnurturebot.domain.dialogue.events import Item
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Reply
from leadnurturebot.domain.dialogue.state import Focus, Question, ThreadState

_KEYS = {"s": "too_small", "r": "just_right", "l": "too_large", "k": "keep_it"}


def fit_action(variant_code: int, letter: str) -> str:
    """What a button of the question carries: `s` small, `r` right, `l` large, `k` it stays as it is."""
    return build("fit", variant=variant_code, argument=letter)


def fit_choice(variant_code: int, letter: str) -> Choice:
    return choice(fit_action(variant_code, letter), _KEYS[letter])


def fit_buttons(variant_code: int) -> tuple[Choice, Choice, Choice]:
    """[Too small] [Just right] [Too large]"""
    return fit_choice(variant_code, "s"), fit_choice(variant_code, "r"), fit_choice(variant_code, "l")


def fit_asked(item: Item, number: str, variant_code: int) -> Reply:
    """The question, some days after the order came."""
    return Reply(
        say=(Phrase("fit.ask", {"item": item.parts, "number": number}),), buttons=fit_buttons(variant_code)
    )  # fmt: skip


def after_asking(state: ThreadState, pieces: Sequence[tuple[Product, Variant]]) -> ThreadState:
    """What the thread remembers once the first of the pieces was asked about: the question, and which comes next."""
    (product, variant), *more = pieces
    about = {"variant": variant.code, "next": more[0][1].code if more else None}
    return replace(
        state, question=Question(kind="fit", about=about),
        focus=Focus(product_id=product.id, color=variant.color, size=variant.size),
    )  # fmt: skip
