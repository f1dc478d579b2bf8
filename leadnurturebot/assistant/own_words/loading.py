"""A shop's own words in memory, kept until its knowledge changes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from leadnurturebot.assistant.phrasing.texts import Wording
from leadnurturebot.platform.sql import Connection

OwnWords = Mapping[str, Mapping[str, Sequence[Wording]]]
"""By language, then by key."""

_NEWEST = """
SELECT DISTINCT ON (language, key) language, key, wordings FROM assistant_textoverride
WHERE shop_id = %s ORDER BY language, key, version DESC
"""
_kept: dict[UUID, tuple[int, OwnWords]] = {}


def own_words(connection: Connection, shop_id: UUID, version: int) -> OwnWords:
    """What the shop words itself at `version` of its knowledge; nothing is asked while it never changed anything."""
    if not version:
        return {}
    kept = _kept.get(shop_id)
    if kept is None or kept[0] != version:
        kept = _kept[shop_id] = (version, load(connection, shop_id))
    return kept[1]


def load(connection: Connection, shop_id: UUID) -> OwnWords:
    """The newest wordings of each text; one without any is said in our words again."""
    found: dict[str, dict[str, Sequence[Wording]]] = defaultdict(dict)
    for language, key, wordings in connection.execute(_NEWEST, [shop_id]):
        if wordings:
            found[language][key] = tuple(wordings)
    return dict(found)
