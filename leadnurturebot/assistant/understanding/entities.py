"""From a draft to entities and to the text that the model reads, with placeholders where entities stood."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from leadnurturebot.assistant.language.folders import BASE, languages
from leadnurturebot.assistant.understanding.amounts import PriceWish, find_amounts
from leadnurturebot.assistant.understanding.draft import Draft, Span, draft
from leadnurturebot.assistant.understanding.measures import find_measures
from leadnurturebot.assistant.understanding.numbering import find_codes, find_counts
from leadnurturebot.assistant.understanding.sizing_words import find_sizes
from leadnurturebot.assistant.understanding.wording import Speller, find_words, wording
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.domain.dialogue.understanding import Entities
from leadnurturebot.domain.values import value

_PLACEHOLDERS = {
    "product": "_product",
    "category": "_category",
    "color": "_color",
    "size": "_size",
    "material": "_material",
    "occasion": "_occasion",
    "money": "_money",
    "percent": "_percent",
    "order_number": "_order",
    "coupon": "_coupon",
    "contact": "_contact",
    "height": "_height",
    "weight": "_weight",
    "height_weight": "_height",
    "bust": "_girth",
    "waist": "_girth",
    "hip": "_girth",
    "girths": "_girth",
    "language": "_language",
    "quantity": "_number",
}
_LISTS = {
    "category": "categories",
    "color": "colors",
    "material": "materials",
    "occasion": "occasions",
    "fit": "fits",
    "detail": "details",
}
_SINGLE = {
    "quantity": "quantity",
    "order_number": "order_number",
    "coupon": "coupon",
    "language": "language",
    "ordinal": "ordinal",
    "audience": "audience",
    "height": "height_cm",
    "weight": "weight_kg",
    "bust": "bust_cm",
    "waist": "waist_cm",
    "hip": "hip_cm",
}


_FIELDS = frozenset(field.name for field in fields(Entities))


@value
class Context:
    """What finding entities needs besides the text."""

    language: str
    currency: str
    speller: Speller
    mentions: ProductMentions | None = None


def find_entities(text: str, context: Context) -> Draft:
    """`text` with every entity found. The order matters: what is surest takes its words first."""
    language = languages().get(context.language, languages()[BASE])
    language = language if language.words else languages()[BASE]
    message = draft(text, language)
    if message.has_number or not message.text.islower():
        find_codes(message, language)
    if context.mentions:
        for start, end, products in context.mentions.find(message.words):
            message.add("product", products, start, end)
    if message.has_number:
        find_measures(message, language)
        find_amounts(message, language, context.currency)
    find_words(message, wording(language.code), context.speller)
    find_sizes(message, language)
    find_counts(message, language)
    message.spans.sort(key=lambda span: span.start)
    return message


def entities(spans: Iterable[Span], *, is_search: bool = True) -> Entities:
    """The spans as the contract's entities, lists in the order said and without repeats.

    An amount that was merely named ("is it $40?") is a price wish in a search only; a kind refused in a search ("no crop
    tops") is none that is looked for, while "not the belt" names a line of the cart.
    """
    lists: dict[str, list[Any]] = {}
    single: dict[str, Any] = {}
    for span in spans:
        if span.kind in _LISTS:
            _extend(lists, _list_of(span, is_search=is_search), [span.value])
        elif span.kind in _SINGLE:
            single.setdefault(_SINGLE[span.kind], span.value)
        elif isinstance(span.value, PriceWish):
            if span.value.stated or is_search:
                _take_price(single, span.value)
        elif isinstance(span.value, tuple):
            _take_tuple(lists, single, span)
    values: dict[str, Any] = {**{name: tuple(found) for name, found in lists.items()}, **single}
    return Entities(**{name: value for name, value in values.items() if name in _FIELDS})


def color_words(messages: Iterable[Draft]) -> tuple[str, ...]:
    """The colours wished, as written and in the order said."""
    first: dict[object, str] = {}
    for message in messages:
        for span in message.spans:
            if span.kind == "color" and not span.negated:
                held = message.tokens[span.start : span.end]
                first.setdefault(span.value, " ".join(token.raw for token in held))
    return tuple(first.values())


def _list_of(span: Span, *, is_search: bool) -> str:
    is_kept = span.kind == "category" and not is_search
    return f"not_{_LISTS[span.kind]}" if span.negated and not is_kept else _LISTS[span.kind]


def _take_tuple(lists: dict[str, list[Any]], single: dict[str, Any], span: Span) -> None:
    values = span.value if isinstance(span.value, tuple) else ()
    if span.kind in ("size", "product"):
        _extend(lists, f"{span.kind}s", values)
    elif span.kind == "girths":
        single.update(zip(("bust_cm", "waist_cm", "hip_cm"), values, strict=True))
    elif span.kind == "height_weight":
        single.update(zip(("height_cm", "weight_kg"), values, strict=True))


def _extend(lists: dict[str, list[Any]], name: str, values: Iterable[Any]) -> None:
    known = lists.setdefault(name, [])
    known.extend(value for value in values if value not in known)


def _take_price(single: dict[str, Any], wish: PriceWish) -> None:
    if wish.lowest is not None:
        single.setdefault("price_min", wish.lowest)
    if wish.highest is not None:
        single.setdefault("price_max", wish.highest)


def model_words(message: Draft) -> list[str]:
    """The words of a draft as the model reads them: entities as placeholders, signs but `?` and emoji dropped."""
    heads: Mapping[int, Span] = {span.start: span for span in message.spans if span.kind in _PLACEHOLDERS}
    words: list[str] = []
    index = 0
    while index < len(message.words):
        if index in heads:
            words.append(_PLACEHOLDERS[heads[index].kind])
            index = heads[index].end
            continue
        words.extend(_readable_word(message.words[index]))
        index += 1
    return words


def _readable_word(word: str) -> list[str]:
    if word.isdigit():
        return ["_number"]
    if word[0].isalpha() or word == "?" or not word.isascii():
        return word.split(" ")
    return []
