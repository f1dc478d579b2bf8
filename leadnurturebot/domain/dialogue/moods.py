"""Moods that are no requests: who is tired of waiting in the chat is answered, not handed over like a complaint."""

from dataclasses import replace

from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Entities, Understanding
from leadnurturebot.domain.dialogue.words.return_reasons import reason_said, wanted_said

_OF_AN_ORDER = frozenset({"order_status", "return_exchange", "cancel_order", "human_agent"})
_GRUMBLES = frozenset(
    {"complaint", "shipping", "order_status", "store_info", "out_of_scope", "thanks", "product_search"}
)
"""What a grumble about the wait is taken for."""
_GRIEVANCES = frozenset({"damaged", "wrong_item", "late"})
_NO_WISH = frozenset({"complaint", "out_of_scope", "product_search", "recommendation", "greeting"})
"""What asks for nothing where no goods are named."""
_SURE_OF_ANGER, _SURE_WITHOUT_GOODS = 0.9, 0.75


def is_impatient(heard: Heard, units: tuple[Understanding, ...]) -> bool:
    """ "Third time I'm asking! Let's pay": tired of the talk, not of goods or a parcel, and something else is said."""
    language = units[0].language if units else ""
    cues = cues_of(heard.text, language)
    others = [unit for unit in units if not _is_grumble(unit)]
    is_of_order = any(unit.intent in _OF_AN_ORDER or unit.entities.order_number for unit in others)
    if "impatient" not in cues or is_of_order or reason_said(heard.text) in _GRIEVANCES:
        return False
    if {"can_buy", "pay_now", "take_it"} & set(cues):
        return True
    return bool(others) and any(
        _names_goods(u) or (u.intent not in _NO_WISH and u.confidence >= UNSURE_BELOW) for u in others
    )


def calmed(units: tuple[Understanding, ...]) -> tuple[Understanding, ...]:
    """The units of an impatient message without the complaint; goods that it names are asked for."""
    return tuple(
        replace(unit, intent=_asked_in(unit), confidence=max(unit.confidence, UNSURE_BELOW))
        if unit.intent == "complaint"
        else unit
        for unit in units
        if _names_goods(unit) or (unit.intent != "complaint" and not _is_grumble(unit))
    )


def _is_grumble(unit: Understanding) -> bool:
    """The part of a message that only grumbles about the wait, whatever it was taken for."""
    cues = cues_of(unit.said, unit.language) if unit.said else ()
    is_empty = unit.entities == Entities() and unit.intent in _GRUMBLES
    return is_empty and "impatient" in cues and "order_named" not in cues


def is_no_complaint(unit: Understanding) -> bool:
    """A complaint that tells of nothing that came, is broken or late, and is not sure: a wish misread ("me hace falta una
    chaqueta", "apareceu o anúncio de vocês")."""
    said = unit.entities
    sure = _SURE_OF_ANGER if _names_goods(unit) else _SURE_WITHOUT_GOODS
    is_wish = "lacking" in cues_of(unit.said, unit.language)
    if unit.intent != "complaint" or said.order_number or (unit.confidence >= sure and not is_wish):
        return False
    if not _names_goods(unit) and unit.source != "model":
        return False
    cues = cues_of(unit.said, unit.language)
    tells = {"had_it", "wrong_sent", "late_anger", "order_named", "abuse", "impatient"} & set(cues)
    return is_wish or not (tells or reason_said(unit.said) or wanted_said(unit.said))


def _asked_in(unit: Understanding) -> str:
    return "availability" if unit.entities.products else "product_search"


def _names_goods(unit: Understanding) -> bool:
    said = unit.entities
    return bool(said.products or said.categories or said.sizes or said.colors)
