"""Recorded details of a product: pockets, length, care, material… A silent record is admitted, never filled in."""

import re

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import ID_MAX, build
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import here, named, size_term, variants_of
from leadnurturebot.domain.dialogue.reply import Choice, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.product_record import has_detail, lacks_detail, only_has, recorded
from leadnurturebot.domain.values import value

_WORD = re.compile(r"[^\W_]+")
_LONG = 5
_BESIDE = frozenset({"occasion", "pattern"})
_GENERAL = ("material", "length", "fit", "care")
PICTURES = frozenset({"pictures", "photos", "images"})
_NOT_SAID = PICTURES | frozenset({"size_chart", "colors", "sizes", "price"})
"""Asked like details, but answered by the rest of the reply."""


@value
class Said:
    """What was said of a product's details."""

    any: bool = False
    unknown: str = ""
    """A detail asked that no record has: the team may know."""


def say_details(draft: Draft, request: Request, product: Product) -> Said:
    """Say exactly the details asked, in the record's words; in general terms when none is named."""
    asked = tuple(detail for detail in request.entities.details if detail not in _NOT_SAID)
    if request.entities.materials and "details" in request.aspects and not request.named:
        asked = tuple(dict.fromkeys(("material", *asked)))
    if request.color and not recorded(product, "pattern"):
        # "The wrap skirt, pink floral": the pattern is the colour's name.
        asked = tuple(detail for detail in asked if detail != "pattern")
    if not asked:
        if "details" not in request.aspects or request.entities.details or request.named:
            return Said()
        asked = tuple(detail for detail in _GENERAL if recorded(product, detail))
    unknown = tuple(
        detail for detail in asked if not recorded(product, detail) and not _stands_beside(product, request, detail)
    )
    for detail in asked:
        if detail in _BESIDE and (value := _stands_beside(product, request, detail)):
            draft.say("detail.value", detail=Term("detail", detail), value=value)
            draft.fact("detail", product.name, detail)
        elif detail not in unknown:
            say_one(draft, product, detail)
    if unknown:
        draft.miss(request, "asked_person")
        _say_unknown(draft, product, asked, unknown)
    return Said(bool(asked), unknown[0] if unknown else "")


def _stands_beside(product: Product, request: Request, detail: str) -> Value:
    """What stands elsewhere in the record: a pattern in the name, what it is for among its occasions; empty for others."""
    if detail == "occasion":
        return tuple(Term("occasion", each) for each in product.occasions)
    return _pattern_by_name(product, request) if detail == "pattern" else ""


def _pattern_by_name(product: Product, request: Request) -> str:
    """A pattern that the product is called by ("Blue *Floral* Sundress") when it is asked for; empty where a record of it
    says more."""
    if recorded(product, "pattern"):
        return ""
    asked = set(_WORD.findall(request.text.casefold()))
    named = [word for word in _WORD.findall(product.name) if len(word) >= _LONG and word.casefold() in asked]
    return next((word.casefold() for word in reversed(named) if word.casefold() not in product.category), "")


# What a record may hold that comes near to a detail it is silent about.
_NEAR = {
    "transparency": ("material", "weight", "lining"),
    "softness": ("material",),
    "breathable": ("material", "weight"),
    "quality": ("material", "weight"),
    "warmth": ("material", "weight"),
    "ethics": ("material",),
    "colourfast": ("care",),
}


def _say_unknown(draft: Draft, product: Product, asked: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    """What the record does not hold is said to be unknown, after what it holds that comes near."""
    near = tuple(dict.fromkeys(other for detail in unknown for other in _NEAR.get(detail, ())))
    known = [detail for detail in near if detail not in asked and recorded(product, detail)]
    for detail in known:
        say_one(draft, product, detail)
    key = "detail.unknown_beside" if known else "detail.unknown"
    draft.say(key, details=tuple(Term("detail", detail) for detail in unknown))


def say_length(draft: Draft, product: Product, *, color: str = "", size: str = "") -> None:
    """How long the garment is, in centimetres where its variants are measured, and as the record puts it."""
    variants = [own for own in variants_of(product, color=color, size=size) if "length" in own.measures]
    lengths = sorted(own.measures["length"] for own in variants)
    words = product.details.get("length", "")
    if not lengths:
        draft.say("detail.value" if words else "detail.unknown", **_length_values(words))
        return
    draft.fact("detail", product.name, f"length: {lengths[0]:g}-{lengths[-1]:g} cm")
    if size:
        key = "size.length_of_recorded" if words else "size.length_of"
        draft.say(key, size=size_term(size), length=f"{lengths[0]:g}", recorded=Term("length", words), **named(product))
    else:
        draft.say("size.length_span", low=f"{lengths[0]:g}", high=f"{lengths[-1]:g}", **named(product))


def _length_values(words: str) -> dict[str, Value]:
    name = Term("detail", "length")
    return {"detail": name, "value": Term("length", words)} if words else {"details": (name,)}


def say_one(draft: Draft, product: Product, detail: str) -> None:
    value, name = recorded(product, detail), Term("detail", detail)
    draft.fact("detail", product.name, f"{detail}: {value}")
    if detail == "fit":
        draft.say("detail.fit", fit=Term("cut", value))
    elif lacks_detail(product, detail):
        draft.say("detail.no", detail=name)
    elif only_has(product, detail):
        draft.say("detail.yes", detail=name)
    else:
        draft.say("detail.value", detail=name, value=Term(detail, value))


def with_detail_button(draft: Draft, request: Request) -> Choice | None:
    """[With pockets], when this product has none and a near one in stock has."""
    product = request.product
    if product is None:
        return None
    for detail in request.entities.details:
        action_length = len(f"with:p{product.code}:{detail}")
        if not lacks_detail(product, detail) or action_length > ID_MAX:
            continue
        if any(has_detail(hit.product, detail) and here(hit.product, draft.facts.offers) for hit in request.hits):
            action = build("with", product=product.code, argument=detail)
            return choices.choice(action, "with_detail", detail=Term("detail", detail))
    return None
