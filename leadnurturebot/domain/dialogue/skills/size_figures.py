"""The question that leads to a size: which figure, and what to tap instead."""

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.goods import converted_size, half_size, match_size, size_term, size_terms
from leadnurturebot.domain.dialogue.reply import Choice, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.sizing.trousers import cut_of

_AT_THE_WAIST = frozenset({"jeans", "trousers", "shorts", "skirt", "leggings", "belt"})
MEASURES = {"bust": "bust_cm", "chest": "bust_cm", "waist": "waist_cm", "hip": "hip_cm"}
_IN_ORDER = ("bust", "chest", "waist", "hip")


def place_of(measure: str) -> int:
    """Where on the body a measure is taken, from top to bottom."""
    return _IN_ORDER.index(measure) if measure in _IN_ORDER else len(_IN_ORDER)


def leading_measure(product: Product) -> str:
    """The body measure to ask for: the waist where the garment sits there, else the topmost of its chart."""
    first = product.size_chart[0].body if product.size_chart else {}
    if product.category in _AT_THE_WAIST and "waist" in first:
        return "waist"
    return next((name for name in sorted(first, key=place_of) if name in MEASURES), "")


def ask_figures(
    draft: Draft, request: Request, product: Product, *, has_chart: bool, is_new_line: bool = False
) -> None:
    """The one question: the figure still missing, else the measure that decides or height and weight."""
    customer, said, line = draft.turn.customer, request.entities, "line." if has_chart or is_new_line else ""
    height, weight = said.height_cm or customer.height_cm, said.weight_kg or customer.weight_kg
    measure = leading_measure(product)
    if product.size_chart and not measure:
        # A chart of feet: height and weight tell nothing about it.
        ask_usual(draft, product)
        draft.say("ask.or_foot_length")
        return
    field = MEASURES.get(measure, "")
    if height and not weight:
        draft.say(f"{line}ask.weight_too")
        field = "weight_kg"
    elif weight and not height:
        draft.say(f"{line}ask.height_too")
        field = "height_cm"
    elif measure:
        draft.say(f"{line}ask.measure", measure=Term("measure", measure))
    else:
        draft.say(f"{line}ask.height_and_weight")
    draft.ask("figures", product=product.code, measure=field, color=request.color)
    draft.buttons(QUESTION, *_figure_buttons(product, has_chart=has_chart))


def _figure_buttons(product: Product, *, has_chart: bool) -> list[Choice | None]:
    """[Size chart] [I don't know]"""
    chart_button = choices.choice(build("chart", product=product.code), "size_chart")
    unknown = choices.choice(build("nofig", product=product.code), "no_figures")
    return [None if has_chart or not product.size_chart else chart_button, unknown]


def ask_usual(draft: Draft, product: Product) -> None:
    draft.say("ask.usual_size")
    draft.ask("figures", product=product.code, measure="")
    draft.buttons(QUESTION, *_figure_buttons(product, has_chart=False))


def is_usual(request: Request) -> bool:
    """Whether a size said is the one usually worn: the answer to our question, or said to be so; "will M fit me?" asks."""
    return request.route == "size_advice" or "usual_size" in request.cues


def waist_size(product: Product, size: str) -> str:
    """The product's own size for a waist and length ("32/34") of which it goes by the waist."""
    cut = cut_of(size)
    is_lower = product.category in _AT_THE_WAIST and product.category != "belt"
    return match_size(product, str(cut.waist)) if cut is not None and is_lower else ""


def say_conversion(draft: Draft, request: Request, product: Product) -> None:
    """ "US 8 is about EU 38.5", "39.5 lies between two": a shoe size said otherwise than the label is said aloud once."""
    for said in request.entities.sizes[:1]:
        if converted := converted_size(product, said):
            draft.say("size.converted", said=said, size=converted)
        elif half_size(product, said):
            draft.say("size.half", said=said, size=size_term(match_size(product, said)))


def say_other_system(draft: Draft, request: Request, product: Product) -> bool:
    """A usual size that the product is not made in tells nothing about it; True when that was said."""
    said = (*request.entities.sizes, request.size)
    unmatched = next(
        (size for size in said if size and not match_size(product, size) and not waist_size(product, size)), ""
    )
    if not unmatched or not is_usual(request):
        return False
    draft.say("size.other_system", said=unmatched, sizes=size_terms(product.sizes))
    return True
