"""The size itself: which one, why, how sure, and whether it is here."""

from collections.abc import Mapping

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.foot_length import foot_told, is_of_feet
from leadnurturebot.domain.dialogue.goods import (
    color_term,
    colors_here,
    half_size,
    has_colors,
    here,
    match_size,
    named,
    offers_of,
    price_of,
    size_term,
    size_terms,
)
from leadnurturebot.domain.dialogue.reply import Phrase, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.size_figures import (
    MEASURES,
    ask_figures,
    is_usual,
    say_conversion,
    say_other_system,
    waist_size,
)
from leadnurturebot.domain.dialogue.skills.size_leg import by_waist, leg, say_inside_leg, with_length
from leadnurturebot.domain.dialogue.skills.size_worn import own_need, worn_before
from leadnurturebot.domain.sizing.advice import Because, Certainty, Garment, Liked, NoAdvice, SizeAdvice
from leadnurturebot.domain.sizing.advising import advise
from leadnurturebot.domain.sizing.body import Body, Implausible
from leadnurturebot.domain.sizing.trousers import is_by_length

_FIGURES = ("height_cm", "weight_kg", "bust_cm", "waist_cm", "hip_cm")
_STRETCH: Mapping[str, str] = {"light": "low"}
_LIKED = {"slim": Liked.CLOSE, "loose": Liked.LOOSE}
_NOTES = ("leg", "verdicts", "runs", "fit", "stretch")
"""What of the cut is said beside the reason that decided, most telling first."""


def has_figures(draft: Draft, request: Request) -> bool:
    """Whether the message or the customer's record tells enough to try."""
    body = _body(draft, request)
    girth = body.bust_cm or body.waist_cm or body.hip_cm or body.foot_length_cm
    product = request.product
    if product is not None and is_of_feet(product):
        girth = body.foot_length_cm
    is_usual_known = product is not None and bool(
        match_size(product, body.usual_size) or waist_size(product, body.usual_size)
    )
    is_worn = product is not None and bool(worn_before(draft, product))
    return bool(girth or is_usual_known or is_worn or (body.height_cm and body.weight_kg))


def _has_measures(draft: Draft, request: Request) -> bool:
    """Whether it was the body that was told, not a size worn elsewhere."""
    return any(getattr(request.entities, name) or getattr(draft.turn.customer, name) for name in _FIGURES)


def _body(draft: Draft, request: Request) -> Body:
    """Figures said now before those known."""
    customer, said = draft.turn.customer, request.entities
    told = {name: getattr(said, name) or getattr(customer, name) for name in _FIGURES}
    told["foot_length_cm"] = foot_told(request.product, request.text) or customer.foot_length_cm
    audience = request.product.audience if request.product else "women"
    return Body(**told, usual_size=_usual(draft, request), audience=audience)


def _usual(draft: Draft, request: Request) -> str:
    """One size said to be worn, else the one known; two are doubted, not worn."""
    said = request.entities.sizes or ((request.size,) if request.size and request.route == "size_advice" else ())
    if len(said) != 1 or not is_usual(request):
        return draft.turn.customer.usual_size
    is_half = request.product is not None and bool(half_size(request.product, said[0]))
    return match_size(request.product, said[0]) if request.product is not None and is_half else said[0]


def advise_for(draft: Draft, request: Request) -> None:
    """Say the size for what is known of the body, and offer it."""
    product = request.product
    if product is None:
        return
    draft.look_at(product, color=request.color)
    keep_figures(draft, request)
    found = advice_for(draft, request, product)
    if is_usual(request):
        say_conversion(draft, request, product)
    match found:
        case SizeAdvice() if is_by_length(product.sizes):
            _advise_cut(draft, request, product, found)
        case SizeAdvice():
            _say_advice(draft, request, product, found)
        case Implausible(measure, value):
            field = MEASURES.get(measure) or f"{measure}_{'kg' if measure == 'weight' else 'cm'}"
            draft.customer.pop(field, None)
            draft.say("size.implausible", measure=Term("measure", measure), value=f"{value:g}")
            draft.ask("figures", product=product.code, measure=field, color=request.color)
        case NoAdvice():
            _say_none(draft, request, product, found)


