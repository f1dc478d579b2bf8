"""Changing what the shop says in its own words. It counts from the next message on."""

from collections.abc import Sequence
from datetime import datetime

from leadnurturebot.assistant.knowledge.changes import knowledge_changed
from leadnurturebot.assistant.models import TextOverride
from leadnurturebot.assistant.own_words.checking import checked, ours
from leadnurturebot.assistant.phrasing.texts import Wording
from leadnurturebot.platform.encryption import ShopKey


def word_text(key: ShopKey, *, text: str, language: str, wordings: Sequence[dict[str, str]], now: datetime) -> None:
    """Say a text in these words, several in turn. Raises NoSuchText, UnusableWording."""
    _put(key, text, language, checked(text, language, wordings), now)


def unword_text(key: ShopKey, *, text: str, language: str, now: datetime) -> None:
    """Say a text in our words again. Raises NoSuchText."""
    ours(text, language)
    _put(key, text, language, [], now)


def _put(key: ShopKey, text: str, language: str, wordings: list[Wording], now: datetime) -> None:
    """A new version; the shop's row is locked first, so that two who write at once come one after the other."""
    knowledge_changed(key)
    mine = TextOverride.objects.filter(shop_id=key.shop_id, key=text, language=language)
    newest = mine.order_by("-version").values_list("version", flat=True).first()
    TextOverride.objects.create(
        shop_id=key.shop_id, key=text, language=language, wordings=wordings, version=(newest or 0) + 1, created_at=now
    )
