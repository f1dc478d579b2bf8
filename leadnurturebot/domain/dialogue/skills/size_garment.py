"""The garment's own measures, size by size, for who asks for the chart."""

from collections.abc import Mapping

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import size_term
from leadnurturebot.domain.dialogue.reply import Phrase, Term

_IN_ORDER = ("bust", "chest", "waist", "hip", "length", "sleeve", "inseam")
_MOST = 10


def say_garment(draft: Draft, product: Product) -> None:
    """One line a size with what was measured on the garment; nothing where nothing was."""
    by_size = {own.size: own.measures for own in reversed(product.variants) if _told(own.measures)}
    if not by_size:
        return
    draft.say("line.size.garment")
    for size in product.sizes[:_MOST]:
        if size in by_size:
            draft.say("line.size.row", size=size_term(size), measures=_phrases(by_size[size]))
    draft.fact("rule", product.name, "garment measures")


def _told(measures: Mapping[str, float]) -> list[str]:
    return [name for name in _IN_ORDER if name in measures]


def _phrases(measures: Mapping[str, float]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase("size.measure_one", {"measure": Term("measure", name), "value": f"{measures[name]:g}"})
        for name in _told(measures)
    )
