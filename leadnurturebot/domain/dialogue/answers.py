"""A message as the answer to the question we left open: "M", "yes", "2", "168 and 60", an address."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.actions import parse
from leadnurturebot.domain.dialogue.address_answer import is_address
from leadnurturebot.domain.dialogue.address_talk import other_address
from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.fit_answers import fit_answer
from leadnurturebot.domain.dialogue.foot_length import foot_told
from leadnurturebot.domain.dialogue.goods import match_color, match_size
from leadnurturebot.domain.dialogue.pointing import is_kind, nth, written_size
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.row_numbers import row_number
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.ticket_talk import ticket_which, ticket_why
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.dialogue.way_answers import way_answered
from leadnurturebot.domain.dialogue.words.every import plain
from leadnurturebot.domain.dialogue.words.return_reasons import reason_said, wanted_said
from leadnurturebot.domain.returns import LETTERS

_NUMBER = re.compile(r"\d{2,3}(?:[.,]\d)?")
_MEASURES = ("height_cm", "weight_kg", "bust_cm", "waist_cm", "hip_cm")
# Requests that stand on their own whatever we asked.
_OWN_WILL = frozenset({
    "checkout", "view_cart", "order_status", "cancel_order", "return_exchange", "human_agent", "complaint",
    "opt_out", "delete_data", "change_language", "store_info", "shipping", "payment_methods", "discount", "goodbye",
    "recommendation",
})  # fmt: skip
_SELDOM_MEANT = frozenset(
    {"discount", "payment_methods", "goodbye", "recommendation", "store_info", "shipping", "checkout", "complaint"}
)
"""What a short answer with a size or colour in it is sometimes taken for and never means."""
_SHORT = 5
_KEEP = re.compile(
    r"\bdo ?n[o']?t\b|\bdo not\b|\b(?:jangan|jgn)\b|\b(?:ga|gak|nggak|tidak|tdk) (?:jadi|usah) (?:di)?(?:batal|cancel)"
    r"|\bno (?:l[aoe]s? |me )?(?:cancel|anul)|\bnao (?:\S+ )?cancel|\bmat\b|मत",
    re.IGNORECASE,
)
"""What is read as a cancelling but keeps the order: "don't cancel", "jangan dibatalkan"."""
_INCHES = range(22, 53)
"""A bare girth in this range can only be inches; a smaller number is no girth but a size."""


def answer(scene: Scene, heard: Heard, unit: Understanding) -> Request | None:
    """The request that a message makes as an answer to our open question, or None when it is no answer."""
    question = scene.question
    if question is None or heard.quoted_products:
        return None
    readers = {
        "offer": _offer,
        "size": _choice,
        "color": _choice,
        "figures": _figures,
        "pick": _pick,
        "order_number": _order_number,
        "address": _address,
        "kind": _kind,
        "shipping_way": way_answered,
        "return_why": _return_why,
        "return_wish": _return_wish,
        "ticket_which": ticket_which,
        "ticket_why": ticket_why,
        "fit": fit_answer,
    }
    reader = readers.get(question.kind)
    request = reader(scene, heard, unit, question) if reader else None
    return replace(request, question=question, intent=unit.intent, at=heard.at) if request else None


def _offer(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """Yes or no to one offer; each carries the action that its button would have carried."""
    said = unit.entities
    if str(question.about["yes"]) == "place" and (other := other_address(scene, heard, unit, question)):
        return other
    if "ask_team" in cues_of(heard.text, unit.language) and str(question.about["yes"]).startswith("ask"):
        return from_action(scene.turn, str(question.about["yes"]), text=heard.text)
    if unit.intent == "affirm" and (other := _other_size(scene, heard, said, question)):
        return other
    if unit.intent == "affirm" and not (said.colors or said.products or said.categories):
        return from_action(scene.turn, str(question.about["yes"]), text=heard.text)
    if unit.intent == "cancel_order" and _cancels(str(question.about["yes"]), said):
        answered = "no" if _KEEP.search(plain(heard.text)) else "yes"
        return from_action(scene.turn, str(question.about.get(answered) or "no"), text=heard.text)
    if unit.intent == "deny" and said == Entities():
        return from_action(scene.turn, str(question.about.get("no") or "no"), text=heard.text)
    return None


def _cancels(offered: str, said: Entities) -> bool:
    """ "Yes, cancel it" where that order's end was offered."""
    verb, _, number = offered.partition(":")
    return verb == "drop" and said.order_number.lstrip("#").casefold() in ("", number.casefold())


