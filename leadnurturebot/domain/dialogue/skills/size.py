"""Help with the size: what is asked is answered first, then figures lead to a size, else one question leads to them."""

from collections.abc import Mapping

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.goods import (
    match_size,
    named,
    offers_of,
    price_of,
    size_term,
    size_terms,
    traits,
    variants_of,
)
from leadnurturebot.domain.dialogue.reply import Phrase, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.details import say_length, say_one
from leadnurturebot.domain.dialogue.skills.near import offer_options, options_of
from leadnurturebot.domain.dialogue.skills.size_advice import advise_for, has_figures, keep_figures
from leadnurturebot.domain.dialogue.skills.size_between import choose_between, two_sizes
from leadnurturebot.domain.dialogue.skills.size_figures import ask_figures, ask_usual, place_of, say_other_system
from leadnurturebot.domain.dialogue.skills.size_garment import say_garment
from leadnurturebot.domain.dialogue.skills.size_worn import runs_of
from leadnurturebot.domain.dialogue.skills.size_worry import answer_worry
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start
from leadnurturebot.domain.dialogue.words.chart_words import chart_asked
from leadnurturebot.domain.dialogue.words.every import WORDS, has_word, plain

_GIRTHS = ("bust", "waist", "hip")


def help_with_size(draft: Draft, request: Request) -> None:
    """Figures said or known lead straight to a size; else the chart or a button for it, and one question."""
    product = request.product
    _say_how_to(draft, request)
    if product is None:
        keep_figures(draft, request)
        draft.say("size.noted_of_what" if draft.customer else "size.of_what")
        if request.options:
            offer_options(draft, options_of(draft, request), then="size_help")
        else:
            offer_start(draft, request, QUESTION)
        return
    is_new = request.named and product.id not in draft.reading.known
    draft.look_at(product, color=request.color, size="")
    keep_figures(draft, request)
    if len(product.sizes) <= 1:
        draft.say("size.one_size", **named(product))
        draft.buttons(QUESTION, choices.add(product, None), choices.similar(product))
        return
    if answer_worry(draft, request, product):
        return
    is_answered = _answer_first(draft, request, product)
    if two_sizes(request, product):
        choose_between(draft, request, product)
    elif chart_asked(request.text) and has_figures(draft, request):
        _chart(draft, product)
        say_garment(draft, product)
        draft.buttons(QUESTION, choices.add(product, None), choices.similar(product))
    elif has_figures(draft, request):
        _advise(draft, request, product, is_answered=is_answered)
    else:
        _lead_to_figures(draft, request, product, is_new=is_new and not is_answered, is_answered=is_answered)


def _say_how_to(draft: Draft, request: Request) -> None:
    """How a girth is taken, where that is asked."""
    if "how_measure" not in request.cues:
        return
    said = plain(request.text)
    asked = [girth for girth in _GIRTHS if any(has_word(words.girths.get(girth, ""), said) for words in WORDS.values())]
    for girth in asked or _GIRTHS:
        draft.say(f"size.how_to.{girth}")


def _answer_first(draft: Draft, request: Request, product: Product) -> bool:
    """How it runs and how long it is, where that is the question."""
    before = len(draft.say_parts)
    if "runs_asked" in request.cues:
        sizing = runs_of(draft, product)
        draft.say(f"size.runs_asked.{sizing.replace(' ', '_') or 'unknown'}", **named(product))
    if "length_worry" in request.cues:
        known = next((own for size in _known_sizes(draft, request) if (own := match_size(product, size))), "")
        say_length(draft, product, color=request.color, size=known)
    return len(draft.say_parts) > before


def _known_sizes(draft: Draft, request: Request) -> tuple[str, ...]:
    focus = draft.turn.state.focus
    is_same = focus is not None and request.product is not None and focus.product_id == request.product.id
    return (*request.entities.sizes, focus.size if focus is not None and is_same else "")


def _advise(draft: Draft, request: Request, product: Product, *, is_answered: bool) -> None:
    """The size; only offered again where it was just told and something else was asked."""
    known = next((own for size in _known_sizes(draft, request) if (own := match_size(product, size))), "")
    is_told = draft.has_said("size.take", "size.between") and draft.turn.state.focus is not None
    if not (is_answered and is_told and known and not request.named):
        advise_for(draft, request)
        return
    variant = next(iter(variants_of(product, color=request.color, size=known)), None)
    draft.look_at(product, color=request.color, size=known)
    draft.buttons(QUESTION, choices.add_choice(product, variant) if variant else None, choices.similar(product))


def _lead_to_figures(draft: Draft, request: Request, product: Product, *, is_new: bool, is_answered: bool) -> None:
    """The question that leads to a size, below the chart when that was asked for or nothing else was."""
    said = request.entities
    one_known = bool(said.height_cm) != bool(said.weight_kg)
    is_chart_wanted = request.kind == "tap" or "size_chart" in said.details or chart_asked(request.text)
    is_answered = is_answered or len(draft.reading.requests) > 1
    if say_other_system(draft, request, product):
        pass
    elif "runs_asked" in request.cues:
        ask_usual(draft, product)
        return
    elif not is_chart_wanted and (
        is_answered or "how_measure" in request.cues or one_known or said.sizes or draft.has_said("size.chart")
    ):
        pass
    elif is_new and not is_chart_wanted:
        _introduce(draft, product)
    else:
        _chart(draft, product)
        if is_chart_wanted:
            say_garment(draft, product)
        ask_figures(draft, request, product, has_chart=True)
        return
    ask_figures(draft, request, product, has_chart=False, is_new_line=is_answered)


def chart(draft: Draft, request: Request) -> None:
    """[Size chart]: one line a size, and the question it leads to."""
    if request.product is None:
        help_with_size(draft, request)
        return
    draft.look_at(request.product, color=request.color)
    _chart(draft, request.product)
    say_garment(draft, request.product)
    ask_figures(draft, request, request.product, has_chart=True)


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
        draft.say("size.no_chart", **named(product), sizes=size_terms(product.sizes))
        if runs := product.details.get("sizing", ""):
            draft.say("size.runs", sizing=Term("sizing", runs))
        return
    draft.say("size.chart", **named(product))
    for row in product.size_chart[:10]:
        draft.say("line.size.row", size=size_term(row.size), measures=_measures(row.body))
    draft.fact("rule", product.name, "size chart")
    sizing = product.details.get("sizing", "")
    if product.fit:
        values: dict[str, Value] = {"fit": Term("cut", product.fit)}
        if sizing:
            values["sizing"] = Term("sizing", sizing)
        draft.say("line.size.fit_sizing" if sizing else "line.size.fit", **values)


def _measures(body: Mapping[str, tuple[float, float]]) -> tuple[Value, ...]:
    """From top to bottom, whatever order the record keeps."""
    return tuple(
        Phrase("size.measure", {"measure": Term("measure", name), "low": f"{low:g}", "high": f"{high:g}"})
        for name, (low, high) in sorted(body.items(), key=lambda item: place_of(item[0]))
    )


def no_figures(draft: Draft, request: Request) -> None:
    """[I don't know]: height and weight are known by heart, and a size that fits elsewhere helps too."""
    product = request.product
    if product is None:
        help_with_size(draft, request)
        return
    draft.look_at(product, color=request.color)
    draft.say("size.without_tape")
    draft.ask("figures", product=product.code, measure="", color=request.color)
    draft.buttons(QUESTION, choices.person(), choices.similar(product))
