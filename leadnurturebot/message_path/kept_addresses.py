"""The receipt of an order asks, once, whether its address may be kept for the next time."""

from dataclasses import replace
from uuid import UUID

from leadnurturebot.conversations.batch import ThreadRow
from leadnurturebot.domain.delivery_places import split_parcel
from leadnurturebot.domain.dialogue.delivery import KEEP_QUESTION, asks_to_keep
from leadnurturebot.leads.arrivals import sealed_profile, store_profiles
from leadnurturebot.leads.batch import LeadRow
from leadnurturebot.message_path.view import sealed_state, state_of
from leadnurturebot.orders.destinations import parcel_of
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection

_OF_THE_ORDER = frozenset({"address", "address_note"})


def asks_after_payment(connection: Connection, key: ShopKey, lead: LeadRow, order_id: UUID) -> bool:
    """Whether the receipt asks; that it did is noted, and the address of the order just paid is the order's alone."""
    address, _ = split_parcel(key.open_text(parcel_of(connection, key.shop_id, order_id)))
    profile = lead.profile
    asks = lead.erased_at is None and asks_to_keep(
        address, profile.get("kept_address", ""), is_asked=bool(profile.get("address_asked"))
    )
    left = {name: value for name, value in profile.items() if name not in _OF_THE_ORDER}
    left |= {"address_asked": True} if asks else {}
    if left != profile:
        sealed = sealed_profile(key.seal, left) if left else b""
        store_profiles(connection, [(key.shop_id, lead.id, sealed, "")])
    return asks


def asked_state(key: ShopKey, thread: ThreadRow) -> bytes:
    """The thread's memory with that question open: a typed "yes" answers it."""
    return sealed_state(key, replace(state_of(key, thread.state_sealed), question=KEEP_QUESTION))
