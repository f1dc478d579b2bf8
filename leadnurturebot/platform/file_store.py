"""Customers' files, each sealed under its shop's key: what lies in the storage is of no use to who finds it."""

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from leadnurturebot.platform.encryption import ShopKey


class FileMissing(LookupError):
    """The storage has no such file."""


def _storage() -> Storage:
    return storages["private"]


def keep(key: ShopKey, name: str, body: bytes) -> str:
    """Store a file sealed; returns the name it has now."""
    stored: str = _storage().save(f"{key.shop_id}/{name}", ContentFile(key.seal(body)))
    return stored


def opened(key: ShopKey, stored_as: str) -> bytes:
    """A file's plain bytes. Raises FileMissing; Unreadable when it is damaged or of another shop."""
    try:
        with _storage().open(stored_as, "rb") as file:
            return key.open(file.read())
    except FileNotFoundError as error:
        raise FileMissing(f"the storage has no file {stored_as}") from error


def delete(stored_as: str) -> None:
    """Delete a file; one that is not there is fine."""
    _storage().delete(stored_as)
