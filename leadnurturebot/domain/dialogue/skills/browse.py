"""Looking for goods: three to five that meet every wish, each with its price and one reason."""

from dataclasses import dataclass

from leadnurturebot.domain.catalogue import Product, Wish
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.draft import GOODS, HINT, PRODUCT, QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.goods import traits
from leadnurturebot.domain.dialogue.matching import Match, is_comparable, judge
from leadnurturebot.domain.dialogue.reasons import hint, reason
from leadnurturebot.domain.dialogue.reply import Card, Choice, Phrase, Picture, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.skills.starting_points import categories_of, offer_start
from leadnurturebot.domain.dialogue.wishes import is_empty, is_vague, to_memory

SHOWN_MAX = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """The body above a list of goods."""

    key: str
    values: dict[str, Value]


def browse(draft: Draft, request: Request) -> None:
    """What meets every wish; when nothing does, the nearest, and which wish fails."""
    wish = request.wish or Wish()
    draft.wish = to_memory(wish)
    if is_vague(wish) or (is_empty(wish) and not request.hits):
        _ask_kind(draft, request)
        return
    matches = judge(draft, request.hits, wish)
    exact = [match for match in matches if not match.missed]
    parts = _wish_parts(draft, wish, exact or matches)
    if exact:
        _show_exact(draft, request, exact[:SHOWN_MAX], parts)
    elif matches:
        _show_nearest_few(draft, request, matches, wish)
    else:
        draft.say("browse.not_sold_wish" if parts else "browse.not_sold", wish=parts)
        offer_start(draft, request)


def _show_exact(draft: Draft, request: Request, exact: list[Match], parts: tuple[Value, ...]) -> None:
    if len(exact) == 1:
        answer_product(draft, _as_product(request, exact[0]))
        draft.shown = (exact[0].product.id,)
        return
    key = "line.browse.found" if parts else "line.browse.found_plain"
    show_goods(draft, exact, Heading(key, {"count": len(exact), "wish": parts}))
    _ask_size(draft, request, exact)


def _ask_size(draft: Draft, request: Request, matches: list[Match]) -> None:
    has_size = bool(request.wish and request.wish.sizes) or bool(draft.turn.customer.usual_size)
    if not has_size and any(len(match.product.sizes) > 1 for match in matches):
        draft.say("ask.size_to_narrow")


def _show_nearest_few(draft: Draft, request: Request, matches: list[Match], wish: Wish) -> None:
    """Nothing meets every wish: the nearest three, each with what differs."""
    of_kind = [match for match in matches if "categories" not in match.missed]
    matches = of_kind or matches
    parts = _wish_parts(draft, wish, matches)
    if len(matches) == 1:
        draft.say("browse.not_all_of_that" if parts else "browse.not_exactly", wish=parts)
        _show_nearest(draft, matches[0], request)
        return
    heading = Heading("line.browse.nearest", {"wish": parts}) if parts else Heading("line.browse.not_sold_near", {})
    show_goods(draft, matches[:3], heading)


def _as_product(request: Request, match: Match) -> Request:
    """A search with one answer is an answer about that product."""
    size = next(iter(request.wish.sizes), "") if request.wish else ""
    return Request(
        route="product",
        intent=request.intent,
        entities=request.entities,
        text=request.text,
        product=match.product,
        named=True,
        color=match.color if request.entities.colors or len(match.product.colors) == 1 else "",
        size=size if size in match.product.sizes else "",
        aspects=("availability",),
        hits=request.hits,
    )


def _ask_kind(draft: Draft, request: Request) -> None:
    draft.say("browse.what_kind")
    draft.ask("kind")
    draft.buttons(QUESTION, *choices.start(draft, categories_of(request)))


def show_goods(draft: Draft, matches: list[Match], heading: Heading) -> None:
    """A carousel when every product has a picture, else a list; one product alone is a message with its picture."""
    draft.say(heading.key, **heading.values)
    draft.shown = tuple(match.product.id for match in matches)
    draft.viewed += [match.product.id for match in matches if match.product.id not in draft.viewed]
    for match in matches:
        draft.fact("price", match.product.name, str(match.price.now.minor))
    draft.ask("pick")
    if len(matches) >= 2 and all(match.product.images for match in matches):
        label = Phrase("button.tell_more")
        draft.claim(Shape(weight=GOODS, cards=tuple(_card(draft, match) for match in matches), cards_label=label))
    else:
        rows = tuple(_row(draft, match) for match in matches)
        draft.claim(Shape(weight=GOODS, rows=rows, rows_label=Phrase("button.see_goods", {"count": len(rows)})))


def _action(match: Match) -> str:
    return build("see", variant=match.variant.code) if match.color_matters else build("see", product=match.product.code)


def _card(draft: Draft, match: Match) -> Card:
    head = Phrase("card.head", {"product": match.product.name, "price": match.price})
    return Card(Picture(match.product.id, match.color), (head, reason(draft, match)), _action(match))


def _row(draft: Draft, match: Match) -> Choice:
    label = Phrase("row.product", {"product": match.product.name})
    return Choice(_action(match), label, hint(draft, match))


