"""Recorded details of a product: pockets, length, care, material… A silent record is admitted, never filled in."""

from dataclasses import dataclass

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import ID_MAX, build
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import here
from leadnurturebot.domain.dialogue.reply import Choice, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.search import has_detail, lacks_detail

_GENERAL = ("material", "length", "fit", "care")
PICTURES = frozenset({"pictures", "photos", "images"})
_NOT_SAID = PICTURES | frozenset({"size_chart", "colors", "sizes", "price"})
"""Asked like details, but answered by the rest of the reply."""


@dataclass(frozen=True, slots=True)
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
    if not asked:
        if "details" not in request.aspects or request.entities.details or request.named:
            return Said()
        asked = tuple(detail for detail in _GENERAL if _recorded(product, detail))
    unknown = tuple(detail for detail in asked if not _recorded(product, detail))
    for detail in asked:
        if detail not in unknown:
            say_one(draft, product, detail)
    if unknown:
        draft.say("detail.unknown", details=tuple(Term("detail", detail) for detail in unknown))
    return Said(bool(asked), unknown[0] if unknown else "")


_RECORDED_AS = {"sleeves": "sleeve"}


def _recorded(product: Product, detail: str) -> str:
    own = {"material": product.material, "fit": product.fit}.get(detail, "")
    return product.details.get(detail, "") or product.details.get(_RECORDED_AS.get(detail, ""), "") or own


def say_one(draft: Draft, product: Product, detail: str) -> None:
    value, name = _recorded(product, detail), Term("detail", detail)
    draft.fact("detail", product.name, f"{detail}: {value}")
    if detail == "fit":
        draft.say("detail.fit", fit=Term("cut", value))
    elif lacks_detail(product, detail):
        draft.say("detail.no", detail=name)
    elif value.casefold() in ("yes", "true"):
        draft.say("detail.yes", detail=name)
    else:
        draft.say("detail.value", detail=name, value=value)


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
