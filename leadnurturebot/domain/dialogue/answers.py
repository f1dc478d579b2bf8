"""A message as the answer to the question we left open: "M", "yes", "2", "168 and 60", an address."""

import re
from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.dialogue.actions import parse
from leadnurturebot.domain.dialogue.address_answer import is_address
from leadnurturebot.domain.dialogue.address_talk import other_address
from leadnurturebot.domain.dialogue.choice_answers import OWN_WILL, choice_answered
from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.figure_answers import figures_answered
from leadnurturebot.domain.dialogue.fit_answers import fit_answer
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.pointing import nth
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.return_answers import return_why, return_wish
from leadnurturebot.domain.dialogue.row_numbers import row_number
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.ticket_talk import ticket_which, ticket_why
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.dialogue.way_answers import way_answered
from leadnurturebot.domain.dialogue.words.every import plain

_KEEP = re.compile(
    r"\bdo ?n[o']?t\b|\bdo not\b|\b(?:jangan|jgn)\b|\b(?:ga|gak|nggak|tidak|tdk) (?:jadi|usah) (?:di)?(?:batal|cancel)"
    r"|\bno (?:l[aoe]s? |me )?(?:cancel|anul)|\bnao (?:\S+ )?cancel|\bmat\b|मत",
    re.IGNORECASE,
)
"""What is read as a cancelling but keeps the order: "don't cancel", "jangan dibatalkan"."""


def answer(scene: Scene, heard: Heard, unit: Understanding) -> Request | None:
    """The request that a message makes as an answer to our open question, or None when it is no answer."""
    question = scene.question
    if question is None or heard.quoted_products:
        return None
    readers = {
        "offer": _offer,
        "size": choice_answered,
        "color": choice_answered,
        "figures": figures_answered,
        "pick": _pick,
        "order_number": _order_number,
        "address": _address,
        "kind": _kind,
        "shipping_way": way_answered,
        "return_why": return_why,
        "return_wish": return_wish,
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


def waiting(scene: Scene, question: Question) -> Iterator[Request]:
    """Pieces whose choice waited behind this question: they are added next."""
    for code, color, size, quantity in question.about.get("next", ()):
        product = scene.turn.catalogue.by_code(int(code))
        if product is not None:
            yield Request(
                route="add_to_cart", product=product, color=color, size=size, quantity=quantity, question=question
            )


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
    is_sure_of_else = unit.intent in OWN_WILL and unit.source == "rule"
    if is_sure_of_else or not is_address(text, question, (turn.customer.country, turn.shop.country)):
        return None
    return Request(route="address_given", text=text)


def _kind(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """What sort of garment: "surprise me" or no preference means we choose."""
    if unit.intent in ("affirm", "recommendation", "out_of_scope") and not unit.entities.categories:
        return Request(route="recommendation", entities=unit.entities, text=heard.text)
    return None