def _advise_cut(draft: Draft, request: Request, product: Product, found: SizeAdvice) -> None:
    """A waist needs its length: known, or asked for."""
    body = _body(draft, request)
    known = leg(body, body.usual_size)
    if known is not None:
        _say_advice(draft, request, product, with_length(found, product.sizes, known))
        return
    draft.say(
        "size.take", size=f"W{found.size}", reasons=_reasons(found), certainty=Term("certainty", found.certainty.value)
    )
    draft.say("size.ask_leg")
    draft.ask("figures", product=product.code, measure="height_cm", color=request.color)
    draft.buttons(QUESTION, choices.similar(product))


def advice_for(draft: Draft, request: Request, product: Product) -> SizeAdvice | NoAdvice | Implausible:
    """What is known of the body against the product's chart and cut."""
    garment = Garment(
        chart=product.size_chart,
        category=product.category,
        fit=product.fit,
        stretch=_STRETCH.get(product.details.get("stretch", ""), product.details.get("stretch", "")),
        runs=product.details.get("sizing", ""),
        learned=draft.turn.fits.offset(product.id, product.details.get("sizing", "")),
        measures=_measures(product),
        made=product.sizes,
    )
    liked = next((_LIKED[fit] for fit in request.entities.fits if fit in _LIKED), Liked.REGULAR)
    garment, body = by_waist(garment, _body(draft, request))
    return advise(body, garment, liked, worn=worn_before(draft, product), own=own_need(draft))


def _measures(product: Product) -> dict[str, Mapping[str, float]]:
    """Of the garment itself, by size: colours of a size are sewn alike."""
    return {variant.size: variant.measures for variant in reversed(product.variants) if variant.measures}


def keep_figures(draft: Draft, request: Request) -> None:
    """What was told is learned; the privacy setting decides how long it is kept."""
    said = request.entities
    draft.customer.update({name: getattr(said, name) for name in _FIGURES if getattr(said, name)})
    if foot := foot_told(request.product, request.text):
        draft.customer["foot_length_cm"] = foot
    worn = _usual(draft, request)
    if is_usual(request) and worn:
        draft.customer["usual_size"] = worn


def forget_figures(draft: Draft) -> None:
    """Size and measurements are gone, and how earlier pieces fitted; everything else stays."""
    forgotten = dict.fromkeys((*_FIGURES, "foot_length_cm"))
    draft.customer.update(forgotten, usual_size="", sizes_forgotten_at=draft.turn.now.isoformat())
    draft.say("size.forgotten")


def _say_advice(draft: Draft, request: Request, product: Product, found: SizeAdvice) -> None:
    draft.fact("size_advice", product.name, f"{found.size} {found.alternative or ''} {found.certainty}".strip())
    reasons = _reasons(found)
    if found.certainty is Certainty.BETWEEN and found.alternative:
        is_closer = found.alternative_is == "closer"
        close, loose = (found.alternative, found.size) if is_closer else (found.size, found.alternative)
        draft.say(
            "size.between", close=size_term(close), loose=size_term(loose), size=size_term(found.size), reasons=reasons
        )
    else:
        draft.say(
            "size.take", size=size_term(found.size), reasons=reasons, certainty=Term("certainty", found.certainty.value)
        )
    say_inside_leg(draft, product, _usual(draft, request))
    sizes = [size for size in (found.size, found.alternative) if size]
    say_stock(draft, request, product, [own for size in sizes if (own := match_size(product, size))])


def _reasons(found: SizeAdvice) -> tuple[Value, ...]:
    """The reason that decided, and one thing about the cut that bears on it."""
    told = [because for because in found.because[1:] if because.kind in _NOTES]
    notes = sorted(told, key=lambda because: _NOTES.index(because.kind))
    return tuple(reason_phrase(because) for because in (found.reason, *notes[:1]))


