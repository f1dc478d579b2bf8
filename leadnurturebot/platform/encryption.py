"""Encryption at rest: AES-256-GCM under per-shop data keys, wrapped by the installation's master key.

A sealed value is `version (1) | nonce (12) | ciphertext and tag`; the shop id is authenticated with it, so that a value
copied into another shop does not open. The blind index is HMAC-SHA-256 under a key derived from the same data key
(NIST SP 800-38D; HKDF, RFC 5869). Destroying a shop's key row erases what it sealed.
"""

import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from leadnurturebot.platform.sql import Connection

_VERSION = b"\x01"


class KeyMissing(LookupError):
    """The shop has no data key: it was erased, or never made."""


class Unreadable(ValueError):
    """A sealed value does not open under the shop's key."""


@dataclass(frozen=True, slots=True)
class ShopKey:
    """The opened data key of one shop."""

    shop_id: UUID
    cipher: AESGCM
    index_key: bytes

    def seal(self, plain: bytes) -> bytes:
        """`plain` encrypted for this shop."""
        nonce = os.urandom(12)
        return _VERSION + nonce + self.cipher.encrypt(nonce, plain, self.shop_id.bytes)

    def seal_text(self, text: str) -> bytes:
        """`seal` of UTF-8 text."""
        return self.seal(text.encode())

    def open(self, sealed: bytes | memoryview) -> bytes:
        """The plain bytes. Raises Unreadable when the value is damaged or of another shop."""
        data = bytes(sealed)
        try:
            return self.cipher.decrypt(data[1:13], data[13:], self.shop_id.bytes)
        except InvalidTag as error:
            raise Unreadable("a sealed value does not open under this shop's key") from error

    def open_text(self, sealed: bytes | memoryview | None) -> str:
        """The text, empty for an empty or absent value."""
        return self.open(sealed).decode() if sealed else ""

    def index(self, kind: str, value: str) -> bytes:
        """Blind index of a value: equal values of one shop and kind meet, nothing else can be told from it."""
        return hmac.digest(self.index_key, f"{kind}\0{value}".encode(), "sha256")[:16]


def wrap(shop_id: UUID, data_key: bytes, master: bytes) -> bytes:
    """A data key sealed under the master key."""
    nonce = os.urandom(12)
    return _VERSION + nonce + AESGCM(master).encrypt(nonce, data_key, shop_id.bytes)


def unwrap(shop_id: UUID, wrapped: bytes, masters: Sequence[bytes]) -> ShopKey:
    """The opened key of a shop, under the first of the master keys that opens it. Raises Unreadable when none does."""
    data_key = _data_key(shop_id, wrapped, masters)
    return ShopKey(shop_id, AESGCM(data_key), hmac.digest(data_key, b"blind index", "sha256"))


def _data_key(shop_id: UUID, wrapped: bytes, masters: Sequence[bytes]) -> bytes:
    for master in masters:
        try:
            return AESGCM(master).decrypt(wrapped[1:13], wrapped[13:], shop_id.bytes)
        except InvalidTag:
            continue
    raise Unreadable("MASTER_KEY does not open this database's shop keys")


def master_keys() -> tuple[bytes, ...]:
    """32 bytes each, derived from MASTER_KEY and, while the key is being changed, from MASTER_KEY_PREVIOUS."""
    return tuple(
        sha256(b"leadnurturebot master\0" + text.encode()).digest()
        for text in (settings.MASTER_KEY, settings.MASTER_KEY_PREVIOUS)
        if text
    )


def rewrap_all(connection: Connection, masters: Sequence[bytes]) -> int:
    """Wrap every shop's data key under the first master key; the data keys, and so all that they seal, stay. Returns
    how many shops there are.

    Raises Unreadable when a key opens under none of them; nothing is changed then, if the caller rolls back.
    """
    rows = connection.execute("SELECT shop_id, wrapped FROM platform_shopkey ORDER BY shop_id FOR UPDATE").fetchall()
    fresh = [
        (wrap(shop_id, _data_key(shop_id, bytes(wrapped), masters), masters[0]), shop_id) for shop_id, wrapped in rows
    ]
    connection.execute(
        "UPDATE platform_shopkey k SET wrapped = n.wrapped"
        " FROM unnest(%s::uuid[], %s::bytea[]) n(shop_id, wrapped) WHERE k.shop_id = n.shop_id",
        [[shop_id for _, shop_id in fresh], [wrapped for wrapped, _ in fresh]],
    )
    return len(rows)


class KeyRing:
    """Opened shop keys, loaded on first use and kept for the life of a process or a test."""

    def __init__(self, masters: Sequence[bytes] = ()) -> None:
        self._masters = tuple(masters) or master_keys()
        self._keys: dict[UUID, ShopKey] = {}

    def of(self, connection: Connection, shop_id: UUID) -> ShopKey:
        """The key of one shop. Raises KeyMissing."""
        if shop_id not in self._keys:
            self.load(connection, [shop_id])
        return self._keys[shop_id]

    def load(self, connection: Connection, shop_ids: list[UUID]) -> dict[UUID, ShopKey]:
        """The keys of several shops by one query. Raises KeyMissing for the first without one."""
        if missing := [shop_id for shop_id in set(shop_ids) if shop_id not in self._keys]:
            rows = connection.execute(
                "SELECT shop_id, wrapped FROM platform_shopkey WHERE shop_id = ANY(%s)", [missing]
            ).fetchall()
            self._keys.update((shop_id, unwrap(shop_id, wrapped, self._masters)) for shop_id, wrapped in rows)
            if absent := set(missing) - self._keys.keys():
                raise KeyMissing(f"shop {absent.pop()} has no data key")
        return {shop_id: self._keys[shop_id] for shop_id in shop_ids}

    def create(self, connection: Connection, shop_id: UUID) -> ShopKey:
        """A fresh data key for a new shop, stored wrapped."""
        wrapped = wrap(shop_id, AESGCM.generate_key(256), self._masters[0])
        connection.execute("INSERT INTO platform_shopkey (shop_id, wrapped) VALUES (%s, %s)", [shop_id, wrapped])
        self._keys[shop_id] = unwrap(shop_id, wrapped, self._masters)
        return self._keys[shop_id]

    def forget(self, shop_id: UUID) -> None:
        """Drop an opened key, after its shop was erased."""
        self._keys.pop(shop_id, None)


_ring: KeyRing | None = None


def ring() -> KeyRing:
    """The process's key ring."""
    global _ring
    if _ring is None:
        _ring = KeyRing()
    return _ring
