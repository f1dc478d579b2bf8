"""What a shop taught its assistant has changed."""

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import borrowed


def knowledge_changed(key: ShopKey) -> None:
    """Whoever holds the shop's knowledge in memory loads it again; the shop's row stays locked until the commit."""
    borrowed().execute("UPDATE shops_shop SET knowledge_version = knowledge_version + 1 WHERE id = %s", [key.shop_id])
    notify(borrowed(), key.shop_id, "assistant")
