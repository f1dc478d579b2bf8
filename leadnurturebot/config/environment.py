"""Typed readers of environment variables. A bad value stops the start with one clear line."""

import os
from collections.abc import Mapping
from urllib.parse import urlsplit


class BadSetting(SystemExit):
    """A setting that cannot be used; its message is one clear line."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")


class Environment:
    """Reads settings from a mapping (the process's environment by default)."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = os.environ if values is None else values

    def text(self, name: str, default: str = "") -> str:
        """The value, or `default` when unset or empty."""
        return self._values.get(name, "").strip() or default

    def flag(self, name: str, default: bool = False) -> bool:
        """A yes or no. Raises BadSetting for anything but 1/0, true/false, yes/no, on/off."""
        value = self.text(name).lower()
        if not value:
            return default
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        raise BadSetting(name, f"{value!r} is neither yes nor no; use 1 or 0")

    def number(self, name: str, default: int, *, at_least: int = 0) -> int:
        """A whole number. Raises BadSetting when it is none, or too small."""
        value = self.text(name)
        if not value:
            return default
        if not value.lstrip("-").isdigit() or int(value) < at_least:
            raise BadSetting(name, f"{value!r} is not a whole number of at least {at_least}")
        return int(value)

    def url(self, name: str, default: str = "", *, schemes: tuple[str, ...] = ("http", "https")) -> str:
        """An address without a trailing slash. Raises BadSetting for another scheme or a missing host."""
        value = self.text(name, default).rstrip("/")
        parts = urlsplit(value)
        if value and (parts.scheme not in schemes or not (parts.netloc or parts.query or "file" in schemes)):
            raise BadSetting(name, f"{value!r} is not an address that starts with {' or '.join(schemes)}://")
        return value

    def secret(self, name: str, default: str = "", *, at_least: int = 24) -> str:
        """A secret of some length. Raises BadSetting when it is too short to be one."""
        value = self.text(name, default)
        if value and len(value) < at_least:
            raise BadSetting(name, f"has {len(value)} characters; a secret needs at least {at_least}")
        return value
