"""Goods seen from another one or from a list: similar, cheaper, the cheapest, with a detail, side by side."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Wish
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.draft import GOODS, HINT, PRODUCT, QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.goods import lowest, match_size, named, offers_of, price_of, traits
from leadnurturebot.domain.dialogue.matching import Match, judge
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.browse import recommend
from leadnurturebot.domain.dialogue.skills.goods_list import (
    SHOWN_MAX,
    Heading,
    pick_row,
    show_goods,
    show_nearest,
    wish_parts,
)
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start


def similar(draft: Draft, request: Request) -> None:
    """Near the product, in the colour and at the price asked for; the product itself is not shown again."""
    product = request.product
    if product is None:
        recommend(draft, request)
        return
    color = request.color if len(product.colors) > 1 or request.kind != "tap" else ""
    said = request.entities
    wish = Wish(
        colors=(color,) if color else (),
        sizes=(request.size,) if request.size else (),
        price_min=said.price_min,
        price_max=said.price_max,
        not_colors=said.not_colors,
    )
    fitting = judge(draft, request.hits, wish)
    exact = [match for match in fitting if not match.missed]
    _show_near(draft, product, (exact or fitting)[:SHOWN_MAX], request, wish)


def _show_near(draft: Draft, product: Product, matches: list[Match], request: Request, wish: Wish) -> None:
    values: dict[str, Value] = {"product": product.name, "wish": wish_parts(draft, wish, matches)}
    is_asked = bool(request.entities.colors or request.entities.price_max or request.entities.price_min)
    if not matches:
        draft.say("browse.no_more_similar" if request.is_more else "browse.nothing_similar", product=product.name)
        offer_start(draft, request, HINT)
    elif is_asked and matches[0].missed:
        show_goods(draft, matches[:3], Heading("line.browse.similar_but", values, like=product))
    elif len(matches) == 1:
        show_nearest(draft, matches[0], request)
    else:
        show_goods(draft, matches, Heading("line.browse.similar", values, like=product, is_offer=True))


def cheaper(draft: Draft, request: Request) -> None:
    """What of its kind costs less than the product at hand, or than the cheapest of the list."""
    limits = [offer for product in request.options if (offer := lowest(offers_of(product, draft.facts.offers)))]
    limit = min(limits, key=lambda offer: offer.price, default=None)
    if limit is None:
        recommend(draft, request)
        return
    wish = Wish(sizes=(request.size,) if request.size else ())
    asked = {product.id for product in request.options}
    found = [
        match
        for match in judge(draft, request.hits, wish)
        if match.price.now.minor < limit.price and match.product.id not in asked
    ]
    matches = ([match for match in found if not match.missed] or found)[:SHOWN_MAX]
    first = request.options[0]
    if not matches:
        price = price_of([limit], draft.turn.shop.currency)
        cheapest = next(p for p in request.options if limit.variant_id in {variant.id for variant in p.variants})
        draft.say("browse.none_cheaper", **named(cheapest), price=price or draft.money(limit.price))
        draft.buttons(PRODUCT, choices.add(cheapest, None), choices.similar(cheapest))
    elif len(matches) == 1:
        show_nearest(draft, matches[0], request)
    else:
        key = "line.browse.cheaper" if len(request.options) == 1 else "line.browse.cheaper_plain"
        show_goods(draft, matches, Heading(key, {"product": first.name}, like=first))


def cheapest(draft: Draft, request: Request) -> None:
    """The cheapest (or dearest) of the list or of a kind, looked at as if it had been picked."""
    wish = Wish(sizes=request.wish.sizes if request.wish else ())
    found = [match for match in judge(draft, request.hits, wish) if "categories" not in match.missed]
    ranked = sorted(found, key=lambda match: match.price.now.minor, reverse="dearest" in request.cues)
    if not ranked:
        recommend(draft, request)
        return
    best = ranked[0]
    if "cheapest" in request.cues and draft.focus is not None and best.product.id == draft.focus.product_id:
        draft.say("browse.none_cheaper", **named(best.product), price=best.price)
        draft.look_at(best.product, color=best.color if len(best.product.colors) == 1 else "")
        draft.buttons(PRODUCT, choices.add(best.product, None), choices.similar(best.product))
        return
    size = next((own for said in wish.sizes if (own := match_size(best.product, said))), "")
    chosen = replace(request, route="product", product=best.product, named=True, is_pick=True, size=size, aspects=())
    answer_product(draft, chosen)


def compare(draft: Draft, request: Request) -> None:
    """Side by side what the records say; which one is better is the customer's to say."""
    matches = options_of(draft, request)
    if len(matches) < 2:
        which_product(draft, request)
        return
    draft.say("compare.records")
    for match in matches:
        draft.say("line.compare.row", product=match.product.name, price=match.price, traits=_records(match.product))
        draft.fact("detail", match.product.name, match.product.details.get("weight", ""))
    draft.say("line.compare.which")
    offer_options(draft, matches)


