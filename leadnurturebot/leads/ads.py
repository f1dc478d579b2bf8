"""Ads and links of a shop: where a tap came from and which product it was about."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

SOURCES = frozenset({"instagram_ad", "facebook_ad", "google_ad", "meta_ad", "qr", "widget", "link"})


class UnusableAd(ValueError):
    """An ad that cannot be saved; the message is for the owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdDraft:
    """An ad as the shop knows it. `code` is that of our landing link and of `(ref: CODE)` in a prefilled text."""

    external_id: str
    """The platform's number of the ad; our own name for a link."""
    source: str
    name: str
    headline: str = ""
    body: str = ""
    autofill: str = ""
    product_id: UUID | None = None
    color: str = ""
    code: str = ""


_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "external_id": "text", "source": "text", "name": "text", "headline": "text",
    "body": "text", "autofill": "text", "product_id": "uuid", "color": "text", "code": "text",
    "created_at": "timestamptz",
}  # fmt: skip
_OVERWRITE = ", ".join(f"{name} = excluded.{name}" for name in list(_COLUMNS)[3:-1])


def ad_save(*, connection: Connection, shop_id: UUID, draft: AdDraft, now: datetime) -> UUID:
    """Save an ad by its external id and return our id.

    Raises UnusableAd for an unknown source, and for a code that leads somewhere else already.
    """
    if draft.source not in SOURCES:
        raise UnusableAd(f"{draft.source!r} is no source of an ad; use {', '.join(sorted(SOURCES))}")
    _check_code(connection, shop_id, draft)
    row = (
        uuid7(), shop_id, draft.external_id, draft.source, draft.name, draft.headline, draft.body, draft.autofill,
        draft.product_id, draft.color, draft.code, now,
    )  # fmt: skip
    tail = f"ON CONFLICT (shop_id, external_id) DO UPDATE SET {_OVERWRITE} RETURNING id"
    cursor = insert_many(connection, "leads_ad", _COLUMNS, [row], tail=tail)
    saved = cursor.fetchone() if cursor else None
    assert saved is not None
    ad_id: UUID = saved[0]
    return ad_id


def _check_code(connection: Connection, shop_id: UUID, draft: AdDraft) -> None:
    """A landing link holds no shop's name, so its code is one of a kind among all shops."""
    taken = connection.execute(
        "SELECT 1 FROM leads_ad WHERE code <> '' AND code = %s AND NOT (shop_id = %s AND external_id = %s)",
        [draft.code, shop_id, draft.external_id],
    ).fetchone()
    if taken:
        raise UnusableAd(f"the code {draft.code} is taken")
