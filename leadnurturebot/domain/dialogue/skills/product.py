"""One product: what was asked of it, its price, and whether it is here in the size and colour wanted."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.audience import implied_audience
from leadnurturebot.domain.dialogue.draft import PRODUCT, Draft
from leadnurturebot.domain.dialogue.goods import (
    LOW_STOCK,
    choice_of,
    color_term,
    colors_here,
    has_colors,
    has_sizes,
    here,
    is_here,
    named,
    offers_of,
    price_of,
    size_term,
    size_terms,
    sizes_here,
    traits,
)
from leadnurturebot.domain.dialogue.reply import Choice, Price, Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.details import PICTURES, Said, say_details, with_detail_button
from leadnurturebot.domain.dialogue.skills.size_figures import say_conversion
from leadnurturebot.domain.dialogue.skills.sold_out import say_sold_out


def answer(draft: Draft, request: Request) -> None:
    """Details first, then stock and price of the choice, then the question that is still open."""
    if request.product is None:
        return
    product = request.product
    request = _with_only_color(draft, request, product)
    is_new = request.named or product.id not in draft.reading.known
    color = request.color if request.color in product.colors else ""
    draft.look_at(product, color=color, size=request.size if request.size in product.sizes else "")
    if is_new or PICTURES & set(request.entities.details):
        draft.show(product, color)
    _learn_size(draft, request)
    if "video" in request.cues:
        draft.say("detail.no_video")
    said = say_details(draft, request, product)
    if _not_made(draft, request, product):
        return
    if said.any and not {"availability", "price"} & set(request.aspects):
        _after_details(draft, request, product, said)
        return
    last = choices.ask_team(product, said.unknown) if said.unknown else choices.similar(product)
    _stock(draft, request, product, last, is_new=is_new and not said.any)


def extra(draft: Draft, request: Request) -> None:
    """ "Does it come with a belt?": only what the record says comes with it."""
    product, thing = request.product, request.entities.categories[0]
    if product is None:
        return
    draft.look_at(product, color=draft.focus.color if draft.focus else "", size=draft.focus.size if draft.focus else "")
    named_in = next((value for value in product.details.values() if thing in value.casefold()), "")
    if named_in:
        draft.say("detail.yes_extra", value=named_in)
        draft.buttons(PRODUCT, choices.add(product, None), choices.similar(product))
        return
    draft.say("detail.extra_unknown", thing=Term("category", thing))
    draft.say("detail.shall_i_ask")
    ask = choices.ask_team(product, thing)
    draft.ask("offer", yes=ask.action)
    draft.buttons(PRODUCT, ask, choices.similar(product))


def _with_only_color(draft: Draft, request: Request, product: Product) -> Request:
    """The size is here in one colour only: that is the one meant."""
    if request.color or not request.size or not has_colors(product):
        return request
    colors = colors_here(product, draft.facts.offers, size=request.size)
    return replace(request, color=colors[0]) if len(colors) == 1 else request


def _learn_size(draft: Draft, request: Request) -> None:
    """The answer to "which size do you usually wear?" is known from now on."""
    if request.question is not None and request.question.about.get("usual") and request.size:
        draft.customer["usual_size"] = request.size


def _after_details(draft: Draft, request: Request, product: Product, said: Said) -> None:
    """Only a detail was asked: the way on is the cart, the team, or a product that has what this one lacks."""
    if said.unknown:
        draft.say("detail.shall_i_ask")
        draft.ask("offer", yes=choices.ask_team(product, said.unknown).action)
        draft.buttons(PRODUCT, choices.ask_team(product, said.unknown), choices.similar(product))
        return
    variant = request.variant()
    add = choices.add(product, variant if variant and is_here(variant, draft.facts.offers) else None)
    draft.buttons(PRODUCT, add, with_detail_button(draft, request), choices.similar(product))


def _not_made(draft: Draft, request: Request, product: Product) -> bool:
    """A size or colour that the product is not made in is said plainly, with those that are."""
    if request.size and request.size not in product.sizes and not has_sizes(product):
        draft.say("size.one_size", **named(product))
        draft.buttons(PRODUCT, choices.add(product, None), choices.similar(product))
        return True
    if request.size and request.size not in product.sizes:
        draft.say(
            "stock.size_not_made", **named(product), size=size_term(request.size), sizes=size_terms(product.sizes)
        )
        draft.buttons(PRODUCT, choices.size_help(product), choices.similar(product))
        return True
    if request.color and request.color not in product.colors:
        colors = tuple(color_term(color) for color in product.colors)
        draft.say("stock.color_not_made", **named(product), color=color_term(request.color), colors=colors)
        picks = [choices.pick(product, variant) for variant in _one_per_color(draft, product, request.size)[:2]]
        draft.buttons(PRODUCT, *picks, choices.similar(product))
        return True
    return False


def _one_per_color(draft: Draft, product: Product, size: str) -> list[Variant]:
    found: dict[str, Variant] = {}
    for variant in here(product, draft.facts.offers, size=size):
        found.setdefault(variant.color, variant)
    return list(found.values()) if has_colors(product) else []


def _stock(draft: Draft, request: Request, product: Product, last: Choice, *, is_new: bool) -> None:
    variant = request.variant()
    price = price_of(
        offers_of(product, draft.facts.offers, color=request.color, size=request.size), draft.turn.shop.currency
    )
    if price is None:
        draft.say("stock.unknown", **named(product))
        draft.buttons(PRODUCT, choices.ask_team(product), choices.similar(product))
        return
    draft.fact("price", product.name, str(price.now.minor))
    say_conversion(draft, request, product)
    if not here(product, draft.facts.offers, color=request.color, size=request.size):
        say_sold_out(draft, request, product, price)
    elif variant is not None:
        _say_variant(draft, request, variant, price, last, is_new=is_new)
    elif request.size:
        _say_colors(draft, request, product, price, last, is_new=is_new)
    else:
        _say_sizes(draft, request, product, price, is_new=is_new)


def _say_variant(draft: Draft, request: Request, variant: Variant, price: Price, last: Choice, *, is_new: bool) -> None:
    """The one variant meant: in stock at its price, how it falls, and how few are left when few are."""
    product = request.product
    if product is None:
        return
    chosen = choice_of(product, variant)
    if request.entities.colors and not has_colors(product):
        chosen = (color_term(variant.color), *chosen)
    available = draft.facts.offers[variant.id].available
    sizing = product.details.get("sizing", "")
    draft.fact("stock", variant.sku, str(available))
    if not is_new and not request.entities.colors:
        _answer_color(draft, request, product)
    if is_new and request.is_pick and has_sizes(product):
        _introduce_pick(draft, request, product, variant, price)
    elif is_new:
        key = "stock.yes" if "availability" in request.aspects else "stock.product"
        draft.say(key if chosen else f"{key}_one", **named(product), choice=chosen, price=price)
    elif sizing and has_sizes(product):
        draft.say("stock.here_sizing", choice=chosen, price=price, sizing=Term("sizing", sizing))
    else:
        draft.say("stock.here" if chosen else "stock.here_one", choice=chosen, price=price, **named(product))
    if 0 < available <= LOW_STOCK:
        draft.say("stock.left", count=available)
    if not is_new and (other := _in_cart_otherwise(draft, product, variant)):
        _ask_instead_or_too(draft, product, variant, other)
        return
    with_detail = with_detail_button(draft, request)
    third = choices.size_help(product) if is_new and has_sizes(product) and with_detail is None else None
    draft.buttons(PRODUCT, choices.add(product, variant), with_detail or last, third)


def _introduce_pick(draft: Draft, request: Request, product: Product, variant: Variant, price: Price) -> None:
    """Picked from a list in a size already told: what it is, and that the size is here."""
    parts, sizing = told_traits(draft, request, product), product.details.get("sizing", "")
    draft.say("product.card" if parts else "product.price", **named(product), price=price, traits=parts)
    values: dict[str, Value] = {"choice": choice_of(product, variant)}
    if sizing:
        draft.say("line.stock.chosen_sizing", sizing=Term("sizing", sizing), **named(product), **values)
    else:
        draft.say("line.stock.chosen", **values)


def told_traits(draft: Draft, request: Request, product: Product) -> tuple[Value, ...]:
    """What it is; and for whom, where that is not who was looked for so far."""
    implied = request.entities.audience or implied_audience(draft.turn)
    is_other = bool(implied) and product.audience not in (implied, "unisex")
    return (*traits(product), *((Term("audience", product.audience),) if is_other else ()))


def _in_cart_otherwise(draft: Draft, product: Product, variant: Variant) -> Variant | None:
    """The one other colour or size of the product that is in the cart."""
    lines = {line.variant_id for line in draft.cart if line.product_id == product.id}
    return next((own for own in product.variants if {own.id} == lines and own != variant), None)


def _ask_instead_or_too(draft: Draft, product: Product, variant: Variant, other: Variant) -> None:
    """A bare "L" while M is in the cart may correct it or add to it: asked with two buttons, not guessed."""
    new, old = choice_of(product, variant), choice_of(product, other)
    draft.say("ask.instead_or_too", choice=tuple(part for part in old if part not in new))
    draft.buttons(PRODUCT, *choices.instead_or_too(variant, other, tuple(part for part in new if part not in old)))


def _answer_color(draft: Draft, request: Request, product: Product) -> None:
    """Which colours there are is answered when asked; a colour said by another word is named as the record has it."""
    colors = tuple(color_term(color) for color in product.colors)
    if "colors_asked" in request.cues and not request.entities.colors:
        draft.say("stock.one_color" if len(colors) == 1 else "stock.all_colors", **named(product), colors=colors)
    elif request.entities.colors and request.color and len(colors) == 1:
        draft.say("stock.in_color", color=color_term(request.color))


def _say_sizes(draft: Draft, request: Request, product: Product, price: Price, *, is_new: bool) -> None:
    """No size yet: what it is, the sizes that are here by colour, and the one question."""
    _answer_color(draft, request, product)
    offers, color = draft.facts.offers, request.color
    if is_new or "price" in request.aspects:
        parts = told_traits(draft, request, product) if is_new else ()
        draft.say("product.card" if parts else "product.price", **named(product), price=price, traits=parts)
    colors = (color,) if color else colors_here(product, offers)
    draft.fact("sizes", product.name, " ".join(sizes_here(product, offers, color=color)))
    if not has_sizes(product):
        _say_one_size_colors(draft, product, colors)
        return
    by_color = {own: sizes_here(product, offers, color=own) for own in colors}
    if len(set(by_color.values())) == 1:
        _say_even_sizes(draft, product, colors, by_color[colors[0]])
    else:
        for own, sizes in list(by_color.items())[:6]:
            draft.say("line.stock.color_sizes", color=color_term(own), sizes=size_terms(sizes))
    draft.say("ask.which_size")
    draft.ask("size", product=product.code, color=color, then="show")
    draft.buttons(PRODUCT, choices.size_help(product), choices.similar(product), choices.add(product, None))


def _say_even_sizes(draft: Draft, product: Product, colors: tuple[str, ...], sizes: tuple[str, ...]) -> None:
    if not has_colors(product):
        draft.say("line.stock.sizes", sizes=size_terms(sizes))
    elif len(colors) == 1:
        draft.say("line.stock.sizes_in_color", sizes=size_terms(sizes), color=color_term(colors[0]))
    else:
        draft.say(
            "line.stock.sizes_in_colors", sizes=size_terms(sizes), colors=tuple(color_term(own) for own in colors)
        )


def _say_colors(draft: Draft, request: Request, product: Product, price: Price, last: Choice, *, is_new: bool) -> None:
    """The size is here in several colours: which one?"""
    colors = colors_here(product, draft.facts.offers, size=request.size)
    terms = tuple(color_term(color) for color in colors)
    key = "stock.size_in_colors" if is_new else "stock.size_in_colors_short"
    draft.say(key, **named(product), size=size_term(request.size), colors=terms, price=price)
    draft.say("ask.which_color")
    draft.ask("color", product=product.code, size=request.size, then="show")
    draft.buttons(PRODUCT, *_color_buttons(draft, product, request.size, last))


def _color_buttons(draft: Draft, product: Product, size: str, last: Choice) -> list[Choice]:
    picks = [choices.pick(product, variant) for variant in _one_per_color(draft, product, size)]
    return picks if len(picks) == 3 else [*picks[:2], last]


def _say_one_size_colors(draft: Draft, product: Product, colors: tuple[str, ...]) -> None:
    if len(colors) == 1:
        say_stock_in_one_size(draft, product, colors[0])
        return
    draft.say("line.stock.in_colors", colors=tuple(color_term(color) for color in colors))
    draft.say("ask.which_color")
    draft.ask("color", product=product.code, then="show")
    draft.buttons(PRODUCT, *_color_buttons(draft, product, "", choices.similar(product)))


def say_stock_in_one_size(draft: Draft, product: Product, color: str) -> None:
    """A product without sizes: in stock, straight to the cart."""
    variant = next(iter(here(product, draft.facts.offers, color=color)), None)
    if variant is None:
        return
    draft.look_at(product, color=variant.color, size=variant.size)
    draft.say("line.stock.one_size")
    draft.buttons(PRODUCT, choices.add(product, variant), choices.similar(product))
