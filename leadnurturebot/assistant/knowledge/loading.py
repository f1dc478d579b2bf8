"""A shop's knowledge in memory, loaded whole and kept until its version changes."""

from collections import defaultdict
from uuid import UUID

from leadnurturebot.assistant.knowledge.index import Entry, Example, KnowledgeIndex
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection

_ENTRIES = "SELECT id, answers, keywords FROM assistant_entry WHERE shop_id = %s AND is_active ORDER BY id"
_EXAMPLES = """
SELECT entry_id, intent, language, text_sealed FROM assistant_example WHERE shop_id = %s ORDER BY entry_id, position, id
"""
_NOTHING = KnowledgeIndex()


class Knowledges:
    """Knowledge by shop."""

    def __init__(self) -> None:
        self._kept: dict[UUID, tuple[int, KnowledgeIndex]] = {}

    def of(self, connection: Connection, key: ShopKey, version: int) -> KnowledgeIndex:
        """What the key's shop knows at `version`; nothing is asked of the database while it was taught nothing."""
        if not version:
            return _NOTHING
        kept = self._kept.get(key.shop_id)
        if kept is None or kept[0] != version:
            kept = self._kept[key.shop_id] = (version, load(connection, key))
        return kept[1]


def load(connection: Connection, key: ShopKey) -> KnowledgeIndex:
    """The active answers and the examples of the key's shop."""
    wordings: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    examples: list[Example] = []
    for entry_id, intent, language, sealed in connection.execute(_EXAMPLES, [key.shop_id]):
        text = key.open_text(sealed)
        if entry_id:
            wordings[entry_id].append((language, text))
        else:
            examples.append(Example(text=text, language=language, intent=intent))
    rows = connection.execute(_ENTRIES, [key.shop_id]).fetchall()
    entries = [
        Entry(id=row[0], wordings=tuple(wordings[row[0]]), answers=row[1], keywords=tuple(row[2]))
        for row in rows if row[1]
    ]  # fmt: skip
    return KnowledgeIndex(entries, examples)
