"""A doubt about the size advised: "would M be tight on me?" is answered about M, not with the advice once more."""

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import match_size, size_term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.size_advice import advice_for, has_figures, reason_phrase, say_stock
from leadnurturebot.domain.sizing.advice import Certainty, SizeAdvice


def answer_worry(draft: Draft, request: Request, product: Product) -> bool:
    """Say how the size asked about would sit, where the figures tell; False where nothing of the sort is asked."""
    asked = [own for size in request.entities.sizes if (own := match_size(product, size))]
    is_worry = "would_be_tight" in request.cues and not {"runs_asked", "usual_size"} & set(request.cues)
    if not is_worry or len(asked) != 1 or not has_figures(draft, request):
        return False
    found = advice_for(draft, request, product)
    if not isinstance(found, SizeAdvice):
        return False
    size = asked[0]
    key, other = _verdict(product, size, found)
    draft.fact("size_advice", product.name, f"{size} asked, {found.size} advised")
    reasons = (reason_phrase(found.reason),)
    draft.say(f"size.worry.{key}", size=size_term(size), other=size_term(other), reasons=reasons)
    say_stock(draft, request, product, [size] if other == size else [other, size])
    return True


def _verdict(product: Product, size: str, found: SizeAdvice) -> tuple[str, str]:
    """How the size would sit, and the size to hold against it."""
    sizes = product.sizes
    if found.certainty is Certainty.BETWEEN and found.alternative in sizes and size in (found.size, found.alternative):
        other = found.alternative if size == found.size else found.size
        return ("close" if sizes.index(size) < sizes.index(other) else "easy"), other
    if size == found.size or found.size not in sizes:
        return "right", size
    return ("tight" if sizes.index(size) < sizes.index(found.size) else "loose"), found.size