def _other_size(scene: Scene, heard: Heard, said: Entities, question: Question) -> Request | None:
    """ "XL then" to an offer of M takes XL in the colour offered."""
    action = parse(str(question.about["yes"]))
    offered = (
        scene.turn.catalogue.variant_by_code(action.variant_code or 0) if action and action.verb == "add" else None
    )
    if offered is None or len(said.sizes) != 1:
        return None
    product, variant = offered
    size = match_size(product, said.sizes[0])
    if size == variant.size:
        return None
    route = "add_to_cart" if size else "product"
    return Request(
        route=route, entities=said, text=heard.text, product=product, color=variant.color, size=size or said.sizes[0],
        aspects=("availability",),
    )  # fmt: skip


def _choice(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """A size or colour of the product that we asked about."""
    product = _product(scene, question)
    if product is None:
        return None
    unit = _without_the_count(product, unit, heard) if question.kind == "size" else unit
    is_choice = _is_short_choice(product, unit, heard)
    if not _is_about(product, unit, is_choice=is_choice) or _is_torn(product, unit):
        return None
    said, about = unit.entities, question.about
    size = next((own for word in said.sizes if (own := match_size(product, word))), "") or _bare_size(product, heard)
    size = size or (written_size(product, heard.text, said) if is_choice and not said.sizes else "")
    color = next((own for word in said.colors if (own := match_color(product, word))), "")
    asked = size if question.kind == "size" else color
    if not asked or (said.colors and not color):
        return None
    adds = about.get("then") == "add" or unit.intent == "add_to_cart"
    return Request(
        route="add_to_cart" if adds else "product",
        entities=said,
        text=heard.text,
        product=product,
        color=color or str(about.get("color", "")),
        size=size or str(about.get("size", "")),
        quantity=_count(product, said, size) or about.get("quantity"),
        aspects=("details", "availability") if said.details else ("availability",),
    )


def _count(product: Product, said: Entities, size: str) -> int | None:
    """How many: a number that is the size chosen counts nothing."""
    is_size = bool(size) and said.quantity is not None and match_size(product, str(said.quantity)) == size
    return None if is_size else said.quantity


def _without_the_count(product: Product, unit: Understanding, heard: Heard) -> Understanding:
    """A bare "29" or "4" is read as a size, a count and a place alike; asked for the size, one that is made is the size."""
    if not _bare_size(product, heard):
        return unit
    return replace(unit, entities=replace(unit.entities, quantity=None, ordinal=None))


def waiting(scene: Scene, question: Question) -> Iterator[Request]:
    """Pieces whose choice waited behind this question: they are added next."""
    for code, color, size, quantity in question.about.get("next", ()):
        product = scene.turn.catalogue.by_code(int(code))
        if product is not None:
            yield Request(
                route="add_to_cart", product=product, color=color, size=size, quantity=quantity, question=question
            )


def _product(scene: Scene, question: Question) -> Product | None:
    code = question.about.get("product")
    return scene.turn.catalogue.by_code(int(code)) if code is not None else None


def _is_short_choice(product: Product, unit: Understanding, heard: Heard) -> bool:
    """ "Chalo M hi", "I prefer white": a few words with a choice the product is made in, and no question."""
    said = unit.entities
    sizes = said.sizes or (written_size(product, heard.text, said),)
    has_choice = any(match_size(product, word) for word in sizes if word) or any(
        match_color(product, word) for word in said.colors
    )
    is_short = len(heard.text.split()) <= _SHORT and "?" not in heard.text
    return has_choice and is_short and unit.source == "model"


def _is_about(product: Product, unit: Understanding, *, is_choice: bool = False) -> bool:
    said = unit.entities
    is_other = bool(said.products) and product.id not in said.products
    is_else = unit.intent in _OWN_WILL and not (is_choice and unit.intent in _SELDOM_MEANT)
    if is_else or is_other or said.ordinal is not None:
        return False
    return not said.categories or is_kind(product, said.categories)


def _is_torn(product: Product, unit: Understanding) -> bool:
    """Two sizes of the product said at once choose none."""
    return len({match_size(product, size) for size in unit.entities.sizes} - {""}) > 1


def _bare_size(product: Product, heard: Heard) -> str:
    """A size written alone, or first and set off ("M. does it have pockets?"): numbers are sizes only when bare."""
    first = re.split(r"[.,;!?\n]", heard.text, maxsplit=1)[0]
    return match_size(product, first)


def _figures(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    product = _product(scene, question)
    is_foot = foot_told(product, heard.text) is not None
    if product is None or not (is_foot or _is_about(product, unit)) or _is_torn(product, unit):
        return None
    said = unit.entities
    if not is_foot and not any(getattr(said, name) for name in _MEASURES):
        measure = str(question.about.get("measure", ""))
        numbers = _NUMBER.findall(heard.text)
        if measure and numbers and not said.order_number and float(numbers[0].replace(",", ".")) >= _INCHES.start:
            said = _measured(
                said, measure, metric(measure, float(numbers[0].replace(",", ".")), scene.turn.shop.country)
            )
        elif _asks(heard, unit) or not (said.sizes or _bare_size(product, heard)):
            return None
    color = str(question.about.get("color", ""))
    size = said.sizes[0] if said.sizes else _bare_size(product, heard)
    return Request(route="size_advice", entities=said, text=heard.text, product=product, color=color, size=size)


def _asks(heard: Heard, unit: Understanding) -> bool:
    """A size asked about is not the one usually worn: "would M be tight", "kalo M sempit ga"."""
    return heard.text.rstrip().endswith("?") or "asking" in cues_of(heard.text, unit.language)


def metric(measure: str, value: float, country: str) -> float:
    """A bare number in the unit it can only be meant in: a girth up to 52 is inches; weights are pounds in the US."""
    if measure.endswith("_cm") and measure != "height_cm" and int(value) in _INCHES:
        return round(value * 2.54, 1)
    return round(value * 0.4536, 1) if measure == "weight_kg" and country == "US" else value


def _measured(said: Entities, measure: str, value: float) -> Entities:
    changes: dict[str, Any] = {measure: value}
    return replace(said, **changes)


def _pick(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """A bare number after a list counts its rows."""
    number = row_number(heard.text)
    chosen = nth(scene.shown_products, number - 1) if number else None
    return Request(route="product", product=chosen, named=True, text=heard.text) if chosen else None


def _order_number(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    said = unit.entities
    if not said.order_number:
        return None
    return Request(route=str(question.about["then"]), entities=said, text=heard.text)


def _address(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """The address, or the rest of it; another wish that is sure is not taken for one."""
    text, turn = heard.text.strip(), scene.turn
    is_sure_of_else = unit.intent in _OWN_WILL and unit.source == "rule"
    if is_sure_of_else or not is_address(text, question, (turn.customer.country, turn.shop.country)):
        return None
    return Request(route="address_given", text=text)


def _kind(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """What sort of garment: "surprise me" or no preference means we choose."""
    if unit.intent in ("affirm", "recommendation", "out_of_scope") and not unit.entities.categories:
        return Request(route="recommendation", entities=unit.entities, text=heard.text)
    return None


def _return_why(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """The reason in words, as its row would have said it."""
    letter = next((letter for letter, reason in LETTERS.items() if reason == reason_said(heard.text)), "")
    if not letter or unit.intent in ("human_agent", "opt_out"):
        return None
    return from_action(scene.turn, f"why:v{question.about['variant']}:{letter}", text=heard.text)


def _return_wish(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """Exchange or money back in words; a plain yes takes the exchange that was offered first."""
    about, wanted = question.about, wanted_said(heard.text)
    if unit.intent == "affirm" and not wanted:
        wanted = "exchange" if about.get("exchange") else "refund"
    if not wanted or unit.intent in ("human_agent", "opt_out"):
        return None
    if wanted == "exchange" and about.get("exchange"):
        action = f"xch:v{about['exchange']}:{about['variant']}.{about['reason']}"
        return from_action(scene.turn, action, text=heard.text)
    if wanted == "refund":
        return from_action(scene.turn, f"give:v{about['variant']}:{about['reason']}", text=heard.text)
    return None