def _records(product: Product) -> tuple[Value, ...]:
    """Material, length, fit, weight, and how it runs where that is not as usual."""
    weight, sizing = product.details.get("weight", ""), product.details.get("sizing", "")
    runs: tuple[Value, ...] = (Term("sizing", sizing),) if sizing.startswith("runs") else ()
    return (*traits(product), *((weight,) if weight else ()), *runs)


def options_of(draft: Draft, request: Request) -> list[Match]:
    """The goods that a request may be about, with their offers."""
    return [match for option in request.hits for match in judge(draft, [option], Wish())]


def which_product(draft: Draft, request: Request) -> None:
    """Several products fit "the blue one": asked with buttons or rows, not guessed."""
    matches = options_of(draft, request)
    if request.intent == "price" and 1 < len(matches) <= 3:
        _say_prices(draft, matches)
        return
    if request.hits and len(matches) > 3:
        draft.say("ask.which_one")
        offer_options(draft, matches, **_wanted(request))
        return
    options = request.options[:3]
    draft.say("ask.which_of", products=tuple(option.name for option in options))
    draft.shown = tuple(option.id for option in options)
    draft.ask("pick", **_wanted(request))
    draft.buttons(QUESTION, *(_option_button(option) for option in options))


def _say_prices(draft: Draft, matches: list[Match]) -> None:
    """ "How much is it?" of two or three: the price of each, and which to look at."""
    for match in matches:
        draft.say("line.ask.price_row", product=match.product.name, price=match.price)
        draft.fact("price", match.product.name, str(match.price.now.minor))
    offer_options(draft, matches)


def _wanted(request: Request) -> dict[str, object]:
    """The one picked is to go into the cart, where that was said."""
    if request.intent != "add_to_cart":
        return {}
    said = request.entities
    return {"then": "add_to_cart", "quantity": said.quantity, "size": said.sizes[0] if said.sizes else ""}


def offer_options(draft: Draft, matches: list[Match], **then: object) -> None:
    """Goods to choose from: buttons while three suffice, else rows with their prices. `then`: what the one picked is
    wanted for."""
    draft.shown = tuple(match.product.id for match in matches)
    draft.ask("pick", **then)
    if len(matches) <= 3:
        draft.buttons(QUESTION, *(_option_button(match.product) for match in matches))
        return
    rows = tuple(pick_row(match) for match in matches)
    draft.claim(Shape(weight=GOODS, rows=rows, rows_label=Phrase("button.choose")))


def _option_button(option: Product) -> Choice:
    return choices.choice(build("see", product=option.code), "product", product=option.name)


def with_detail(draft: Draft, request: Request) -> None:
    """[With pockets]: near products whose record has the detail."""
    matches = judge(draft, request.hits, Wish())[:SHOWN_MAX]
    detail = Term("detail", request.entities.details[0])
    if not matches or request.product is None:
        draft.say("browse.none_with_detail", detail=detail)
        offer_start(draft, request)
    elif len(matches) == 1:
        show_nearest(draft, matches[0], request)
    else:
        values: dict[str, Value] = {"detail": detail, "count": len(matches)}
        show_goods(draft, matches, Heading("line.browse.with_detail", values, like=request.product))
