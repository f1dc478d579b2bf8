"""Looking for goods and suggesting some: three to five, each with its price and one reason."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Wish
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.everything import wants_all
from leadnurturebot.domain.dialogue.goods import match_size, named, traits
from leadnurturebot.domain.dialogue.matching import Match, judge
from leadnurturebot.domain.dialogue.reply import Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.goods_list import (
    SHOWN_MAX,
    Heading,
    ask_size,
    refusals,
    say_conversion,
    show_goods,
    show_nearest,
    wish_parts,
)
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.skills.size_advice import advise_for, has_figures
from leadnurturebot.domain.dialogue.skills.starting_points import categories_of, offer_start
from leadnurturebot.domain.dialogue.skills.whole_catalogue import offer_page
from leadnurturebot.domain.dialogue.wishes import is_empty, is_vague, to_memory
from leadnurturebot.domain.garment_terms import ancestors, kinds


def browse(draft: Draft, request: Request) -> None:
    """What meets every wish; when nothing does, the nearest, and which wish fails."""
    wish = request.wish or Wish()
    draft.wish = to_memory(wish)
    if is_vague(wish) or (is_empty(wish) and not request.hits):
        _ask_kind(draft, request)
        return
    matches = judge(draft, request.hits, wish)
    if request.partner_of is not None and _shows_partners(draft, request.partner_of, matches):
        return
    exact = [match for match in matches if not match.missed]
    parts = wish_parts(draft, wish, exact or matches)
    if request.is_more and not exact:
        _say_that_was_all(draft, request, parts)
    elif exact:
        _show_exact(draft, request, exact, parts)
    elif request.kin and (others := [match for match in matches if match.missed == ("categories",)]):
        _show_other_kinds(draft, request, others[:SHOWN_MAX], wish)
    elif matches:
        _show_nearest_few(draft, request, matches, wish)
    else:
        draft.say("browse.not_sold_wish" if parts else "browse.not_sold", wish=parts)
        offer_start(draft, request)


def _shows_partners(draft: Draft, product: Product, matches: list[Match]) -> bool:
    """What goes with a product by its record, when there is something of the kind in stock."""
    partners = [match for match in matches if match.product.id in product.goes_with or match.why][:SHOWN_MAX]
    if len(partners) > 1:
        show_goods(draft, partners, Heading("line.browse.goes_with", {"product": product.name}, is_offer=True))
    elif partners:
        draft.say("browse.goes_with_one", product=product.name)
        answer_product(draft, _partner_request(partners[0]))
    return bool(partners)


def _partner_request(match: Match) -> Request:
    return Request(route="product", product=match.product, named=True, is_pick=True, hits=())


def _show_exact(draft: Draft, request: Request, exact: list[Match], parts: tuple[Value, ...]) -> None:
    if request.intent == "notify_restock":
        _show_nearest_few(draft, request, exact, request.wish or Wish())
        return
    if len(exact) == 1 and not request.is_more:
        if request.wish is not None and request.wish.details:
            draft.say("browse.one_with", details=tuple(Term("detail", name) for name in request.wish.details))
        _answer_about(draft, request, exact[0])
        draft.shown = (exact[0].product.id,)
        return
    if len(exact) == 1:
        show_nearest(draft, exact[0], request)
        return
    key = "line.browse.more" if request.is_more else "line.browse.found"
    shown = exact[:SHOWN_MAX]
    show_goods(draft, shown, Heading(key if parts else f"{key}_plain", {"count": len(shown), "wish": parts}))
    if wants_all(request) and offer_page(draft, exact):
        return
    if request.wish is not None and request.entities.sizes:
        say_conversion(draft, shown, request.wish.sizes)
    ask_size(draft, request, shown)


def _answer_about(draft: Draft, request: Request, match: Match) -> None:
    """A search with one answer is an answer about that product: its stock, or with figures of a body its size."""
    found = _as_product(request, match)
    if request.intent != "size_help" or not has_figures(draft, found):
        answer_product(draft, found)
        return
    draft.show(match.product, match.color)
    told = traits(match.product)
    draft.say("product.card" if told else "product.price", **named(match.product), price=match.price, traits=told)
    advise_for(draft, found)


def _say_that_was_all(draft: Draft, request: Request, parts: tuple[Value, ...]) -> None:
    draft.say("browse.no_more" if parts else "browse.no_more_plain", wish=parts)
    offer_start(draft, request, QUESTION)


def _show_other_kinds(draft: Draft, request: Request, others: list[Match], wish: Wish) -> None:
    """Only a price was said while a dress was talked about, and no dress meets it: what does, of other kinds."""
    plain = replace(wish, categories=())
    draft.wish = to_memory(plain)
    values: dict[str, Value] = {"kind": Term("category_plural", request.kin), "wish": wish_parts(draft, plain, others)}
    shown = [replace(match, missed=()) for match in others]
    show_goods(draft, shown, Heading("line.browse.other_kinds", values))


def _show_nearest_few(draft: Draft, request: Request, matches: list[Match], wish: Wish) -> None:
    """Nothing meets every wish: the nearest three, each with what differs."""
    of_kind = [match for match in matches if "categories" not in match.missed]
    matches = of_kind or [match for match in matches if _is_near_kind(match, wish)]
    if not matches:
        parts = wish_parts(draft, wish, ())
        unmet = refusals(wish)
        draft.say("browse.not_sold_wish", wish=parts if parts == unmet else (*parts, *unmet))
        offer_start(draft, request)
        return
    parts = wish_parts(draft, wish, matches)
    is_restock = request.intent == "notify_restock"
    if is_restock and len(matches) > 1:
        show_goods(draft, matches[:3], Heading("line.browse.not_found", {}))
        return
    if len(matches) == 1:
        key = "not_found_one" if is_restock else "not_all_of_that" if parts else "not_exactly"
        draft.say(f"browse.{key}", wish=parts)
        show_nearest(draft, matches[0], request)
        return
    heading = Heading("line.browse.nearest", {"wish": parts}) if parts else Heading("line.browse.not_sold_near", {})
    show_goods(draft, matches[:3], heading)


def _is_near_kind(match: Match, wish: Wish) -> bool:
    """A blazer is near to a coat, both being outerwear; a tote is not."""
    own = kinds(match.product.category, match.product.name)
    return any(own & ancestors(category) for category in wish.categories) or not wish.categories


def _as_product(request: Request, match: Match) -> Request:
    """A search with one answer is an answer about that product."""
    sizes = request.wish.sizes if request.wish else ()
    size = next((own for said in sizes if (own := match_size(match.product, said))), "")
    return Request(
        route="product",
        intent=request.intent,
        entities=replace(request.entities, details=()),
        text=request.text,
        product=match.product,
        named=True,
        color=match.color if request.entities.colors or len(match.product.colors) == 1 else "",
        size=size,
        aspects=("availability",),
        hits=request.hits,
    )


def _ask_kind(draft: Draft, request: Request) -> None:
    if request.intent in ("price", "availability", "product_details") and not request.entities.occasions:
        draft.say("ask.which_piece")
        offer_start(draft, request, QUESTION)
        return
    draft.say("browse.what_kind")
    draft.shown = ()
    draft.ask("kind")
    draft.buttons(QUESTION, *choices.start(draft, categories_of(request) or request.start))


def recommend(draft: Draft, request: Request) -> None:
    """Three to five not seen before, each with its own reason."""
    wish = request.wish or Wish()
    draft.wish = to_memory(wish)
    if request.is_best:
        best = judge(draft, request.hits, Wish())[:SHOWN_MAX]
        if "newest" in request.cues:
            draft.say("browse.no_newest")
        show_goods(draft, best, Heading(_best_key(draft), {"count": len(best)}, is_offer=True))
        ask_size(draft, request, best)
        return
    is_fresh = request.kind == "text" and request.question is None and not draft.turn.state.seen and not draft.cart
    if is_fresh and wish.occasions and is_vague(wish):
        _ask_kind(draft, request)
        return
    judged = _in_own_size(draft, request, wish)
    matches = [match for match in judged if not match.missed][:SHOWN_MAX]
    parts = () if is_empty(wish) else wish_parts(draft, wish, matches or judged)
    if not matches and judged:
        _show_nearest_few(draft, request, judged, wish)
        return
    if not matches:
        draft.say("browse.not_sold_wish" if parts else "recommend.nothing_new", wish=parts)
        offer_start(draft, request)
        return
    if len(matches) == 1:
        answer_product(draft, replace(_as_product(request, matches[0]), is_pick=True, aspects=()))
        draft.shown = (matches[0].product.id,)
        return
    personal = bool(draft.turn.state.seen or draft.cart)
    key = "line.browse.found" if parts else "line.recommend.from_seen" if personal else _best_key(draft)
    show_goods(draft, matches, Heading(key, {"count": len(matches), "wish": parts}, is_personal=True))
    ask_size(draft, request, matches)


def _in_own_size(draft: Draft, request: Request, wish: Wish) -> list[Match]:
    """The hits, without what is not there in the size that the customer wears; goods for others have no such limit."""
    usual = draft.turn.customer.usual_size
    if not usual or wish.sizes or wish.audience:
        return judge(draft, request.hits, wish)
    sized = replace(wish, sizes=(usual,))
    return [match for match in judge(draft, request.hits, sized) if "sizes" not in match.missed]


def _best_key(draft: Draft) -> str:
    """What sells most is claimed only where sales are known."""
    return "line.recommend.best" if draft.turn.sales else "line.recommend.start"


def sale(draft: Draft, request: Request) -> None:
    """What is truly reduced right now, of the kind asked for."""
    wish = request.wish or Wish()
    draft.wish = to_memory(replace(wish, on_sale=False))
    matches = [match for match in judge(draft, request.hits, wish) if not match.missed and match.price.was][:SHOWN_MAX]
    parts = wish_parts(draft, replace(wish, on_sale=False), matches)
    if len(matches) == 1:
        # In the colour that is reduced: the price of all colours would hide the sale.
        answer_product(draft, replace(_as_product(request, matches[0]), color=matches[0].color))
        draft.shown = (matches[0].product.id,)
    elif matches:
        key = "line.browse.on_sale" if parts else "line.browse.on_sale_plain"
        show_goods(draft, matches, Heading(key, {"count": len(matches), "wish": parts}))
    else:
        kind = wish.categories[0] if wish.categories else ""
        draft.say("discount.none_on_sale" if kind else "discount.nothing_on_sale", kind=Term("category_plural", kind))
        if limit := draft.turn.shop.shipping_free_from:
            draft.say("discount.but_shipping", limit=draft.money(limit))


def keep_looking(draft: Draft, request: Request) -> None:
    """[Keep looking]: what goes with the cart or with what was seen, else starting points."""
    recommend(draft, request)
