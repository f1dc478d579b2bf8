"""What stands in for a text's parameters while its author looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from leadnurturebot.domain.dialogue.reply import Phrase, Span, Term, Value
from leadnurturebot.domain.money import Money

_AMOUNTS = (
    "price", "total", "cost", "fee", "gap", "limit", "minimum", "now", "subtotal", "was", "amount", "shipping", "discount",
    "before", "after", "tax",
)  # fmt: skip
_FIGURES: Mapping[str, Value] = {
    "count": 2, "few": 3, "all": 20, "percent": 10, "low": 92, "high": 96, "length": 100, "recorded": 98, "value": 96,
    "days": Span(2, 4), "number": "1042", "code": "HELLO10", "tracking": "1Z999", "ticket": "T-12",
    "time": time(9, 30), "times": "09:00–18:00", "hours": Term("hours", "Mon-Fri 09:00-18:00"),
    "day": Term("weekday", "0"), "date": date(2026, 6, 5), "since": date(2026, 6, 1), "promised": date(2026, 6, 5),
}  # fmt: skip
_TERMS: Mapping[str, Value] = {
    "size": Term("size", "M"), "sizes": (Term("size", "S"), Term("size", "M")), "close": Term("size", "M"),
    "loose": Term("size", "L"), "said": "38", "names": "M", "sizing": Term("sizing", "runs small"),
    "color": Term("color", "black"), "colors": (Term("color", "black"), Term("color", "white")),
    "choice": (Term("color", "black"), Term("size", "M")), "choices": (Term("size", "M"), Term("size", "L")),
    "category": Term("category", "dress"), "kind": Term("category", "dress"),
    "kinds": (Term("category_plural", "dress"), Term("category_plural", "top")),
    "material": Term("material", "linen"), "fit": Term("fit", "loose"), "occasion": Term("occasion", "wedding"),
    "detail": Term("detail", "pockets"), "details": (Term("detail", "pockets"),), "traits": (Term("material", "linen"),),
    "measure": Term("measure", "bust"), "measures": (Term("measure", "bust"),),
    "certainty": Term("certainty", "fairly_sure"), "state": Term("order_state", "shipped"),
    "method": Term("payment_method", "card"), "methods": (Term("payment_method", "card"), Term("payment_method", "paypal")),
    "language": Term("language", "es"), "languages": (Term("language", "en"), Term("language", "es")),
    "country": Term("country", "ES"), "countries": (Term("country", "ES"), Term("country", "PT")),
    "wish": (Term("color", "black"), Term("size", "M")), "other": Term("size", "L"),
}  # fmt: skip
_NAMES: Mapping[str, Value] = {
    "name": "Ana", "carrier": "DHL", "address": "Calle Mayor 5, Madrid", "place": "Madrid", "how": "…", "text": "…",
    "thing": "…", "reason": "…", "reasons": ("…",), "option": "Express", "ways": ("Standard", "Express"),
    "first": "Standard", "others": ("Express",), "told": "…", "when": Phrase("ticket.today", {"time": time(14, 0)}),
    "link": "https://…",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Of what shop, and of which of its goods, the samples tell."""

    shop: str
    team: str
    country: str
    product: str
    price: Money


def samples(shown: Shown) -> dict[str, Value]:
    """A value for every parameter that our texts have."""
    item: tuple[Value, ...] = (shown.product, Term("color", "black"), Term("size", "M"))
    said: dict[str, Value] = {"shop": shown.shop, "team": shown.team, "product": shown.product, "item": item}
    many: dict[str, Value] = {"items": (shown.product,), "lines": (shown.product,), "products": (shown.product,)}
    return {**_FIGURES, **_TERMS, **_NAMES, **dict.fromkeys(_AMOUNTS, shown.price), **said, **many}
