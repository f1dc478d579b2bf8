"""Several goods in one message, each with its price and one reason; and the one that is nearest, alone."""

from collections.abc import Sequence

from leadnurturebot.domain.catalogue import Product, Wish
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.decision import Offered
from leadnurturebot.domain.dialogue.draft import GOODS, PRODUCT, Draft, Shape
from leadnurturebot.domain.dialogue.goods import converted_size, match_size, size_term, traits
from leadnurturebot.domain.dialogue.matching import Match, is_comparable
from leadnurturebot.domain.dialogue.reasons import hint, reason
from leadnurturebot.domain.dialogue.reply import Card, Choice, Phrase, Picture, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.values import value

SHOWN_MAX = 5


@value
class Heading:
    """The body above a list of goods."""

    key: str
    values: dict[str, Value]
    is_personal: bool = False
    """Suggested by us rather than asked for: each is tied to what was looked at."""
    like: Product | None = None
    """The product that these are like: "more" means more of them."""
    is_offer: bool = False
    """Chosen by us: which of them are opened is counted."""


def show_goods(draft: Draft, matches: list[Match], heading: Heading) -> None:
    """A carousel when every product has a picture, else a list; one product alone is a message with its picture."""
    draft.say(heading.key, **heading.values)
    draft.shown = tuple(match.product.id for match in matches)
    draft.listed += draft.shown
    if heading.is_offer or heading.is_personal:
        draft.offered = tuple(Offered(product_id=m.product.id, why=m.why.value if m.why else "asked") for m in matches)
    for match in matches:
        draft.fact("price", match.product.name, str(match.price.now.minor))
    draft.ask("pick", **({"like": heading.like.code} if heading.like else {}))
    if heading.like is None:
        draft.focus = None
    if len(matches) >= 2 and all(match.product.images for match in matches):
        label = Phrase("button.tell_more")
        cards = tuple(_card(draft, match, heading) for match in matches)
        draft.claim(Shape(weight=GOODS, cards=cards, cards_label=label))
    else:
        rows = tuple(_row(draft, match, heading) for match in matches)
        draft.claim(Shape(weight=GOODS, rows=rows, rows_label=Phrase("button.see_goods", {"count": len(rows)})))


def _action(match: Match) -> str:
    return build("see", variant=match.variant.code) if match.color_matters else build("see", product=match.product.code)


def _card(draft: Draft, match: Match, heading: Heading) -> Card:
    head = Phrase("card.head", {"product": match.product.name, "price": match.price})
    text = (head, reason(draft, match, is_personal=heading.is_personal))
    return Card(Picture(match.product.id, match.color), text, _action(match), match.variant.sku)


def _row(draft: Draft, match: Match, heading: Heading) -> Choice:
    label = Phrase("row.product", {"product": match.product.name})
    return Choice(_action(match), label, hint(draft, match, is_personal=heading.is_personal))


def pick_row(match: Match) -> Choice:
    """A product to be picked, with its price alone."""
    label = Phrase("row.product", {"product": match.product.name})
    return Choice(build("see", product=match.product.code), label, Phrase("row.price", {"price": match.price}))


def ask_size(draft: Draft, request: Request, matches: list[Match]) -> None:
    """The one question below a list: the size, unless it is known."""
    has_size = bool(request.wish and request.wish.sizes) or bool(draft.turn.customer.usual_size)
    if not has_size and any(len(match.product.sizes) > 1 for match in matches):
        draft.say("ask.size_to_narrow")


def say_conversion(draft: Draft, matches: list[Match], sizes: tuple[str, ...]) -> None:
    """ "US 8 is about EU 38.5", said aloud once where a size was said in another system."""
    for size in sizes:
        found = next((eu for match in matches if (eu := converted_size(match.product, size))), "")
        if found:
            draft.say("size.converted", said=size, size=found)


def wish_parts(draft: Draft, wish: Wish, matches: Sequence[Match]) -> tuple[Value, ...]:
    """The wishes in words, in a fixed order, to be joined with commas; a size only beside goods that come in sizes."""
    parts: list[Value] = [Term("audience", wish.audience)] if wish.audience else []
    parts += [Term("category_plural", category) for category in wish.categories]
    parts += [Term("color", color) for color in wish.colors]
    parts += [Term("material", material) for material in wish.materials]
    parts += [Phrase("wish.occasion", {"occasion": Term("occasion", occasion)}) for occasion in wish.occasions]
    parts += [Phrase("wish.fit", {"fit": Term("fit", fit)}) for fit in wish.fits]
    parts += [Term("length", length) for length in wish.lengths]
    details = [Phrase("wish.detail", {"detail": Term("detail", detail)}) for detail in wish.details]
    if wish.price_min is not None:
        parts.append(Phrase("wish.from", {"price": draft.money(wish.price_min)}))
    if wish.price_max is not None:
        parts.append(Phrase("wish.under", {"price": draft.money(wish.price_max)}))
    parts += details
    fitting = [size for size in wish.sizes if not matches or any(_is_sized(match, size) for match in matches)]
    # A wish is the customer's: their own letter alone, whatever the labels say.
    parts += [Phrase("wish.size", {"size": Term("size_said", size)}) for size in fitting]
    return tuple(parts) or refusals(wish)


def _is_sized(match: Match, size: str) -> bool:
    return bool(match_size(match.product, size)) or any(is_comparable(size, own) for own in match.product.sizes)


def refusals(wish: Wish) -> tuple[Value, ...]:
    """What is not wanted, said only when nothing else was wished: it is kept to without repeating it."""
    colors = tuple(Phrase("wish.not_color", {"color": Term("color", color)}) for color in wish.not_colors)
    materials = (Phrase("wish.not_material", {"material": Term("material", name)}) for name in wish.not_materials)
    return (*colors, *materials)


def show_nearest(draft: Draft, match: Match, request: Request) -> None:
    """One product alone: the nearest to what was wished."""
    product, variant = match.product, match.variant
    size = request.size if request.size == variant.size and len(product.sizes) > 1 else ""
    draft.look_at(product, color=match.color, size=size)
    draft.show(product, match.color)
    parts: list[Value] = [Term("color", match.color)] if len(product.colors) > 1 or request.color else []
    parts += [size_term(size)] if size else []
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
