"""Pieces of this shop that the customer had before: what they tell of the size of another."""

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.turn import Piece
from leadnurturebot.domain.sizing.advice import Offset, Worn
from leadnurturebot.domain.sizing.charts import measures_of
from leadnurturebot.domain.sizing.learning import counted, own_offset


def worn_before(draft: Draft, product: Product) -> tuple[Worn, ...]:
    """Pieces whose charts speak of the same measures, for the same people: a shoe says nothing about a dress."""
    found = (_worn(draft, piece, product) for piece in draft.facts.pieces)
    return tuple(worn for worn in found if worn is not None)


def _worn(draft: Draft, piece: Piece, product: Product) -> Worn | None:
    had = draft.turn.catalogue.product(piece.product_id)
    if had is None or had.audience != product.audience:
        return None
    shared = measures_of(had.size_chart) & measures_of(product.size_chart)
    row = next((row for row in had.size_chart if row.size == piece.size), None)
    if row is None or not shared:
        return None
    middles = {("bust" if name == "chest" else name): (low + high) / 2 for name, (low, high) in row.body.items()}
    body = {name: middle for name, middle in middles.items() if name in shared}
    return Worn(size=piece.size, felt=piece.felt, name=piece.name, body=body)


def own_need(draft: Draft) -> Offset | None:
    """By how much the customer needs more than their figures say; None without pieces."""
    return own_offset(counted(piece.felt for piece in draft.facts.pieces)) if draft.facts.pieces else None


def runs_of(draft: Draft, product: Product) -> str:
    """How the product runs (`runs small`, `runs large`…): as fits have shown, else in the record's words."""
    said = product.details.get("sizing", "")
    learned = draft.turn.fits.offset(product.id, said)
    if learned is None or abs(learned.sizes) < _SHOWN:
        return said
    return "runs small" if learned.sizes > 0 else "runs large"


_SHOWN = 0.35
"""From so many sizes on verdicts contradict a record that is silent or says true to size."""
