"""Trousers by waist and length: the waist is advised as any size, the length by the leg told or the height."""

from collections.abc import Sequence
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import size_term, variants_of
from leadnurturebot.domain.sizing.advice import Because, Garment, SizeAdvice
from leadnurturebot.domain.sizing.body import Body
from leadnurturebot.domain.sizing.trousers import Leg, cut_of, is_by_length, label_for, leg_of, to_inches, waist_chart


def by_waist(garment: Garment, body: Body) -> tuple[Garment, Body]:
    """The garment and the usual size by waist alone, where the product is sized by waist and length; else as they are. A
    usual "32/34" says 32 of trousers that come in one length, too."""
    cut = cut_of(body.usual_size)
    if is_by_length(garment.made):
        chart = waist_chart(garment.chart, garment.made)
        usual = str(cut.waist) if cut else body.usual_size.upper().removeprefix("W").strip()
        return replace(garment, chart=chart, made=tuple(row.size for row in chart), measures={}), replace(
            body, usual_size=usual
        )
    if cut is not None and body.usual_size not in garment.made:
        return garment, replace(body, usual_size=str(cut.waist))
    return garment, body


def leg(body: Body, usual_size: str) -> Leg | None:
    """The inside leg: of a usual "32/34" it is 34."""
    cut = cut_of(usual_size)
    if cut is not None and body.inseam_cm is None:
        return Leg(cut.length, "", 0.0)
    return leg_of(inseam_cm=body.inseam_cm, height_cm=body.height_cm, audience=body.audience)


def with_length(found: SizeAdvice, sizes: Sequence[str], known: Leg) -> SizeAdvice:
    """The advice of a waist as one of the product's own labels."""
    size = label_for(sizes, found.size, known.inches)
    other = label_for(sizes, found.alternative, known.inches) if found.alternative else None
    length = cut_of(size)
    reason = Because("leg", known.measure, known.told, size=str(length.length) if length else "")
    because = (found.because[0], reason, *found.because[1:]) if known.measure else found.because
    return replace(found, size=size, alternative=other, because=because)


def say_inside_leg(draft: Draft, product: Product, usual_size: str) -> None:
    """Of trousers in one length what that is, to somebody who told theirs."""
    cut = cut_of(usual_size)
    if cut is None or is_by_length(product.sizes):
        return
    legs = {own.measures["inseam"] for own in variants_of(product, size=str(cut.waist)) if "inseam" in own.measures}
    if legs:
        length = max(legs)
        draft.fact("detail", product.name, f"inseam: {length:g} cm")
        draft.say("size.inside_leg", size=size_term(str(cut.waist)), value=f"{length:g}", length=f"{to_inches(length)}")
