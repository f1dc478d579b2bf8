"""Two sizes said ("M or L?"): which of them, from how the garment is cut, and both on a button."""

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import match_size, size_term
from leadnurturebot.domain.dialogue.reply import Phrase, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.size_advice import (
    advice_for,
    advise_for,
    has_figures,
    reason_phrase,
    say_stock,
)
from leadnurturebot.domain.sizing.advice import SizeAdvice


def two_sizes(request: Request, product: Product) -> tuple[str, ...]:
    """The two sizes said, smaller first; empty unless they are two that the product is made in."""
    own = {match_size(product, size) for size in request.entities.sizes} - {""}
    found = tuple(size for size in product.sizes if size in own)
    return found if len(found) == 2 else ()


def choose_between(draft: Draft, request: Request, product: Product) -> None:
    """The one that the figures told point to; without figures the smaller where it runs large or is cut loose, else the
    larger: a garment must close."""
    close, loose = two_sizes(request, product)
    advice = advice_for(draft, request, product) if has_figures(draft, request) else None
    if isinstance(advice, SizeAdvice) and advice.size in (close, loose):
        _say(draft, request, product, (close, loose), advice.size, reason_phrase(advice.reason))
        return
    if advice is not None:
        advise_for(draft, request)
        return
    sizing = product.details.get("sizing", "")
    if sizing.startswith("runs"):
        reason = Phrase("size.because.runs", {"sizing": Term("sizing", sizing)})
    elif product.fit in ("loose", "slim"):
        reason = Phrase("size.because.fit", {"fit": Term("cut", product.fit)})
    else:
        reason = Phrase("size.because.both")
    takes_smaller = sizing == "runs large" or (product.fit == "loose" and sizing != "runs small")
    _say(draft, request, product, (close, loose), close if takes_smaller else loose, reason)


def _say(draft: Draft, request: Request, product: Product, sizes: tuple[str, str], size: str, reason: Phrase) -> None:
    close, loose = sizes
    draft.fact("size_advice", product.name, f"{size} between {close} and {loose}")
    draft.say("size.between", close=size_term(close), loose=size_term(loose), size=size_term(size), reasons=(reason,))
    say_stock(draft, request, product, [size, loose if size == close else close])
