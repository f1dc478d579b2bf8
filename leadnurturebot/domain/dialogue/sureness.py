"""Whether a message is understood well enough to act on."""

from leadnurturebot.domain.dialogue.about_product import ASPECTS
from leadnurturebot.domain.dialogue.moods import is_no_complaint
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Understanding

_SURE_OF_MORE = 0.8
ABOUT_GOODS = frozenset(ASPECTS) | {"product_search", "size_help", "add_to_cart", "notify_restock"}
"""Intents that are about a product, known or still to be found."""


def is_unsure_of(unit: Understanding) -> bool:
    """Too little to act on; a consent, and a change of language that names none, need more than that."""
    is_bare_switch = unit.intent == "change_language" and not unit.entities.language
    needs_more = is_bare_switch or unit.intent == "opt_in"
    # Who names goods with a choice and no order is rarely angry; a wrong guess would take the shop away from them.
    return is_no_complaint(unit) or unit.confidence < (_SURE_OF_MORE if needs_more else UNSURE_BELOW)
