"""Which lines of the cart a message means."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from leadnurturebot.domain.catalogue import Catalogue, Product
from leadnurturebot.domain.dialogue.goods import is_one_of, match_color, match_colors, match_size
from leadnurturebot.domain.dialogue.pointing import is_kind
from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.domain.dialogue.understanding import Entities


def named_lines(catalogue: Catalogue, cart: Sequence[CartLine], said: Entities) -> list[CartLine] | None:
    """Lines of the products or kinds named, none when they are not in the cart; None when none is named."""
    if said.products:
        return [line for line in cart if line.product_id in said.products]
    if said.categories:
        return [line for line in cart if _is_kind(catalogue.product(line.product_id), said.categories)]
    return None


def _is_kind(product: Product | None, categories: Iterable[str]) -> bool:
    return product is not None and is_kind(product, categories)


def having(
    catalogue: Catalogue, lines: Sequence[CartLine], colors: Iterable[str], sizes: Iterable[str]
) -> list[CartLine]:
    """Lines in one of the colours and one of the sizes said; without any said, every line."""
    said_colors, said_sizes = tuple(colors), tuple(sizes)
    found = []
    for line in lines:
        product = catalogue.product(line.product_id)
        if product is None:
            continue
        is_color = not said_colors or any(line.color in match_colors(product, color) for color in said_colors)
        if is_color and (not said_sizes or any(match_size(product, size) == line.size for size in said_sizes)):
            found.append(line)
    return found


def lines_to_remove(
    catalogue: Catalogue, cart: Sequence[CartLine], said: Entities, focus: UUID | None
) -> list[CartLine] | None:
    """Lines that "the white one", "the tote" mean; with nothing said the one in focus or the only one. None when what
    is named is not in the cart."""
    named = named_lines(catalogue, cart, said)
    lines = list(cart) if named is None else named
    has_choice = bool(said.colors or said.not_colors or said.sizes)
    chosen = having(catalogue, lines, (*said.colors, *said.not_colors), said.sizes) if has_choice else lines
    if named is not None or has_choice:
        return chosen or None
    in_focus = [line for line in cart if line.product_id == focus]
    return in_focus or list(cart)


def lines_to_change(
    catalogue: Catalogue, cart: Sequence[CartLine], said: Entities, focus: UUID | None
) -> list[CartLine] | None:
    """Lines that get another choice or count: of the goods named, else those in a colour given up or a size said, else
    the one in focus or the only one. None when what is named is not in the cart."""
    named = named_lines(catalogue, cart, said)
    if named is not None:
        return (having(catalogue, named, said.not_colors, ()) or named) if named else None
    colors = (*said.colors, *said.not_colors)
    left = [line for line in cart if is_one_of(line.color, colors) or line.size in said.sizes]
    if left:
        return left[:1]
    in_focus = [line for line in cart if line.product_id == focus]
    return in_focus[-1:] or (list(cart) if len(cart) == 1 else _only_made_so(catalogue, cart, said))


def _only_made_so(catalogue: Catalogue, cart: Sequence[CartLine], said: Entities) -> list[CartLine]:
    """ "Better in green": the one line whose product comes in the colour and size said."""
    fits = [line for line in cart if _comes_in(catalogue.product(line.product_id), said)]
    return fits if len(fits) == 1 else []


def _comes_in(product: Product | None, said: Entities) -> bool:
    if product is None or not (said.colors or said.sizes):
        return False
    has_color = not said.colors or any(match_color(product, color) for color in said.colors)
    return has_color and (not said.sizes or any(match_size(product, size) for size in said.sizes))