def reason_phrase(because: Because) -> Phrase:
    values: dict[str, Value] = {"size": size_term(because.size)}
    match because.kind:
        case "measured":
            values["measure"] = Term("measure", because.measure)
            values["value"] = f"{because.value:g}"
            values["low"], values["high"] = f"{because.low:g}", f"{because.high:g}"
        case "leg":
            values["measure"], values["value"] = Term("measure", because.measure), f"{because.value:g}"
        case "fit":
            values["fit"] = Term("cut", because.note)
        case "worn" | "worn_small" | "worn_large":
            values["product"] = because.note
            return Phrase("size.because.worn", values)
        case "verdicts":
            values["few"], values["all"] = f"{because.value:g}", f"{because.high:g}"
            return Phrase(f"size.because.{because.note.replace(' ', '_')}", values)
        case "runs":
            values["sizing"] = Term("sizing", because.note)
    return Phrase(f"size.because.{because.kind}", values)


def say_stock(draft: Draft, request: Request, product: Product, sizes: list[str]) -> None:
    """A size that fits but is sold out is still named, then the way on."""
    offers = draft.facts.offers
    variants = {size: here(product, offers, color=request.color, size=size) for size in sizes}
    present = [size for size in sizes if variants[size]]
    missing = [size for size in sizes if not variants[size]]
    if missing:
        draft.say("size.sold_out", sizes=size_terms(missing))
    if len(present) == 2:
        draft.say("size.both_here")
    elif present:
        _say_one_here(draft, request, product, present[0])
    best = present[0] if present else ""
    draft.look_at(product, color=request.color, size=best)
    _offer(draft, product, sizes, variants)


def _say_one_here(draft: Draft, request: Request, product: Product, size: str) -> None:
    price = price_of(offers_of(product, draft.facts.offers, color=request.color, size=size), draft.turn.shop.currency)
    colors = (request.color,) if request.color else colors_here(product, draft.facts.offers, size=size)
    if price is None:
        return
    if has_colors(product):
        draft.say(
            "size.here_in", size=size_term(size), colors=tuple(color_term(color) for color in colors), price=price
        )
    else:
        draft.say("size.here", size=size_term(size), price=price)


def _offer(draft: Draft, product: Product, sizes: list[str], variants: Mapping[str, tuple[Variant, ...]]) -> None:
    """[Add L] [Add M]: one button a size, or one a colour of the size when it comes in several."""
    present = [variants[size] for size in sizes if variants[size]]
    found = [group[0] for group in present] if len(present) > 1 else [own for group in present for own in group]
    if not found:
        lost = next((own for own in product.variants if own.size in sizes), None)
        draft.buttons(QUESTION, choices.tell_me(lost) if lost else None, choices.similar(product))
        return
    adds = [choices.add_choice(product, own) for own in found]
    draft.ask("offer", yes=adds[0].action)
    draft.buttons(QUESTION, *adds[:2], choices.similar(product))


def _say_none(draft: Draft, request: Request, product: Product, none: NoAdvice) -> None:
    match none.reason:
        case "above_chart":
            draft.say("size.above_chart", size=size_term(none.nearest))
        case "not_made":
            key = "size.not_made" if _has_measures(draft, request) else "stock.size_not_made"
            values = named(product) if key.startswith("stock") else {}
            draft.say(key, size=size_term(none.nearest), sizes=size_terms(product.sizes), **values)
        case "below_chart":
            draft.say("size.below_chart", size=size_term(none.nearest))
        case "ask_body":
            say_other_system(draft, request, product)
            ask_figures(draft, request, product, has_chart=False)
            return
        case _:
            draft.say("size.no_chart", **named(product), sizes=size_terms(product.sizes))
    draft.buttons(QUESTION, choices.ask_team(product), choices.similar(product))
