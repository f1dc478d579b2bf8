"""Which texts a shop may word itself, and under which heading it finds them.

Not among them: what a person of the team reads, words of fixed lists, parts of sentences, and what is said about STOP,
consent and data, which has to stay as it was checked.
"""

SECTIONS: dict[str, tuple[str, ...]] = {
    "greetings": ("greet", "again", "thanks", "goodbye", "smalltalk"),
    "products": ("product", "stock", "detail", "ask", "sold_out"),
    "search": ("browse", "recommend", "compare", "page"),
    "sizes": ("size", "fit"),
    "cart": ("cart", "coupon", "discount", "lapsed"),
    "payment": ("pay", "payment", "paid", "unpaid", "tax"),
    "shipping": ("shipping", "location", "delivery"),
    "orders": ("order", "cancel"),
    "returns": ("returns",),
    "shop": ("store", "known"),
    "later": ("restock", "reminder"),
    "people": ("handoff", "complaint", "ticket", "unsure", "media"),
    "buttons": ("button",),
}
"""Headings, each with the first parts of its keys."""

LOCKED = frozenset({
    "agent", "term", "consent", "erase", "language", "declined", "wish", "missed", "reason", "row", "card", "item", "price",
})  # fmt: skip
"""First parts of the keys that stay ours."""

_LINE = "line."
_SECTION = {group: section for section, groups in SECTIONS.items() for group in groups}


def group_of(key: str) -> str:
    """What a text is about; that it starts a line does not count."""
    return key.removeprefix(_LINE).partition(".")[0]


def section_of(key: str) -> str:
    """The heading of a text; empty for one that stays ours."""
    return _SECTION.get(group_of(key), "")
