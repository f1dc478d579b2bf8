"""What a customer's line is read as: by the real understanding, or as the transcript states."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from leadnurturebot.assistant.language.vocabulary import generic_words, in_latin
from leadnurturebot.assistant.understanding import Understander, Utterance
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from tests.conversations.goods import Goods, id_of


def stated(read: Mapping[str, Any]) -> Understanding:
    """A reading stated in the transcript; products by slug."""
    said: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in read.get("entities", {}).items()
    }
    if "products" in said:
        said["products"] = tuple(id_of(slug) for slug in said["products"])
    return Understanding(
        language=read.get("language", "en"),
        intent=read["intent"],
        confidence=read.get("confidence", 0.95),
        entities=Entities(**said),
        also=tuple(stated(other) for other in read.get("also", ())),
        source=read.get("source", "model"),
        alternative=read.get("alternative", ""),
    )


@cache
def _understander() -> Understander:
    return Understander.load()


@cache
def _mentions(tag: str) -> ProductMentions:
    return ProductMentions(tuple(Goods.load(tag).products.values()), generic_words(), in_latin)


def understand(text: str, language: str, goods: Goods, *, home: str = "") -> Understanding:
    """The real understanding of a message."""
    utterance = Utterance(
        text=text, language=language, currency=goods.currency, mentions=_mentions(goods.tag), home=home
    )
    return _understander().understand([utterance])[0]
