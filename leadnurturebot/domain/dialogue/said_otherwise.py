"""What is meant beside what was recognised: a small "m" is a size, "is it long?" asks the length, "no coats, a sweater"
wants the sweater. Each turns a unit into the one that was meant, before anything is routed."""

import re
from dataclasses import replace

from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.dialogue.words.every import plain

# "Make it m", "ok s": the letter stands last and alone ("i'm" does not end on a size).
_TAIL = r"(?:\W+(?:hi|aja|deh|dong|kak|ya|pls|please|plz|porfa|por favor|then|mesmo|ok|ji|size))?\W*$"
_LAST_LETTER = re.compile(rf"(?<![\w'-])(x{{0,3}}[sl]|m|p|gg?){_TAIL}", re.IGNORECASE)
# "M me le lungi": the letter before the Hindi "in".
_LETTER_IN = re.compile(r"(?<![\w'-])(x{0,3}[sl]|m) (?:me|mein|mai|में)\b", re.IGNORECASE)
_TWO_SIZES = re.compile(
    r"(?<![\w'-])(x{0,3}[sl]|m) ?(?:and|or|y|e|o|u|ou|aur|ya|dan|atau|sama|/|-|और|या) ?(x{0,3}[sl]|m)\b", re.IGNORECASE
)
_SHORT = 5
_REFUSED_FIRST = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:no|not|nao|nada de|sin|sem|bukan|jangan|ga mau|without)\b|^\W*\S+ (?:nahi|nhi|nahin|नहीं|नही)\b",
    re.IGNORECASE,
)
_OF_A_SIZE = frozenset({"edit_cart", "goodbye", "affirm", "deny", "add_to_cart", "availability"})
_WISHES = frozenset({"product_search", "recommendation", "availability", "product_details", "discount", "deny"})
_WISHED_LENGTHS = {"long_wished": "long", "short_wished": "short", "midi_wished": "midi", "maxi_wished": "maxi"}
_OF_A_LENGTH = frozenset({"size_help", "product_details", "product_search", "availability", "out_of_scope"})


def as_meant(heard: Heard, unit: Understanding) -> Understanding:
    """The unit as it was meant."""
    for read in (_two_sizes, _small_size, _length, _wished_length, _wanted_kind):
        unit = read(heard, unit)
    return unit


def _two_sizes(heard: Heard, unit: Understanding) -> Understanding:
    """ "I'm between s and m" names two, in small letters too."""
    found = _TWO_SIZES.search(plain(heard.text)) if unit.intent == "size_help" else None
    if found is None or len(unit.entities.sizes) > 1:
        return unit
    return replace(unit, entities=replace(unit.entities, sizes=(found[1].upper(), found[2].upper())))


def _small_size(heard: Heard, unit: Understanding) -> Understanding:
    said = unit.entities
    size = letter_said(heard.text, unit)
    if said.sizes and unit.intent == "out_of_scope":
        # "Suelo gastar una xs": what a size is said with is about goods.
        return replace(unit, intent="size_help" if _is_worn(heard, unit) else "availability")
    if not size or said.sizes or unit.also or unit.intent not in _OF_A_SIZE:
        return unit
    return replace(unit, entities=replace(said, sizes=(size,)))


def letter_said(text: str, unit: Understanding) -> str:
    """The size said in one small letter, last and alone or before the Hindi "in"; empty when none is."""
    words = plain(text)
    if unit.language == "hi" and (before := _LETTER_IN.search(words)):
        return before[1].upper()
    found = _LAST_LETTER.search(words) if len(words.split()) <= _SHORT else None
    # In Hindi chats "m" is "mein" too: "red m".
    is_in = unit.language == "hi" and bool(unit.entities.colors)
    return found[1].upper() if found is not None and not is_in else ""


def _is_worn(heard: Heard, unit: Understanding) -> bool:
    return "usual_size" in cues_of(heard.text, unit.language)


def _length(heard: Heard, unit: Understanding) -> Understanding:
    """ "Is it long?" is about the garment's length; "too long for me?" is about the body."""
    said, cues = unit.entities, cues_of(heard.text, unit.language)
    rest = replace(said, details=(), products=(), ordinal=None)
    if "length_asked" not in cues or "length_worry" in cues or unit.intent not in _OF_A_LENGTH or rest != Entities():
        return unit
    details = tuple(dict.fromkeys((*said.details, "length")))
    return replace(
        unit, intent="product_details", confidence=max(unit.confidence, 0.5), entities=replace(said, details=details)
    )


def _wished_length(heard: Heard, unit: Understanding) -> Understanding:
    """ "A long dress", "any longer ones?" of goods that nobody named."""
    cues = cues_of(unit.said or heard.text, unit.language)
    wished = tuple(length for cue, length in _WISHED_LENGTHS.items() if cue in cues)
    is_else = bool({"length_asked", "length_worry", "runs_asked"} & set(cues)) or bool(unit.entities.products)
    if not wished or is_else or set(unit.entities.details) - {"length"}:
        return unit
    if unit.intent not in _WISHES and not (unit.intent == "add_to_cart" and heard.text.rstrip().endswith("?")):
        return unit
    # "Midi" and "maxi" are told more closely than "long".
    return replace(unit, intent="product_search", entities=replace(unit.entities, details=(), lengths=wished[-1:]))


def _wanted_kind(heard: Heard, unit: Understanding) -> Understanding:
    """ "No coats, a sweater": of two kinds the first is refused."""
    kinds = unit.entities.categories
    if len(kinds) != 2 or unit.also or not _REFUSED_FIRST.search(plain(heard.text)):
        return unit
    wanted = replace(unit.entities, categories=kinds[1:])
    return replace(unit, intent="product_search", confidence=max(unit.confidence, 0.5), entities=wanted)
