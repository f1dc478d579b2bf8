"""Why a product is shown, from its record and the wish: never from opinion."""

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import size_term, traits
from leadnurturebot.domain.dialogue.matching import Match
from leadnurturebot.domain.dialogue.reply import Phrase, Term, Value
from leadnurturebot.domain.dialogue.suggesting import common
from leadnurturebot.domain.product_record import has_detail, lacks_detail
from leadnurturebot.domain.recommending import Why


def reason(draft: Draft, match: Match, *, is_personal: bool = False) -> Phrase:
    """One line on a card: what differs from the wish, else the tie to the cart, for a suggestion of ours (`is_personal`)
    to what was looked at, else what it is."""
    if match.missed:
        return _difference(match)
    if is_personal and (tie := _tie(draft, match)) is not None:
        return tie
    parts = traits(match.product)
    partner = _cart_partner(draft, match.product)
    if partner is not None:
        return Phrase("reason.goes_with", {"product": partner.name})
    if is_personal and (worn := _seen_partner(draft, match.product)) is not None:
        return Phrase("reason.goes_with_seen", {"product": worn.name})
    if is_personal and (like := _like_seen(draft, match.product)) is not None:
        key = "reason.like_seen" if parts else "reason.like_seen_plain"
        return Phrase(key, {"product": like.name, "traits": parts})
    if parts:
        return Phrase("reason.traits", {"traits": parts})
    return Phrase("reason.category", {"category": Term("category", match.product.category)})


BEST_TOLD = 10
"""So many of the best sellers are called that."""
_TOGETHER = {Why.BOUGHT_WITH: "reason.bought_with", Why.LIKED_WITH: "reason.liked_with"}


def _tie(draft: Draft, match: Match) -> Phrase | None:
    """Where a suggestion comes from, in words; None where its record says more."""
    anchor = draft.turn.catalogue.product(match.anchor) if match.anchor else None
    if anchor is not None and match.why in _TOGETHER:
        return Phrase(_TOGETHER[match.why], {"product": anchor.name})
    if anchor is not None and match.why is Why.ALIKE and anchor.category != match.product.category:
        shared = common(match.product, anchor)
        return Phrase(f"reason.same_{shared.kind}", {shared.kind: shared, "product": anchor.name}) if shared else None
    if match.why is Why.NEW:
        return Phrase("reason.new")
    is_best = match.why is Why.BEST and match.product.id in list(draft.turn.habits.best)[:BEST_TOLD]
    return Phrase("reason.best") if is_best else None


def hint(draft: Draft, match: Match, *, is_personal: bool = False) -> Phrase:
    """Second line of a list row: price, then the reason."""
    return Phrase("row.hint", {"price": match.price, "reason": reason(draft, match, is_personal=is_personal)})


def _difference(match: Match) -> Phrase:
    """The first wish that fails, said plainly."""
    values: dict[str, Value] = {
        "color": Term("color", match.color),
        "size": size_term(match.variant.size),
        "material": Term("material", match.product.material),
        "category": Term("category", match.product.category),
        "price": match.price,
    }
    if match.occasions:
        values["occasion"] = Term("occasion", match.occasions[0])
    lacking = next((name for name in match.details if not has_detail(match.product, name)), "")
    values["detail"] = Term("detail", lacking)
    known = {
        "details",
        "colors",
        "occasions",
        "sizes",
        "price_max",
        "price_min",
        "not_colors",
        "materials",
        "categories",
    }
    name = next((name for name in match.missed if name in known), "other")
    if name == "details" and not lacks_detail(match.product, lacking):
        return Phrase("missed.details_unknown", values)
    if name == "other":
        return Phrase("missed.other", {"traits": traits(match.product) or (values["category"],)})
    return Phrase(f"missed.{name}", values)


def _cart_partner(draft: Draft, product: Product) -> Product | None:
    """The product in the cart whose record names this one as going with it."""
    for line in draft.cart:
        partner = draft.turn.catalogue.product(line.product_id)
        if partner is not None and product.id in partner.goes_with:
            return partner
    return None


def _seen_partner(draft: Draft, product: Product) -> Product | None:
    """The newest product looked at whose record names this one as going with it."""
    for product_id in reversed(draft.turn.state.seen):
        seen = draft.turn.catalogue.product(product_id)
        if seen is not None and product.id in seen.goes_with:
            return seen
    return None


def _like_seen(draft: Draft, product: Product) -> Product | None:
    """The newest product looked at before that is of the same kind."""
    for product_id in reversed(draft.turn.state.seen):
        seen = draft.turn.catalogue.product(product_id)
        if seen is not None and seen.id != product.id and seen.category == product.category:
            return seen
    return None