def _wish_parts(draft: Draft, wish: Wish, matches: list[Match]) -> tuple[Value, ...]:
    """The wishes in words, in a fixed order, to be joined with commas; a size only beside goods that come in sizes."""
    parts: list[Value] = [Term("audience", wish.audience)] if wish.audience else []
    parts += [Term("category_plural", category) for category in wish.categories]
    parts += [Term("color", color) for color in wish.colors]
    parts += [Term("material", material) for material in wish.materials]
    parts += [Phrase("wish.occasion", {"occasion": Term("occasion", occasion)}) for occasion in wish.occasions]
    parts += [Phrase("wish.fit", {"fit": Term("fit", fit)}) for fit in wish.fits]
    if wish.price_min is not None:
        parts.append(Phrase("wish.from", {"price": draft.money(wish.price_min)}))
    if wish.price_max is not None:
        parts.append(Phrase("wish.under", {"price": draft.money(wish.price_max)}))
    own = [size for match in matches for size in match.product.sizes]
    fitting = [size for size in wish.sizes if not matches or any(is_comparable(size, other) for other in own)]
    parts += [Phrase("wish.size", {"size": size}) for size in fitting]
    return tuple(parts) or _refusals(wish)


def _refusals(wish: Wish) -> tuple[Value, ...]:
    """What is not wanted, said only when nothing else was wished: it is kept to without repeating it."""
    colors = tuple(Phrase("wish.not_color", {"color": Term("color", color)}) for color in wish.not_colors)
    materials = (Phrase("wish.not_material", {"material": Term("material", name)}) for name in wish.not_materials)
    return (*colors, *materials)


def recommend(draft: Draft, request: Request) -> None:
    """Three to five not seen before, each with its own reason."""
    wish = request.wish or Wish()
    draft.wish = to_memory(wish)
    is_fresh = request.kind == "text" and request.question is None and not draft.turn.state.seen and not draft.cart
    if is_fresh and wish.occasions and is_vague(wish):
        _ask_kind(draft, request)
        return
    judged = judge(draft, request.hits, wish)
    matches = [match for match in judged if not match.missed][:SHOWN_MAX]
    if not matches and judged:
        _show_nearest_few(draft, request, judged, wish)
        return
    if not matches:
        draft.say("recommend.nothing_new")
        offer_start(draft, request)
        return
    personal = bool(draft.turn.state.seen or draft.cart)
    parts = _wish_parts(draft, wish, matches)
    key = "line.browse.found" if parts else "line.recommend.from_seen" if personal else "line.recommend.best"
    if len(matches) == 1:
        _show_nearest(draft, matches[0], request)
        return
    show_goods(draft, matches, Heading(key, {"count": len(matches), "wish": parts}))
    _ask_size(draft, request, matches)


def similar(draft: Draft, request: Request) -> None:
    """Near the product, in the colour asked for when one was; the product itself is not shown again."""
    product = request.product
    if product is None:
        recommend(draft, request)
        return
    color = request.color if len(product.colors) > 1 or request.kind != "tap" else ""
    wish = Wish(colors=(color,) if color else (), sizes=(request.size,) if request.size else ())
    fitting = [match for match in judge(draft, request.hits, wish) if "stock" not in match.missed]
    exact = [match for match in fitting if not match.missed]
    _show_near(draft, product, (exact or fitting)[:SHOWN_MAX], request)


def _show_near(draft: Draft, product: Product, matches: list[Match], request: Request) -> None:
    if not matches:
        draft.say("browse.nothing_similar", product=product.name)
        offer_start(draft, request, HINT)
    elif len(matches) == 1:
        _show_nearest(draft, matches[0], request)
    else:
        show_goods(draft, matches, Heading("line.browse.similar", {"product": product.name, "count": len(matches)}))


def _show_nearest(draft: Draft, match: Match, request: Request) -> None:
    product, variant = match.product, match.variant
    size = request.size if request.size == variant.size and len(product.sizes) > 1 else ""
    draft.look_at(product, color=match.color, size=size)
    draft.show(product, match.color)
    parts: list[Value] = [Term("color", match.color)] if len(product.colors) > 1 or request.color else []
    parts += [size] if size else []
    draft.say("line.browse.nearest_one", product=(product.name, *parts), price=match.price)
    if told := traits(product):
        draft.say("browse.traits", traits=told)
    draft.say("browse.in_stock")
    add = choices.add(product, variant if size or len(product.sizes) == 1 else None)
    draft.buttons(PRODUCT, add, _notice_of_sold_out(draft) or choices.similar(product))
    draft.shown = (product.id,)


def _notice_of_sold_out(draft: Draft) -> Choice | None:
    """[Tell me when back] for what was just said to be sold out."""
    code = draft.turn.state.sold_out_variant
    found = draft.turn.catalogue.variant_by_code(code) if code is not None else None
    return choices.tell_me(found[1]) if found else None


def with_detail(draft: Draft, request: Request) -> None:
    """[With pockets]: near products whose record has the detail."""
    matches = [match for match in judge(draft, request.hits, Wish()) if "stock" not in match.missed][:SHOWN_MAX]
    detail = Term("detail", request.entities.details[0])
    if not matches or request.product is None:
        draft.say("browse.none_with_detail", detail=detail)
        offer_start(draft, request)
    elif len(matches) == 1:
        _show_nearest(draft, matches[0], request)
    else:
        show_goods(draft, matches, Heading("line.browse.with_detail", {"detail": detail, "count": len(matches)}))


def which_product(draft: Draft, request: Request) -> None:
    """Several products fit "the blue one": asked with buttons, not guessed."""
    options = request.options[:3]
    draft.say("ask.which_of", products=tuple(option.name for option in options))
    draft.shown = tuple(option.id for option in options)
    draft.ask("pick")
    buttons = [choices.choice(build("see", product=option.code), "product", product=option.name) for option in options]
    draft.buttons(QUESTION, *buttons)


def keep_looking(draft: Draft, request: Request) -> None:
    """[Keep looking]: what goes with the cart or with what was seen, else starting points."""
    recommend(draft, request)
