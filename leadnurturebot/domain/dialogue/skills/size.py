"""Help with the size: the chart leads to one question, the answer to a size with its reason, certainty and stock."""

from leadnurturebot.domain.catalogue import Product, SizeRow
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.goods import named, offers_of, price_of, traits
from leadnurturebot.domain.dialogue.reply import Phrase, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.details import say_one
from leadnurturebot.domain.dialogue.skills.size_advice import advise_for, has_figures
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start

_AT_THE_WAIST = frozenset({"jeans", "trousers", "shorts", "skirt", "leggings", "belt"})
MEASURES = {"bust": "bust_cm", "chest": "bust_cm", "waist": "waist_cm", "hip": "hip_cm"}


def help_with_size(draft: Draft, request: Request) -> None:
    """Figures said or known lead straight to a size; else the chart or a button for it, and one question."""
    product = request.product
    if product is None:
        draft.say("size.of_what")
        offer_start(draft, request, QUESTION)
        return
    is_new = request.named and product.id not in draft.reading.known
    draft.look_at(product, color=request.color, size="")
    if len(product.sizes) <= 1:
        draft.say("size.one_size", **named(product))
        draft.buttons(QUESTION, choices.add(product, None), choices.similar(product))
    elif has_figures(draft, request):
        advise_for(draft, request)
    elif is_new and request.kind != "tap" and "size_chart" not in request.entities.details:
        _introduce(draft, product)
        _ask_figures(draft, product, has_chart=False)
    else:
        _chart(draft, product)
        _ask_figures(draft, product, has_chart=True)


def chart(draft: Draft, request: Request) -> None:
    """[Size chart]: one line a size, and the question it leads to."""
    if request.product is None:
        help_with_size(draft, request)
        return
    draft.look_at(request.product, color=request.color)
    _chart(draft, request.product)
    _ask_figures(draft, request.product, has_chart=True)


def _introduce(draft: Draft, product: Product) -> None:
    price = price_of(offers_of(product, draft.facts.offers), draft.turn.shop.currency)
    parts = traits(product)
    if price is not None:
        draft.say("product.card" if parts else "product.price", **named(product), price=price, traits=parts)
    if "stretch" in product.details:
        say_one(draft, product, "stretch")
    if sizing := product.details.get("sizing", ""):
        draft.say("size.runs", sizing=Term("sizing", sizing))


def _chart(draft: Draft, product: Product) -> None:
    if not product.size_chart:
        draft.say("size.no_chart", **named(product), sizes=product.sizes)
        if runs := product.details.get("sizing", ""):
            draft.say("size.runs", sizing=Term("sizing", runs))
        return
    draft.say("size.chart", **named(product))
    for row in product.size_chart[:10]:
        draft.say("line.size.row", size=row.size, measures=_measures(row))
    draft.fact("rule", product.name, "size chart")
    sizing = product.details.get("sizing", "")
    if product.fit:
        values: dict[str, Value] = {"fit": Term("cut", product.fit)}
        if sizing:
            values["sizing"] = Term("sizing", sizing)
        draft.say("line.size.fit_sizing" if sizing else "line.size.fit", **values)


def _measures(row: SizeRow) -> tuple[Value, ...]:
    return tuple(
        Phrase("size.measure", {"measure": Term("measure", name), "low": f"{low:g}", "high": f"{high:g}"})
        for name, (low, high) in row.body.items()
    )


def leading_measure(product: Product) -> str:
    """The body measure to ask for: the waist where the garment sits there, else the first of its chart."""
    first = product.size_chart[0].body if product.size_chart else {}
    if product.category in _AT_THE_WAIST and "waist" in first:
        return "waist"
    return next((name for name in first if name in MEASURES), "")


def _ask_figures(draft: Draft, product: Product, *, has_chart: bool) -> None:
    measure = leading_measure(product)
    if measure:
        key = "line.ask.measure" if has_chart else "ask.measure"
        draft.say(key, measure=Term("measure", measure))
    else:
        draft.say("line.ask.height_and_weight" if has_chart else "ask.height_and_weight")
    draft.ask("figures", product=product.code, measure=MEASURES.get(measure, ""))
    chart_button = choices.choice(build("chart", product=product.code), "size_chart")
    unknown = choices.choice(build("nofig", product=product.code), "no_figures")
    draft.buttons(QUESTION, None if has_chart or not product.size_chart else chart_button, unknown)


def no_figures(draft: Draft, request: Request) -> None:
    """[I don't know]: height and weight are known by heart, and a size that fits elsewhere helps too."""
    product = request.product
    if product is None:
        help_with_size(draft, request)
        return
    draft.look_at(product)
    draft.say("size.without_tape")
    draft.ask("figures", product=product.code, measure="")
    draft.buttons(QUESTION, choices.person(), choices.similar(product))
