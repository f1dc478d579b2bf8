"""Connecting by what a person typed: settings are filled up, tried at the provider, and then kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from leadnurturebot.platform.ids import token
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import Connected
from leadnurturebot.providers.messaging.extras import identity_of
from leadnurturebot.providers.registry import provider
from leadnurturebot.providers.settings_schema import names_filled_by
from leadnurturebot.shops.connection_changes import check_number_free, settings_merged
from leadnurturebot.shops.connection_checks import refuse_what_fails
from leadnurturebot.shops.connection_settings import Split, judged
from leadnurturebot.shops.connections import connected
from leadnurturebot.shops.models import Connection


@dataclass(frozen=True, slots=True)
class Wanted:
    """A connection that is asked for, its settings judged by the provider's schema."""

    kind: str
    slug: str
    split: Split

    @classmethod
    def of(cls, kind: str, slug: str, given: Mapping[str, Any]) -> "Wanted":
        """With made-up values for what we fill ourselves. Raises UnknownProvider, UnusableConnection."""
        config = provider(kind, slug).Config
        ours = {name: token() for name in names_filled_by(config, "us") if not given.get(name)}
        return cls(kind, slug, judged(config, {**given, **ours}))


def try_settings(shop_id: UUID, wanted: Wanted) -> None:
    """Raises UnusableConnection for a number that is connected already and for what the provider refuses."""
    found = provider(wanted.kind, wanted.slug)
    if wanted.kind == "messaging":
        check_number_free(shop_id, identity_of(found, wanted.split.open).phone_number_id)
    base = Connected(base_url=address_of(found), webhook_url="", config={}, secrets={})
    names = [*wanted.split.open, *wanted.split.secret]
    refuse_what_fails(wanted.kind, wanted.slug, wanted.split, base, changed=names)


def try_changes(connection: Connection, changes: Mapping[str, Any]) -> None:
    """Raises UnusableConnection for changed settings that the schema or the provider refuses."""
    split = settings_merged(connection, changes)
    refuse_what_fails(connection.kind, connection.slug, split, connected(connection), changed=changes)
