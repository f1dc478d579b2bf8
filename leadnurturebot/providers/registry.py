"""Finds providers: every module of a kind's folder that defines `PROVIDER`. Adding a provider is adding a file."""

import importlib
import pkgutil
from functools import cache
from typing import cast

from leadnurturebot.providers.base import CertifiedProvider, CheckedProvider, Provider, TokenProvider, WebhookProvider
from leadnurturebot.providers.messaging.base import MediaProvider, MessagingProvider
from leadnurturebot.providers.payments.base import PaymentProvider

KINDS = ("messaging", "payments")


class UnknownProvider(LookupError):
    """No provider of that kind has that slug."""


@cache
def providers(kind: str) -> dict[str, Provider]:
    """All providers of a kind by slug."""
    package = importlib.import_module(f"leadnurturebot.providers.{kind}")
    modules = (
        importlib.import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)
    )
    found = [module.PROVIDER for module in modules if hasattr(module, "PROVIDER")]
    return {provider.slug: provider for provider in found}


def every_provider() -> list[Provider]:
    """All providers of all kinds."""
    return [found for kind in KINDS for found in providers(kind).values()]


def addresses_in_the_world() -> dict[str, str]:
    """Slugs of the providers whose API has an address, by the setting that holds it."""
    return {found.address_setting: found.slug for found in every_provider() if found.default_address}


def provider(kind: str, slug: str) -> Provider:
    """One provider. Raises UnknownProvider."""
    try:
        return providers(kind)[slug]
    except (KeyError, ModuleNotFoundError) as error:
        raise UnknownProvider(f"there is no {kind} provider {slug!r}") from error


def webhook_provider(kind: str, slug: str) -> WebhookProvider:
    """One provider that receives webhooks. Raises UnknownProvider."""
    found = provider(kind, slug)
    if not hasattr(found, "verify"):
        raise UnknownProvider(f"{slug} receives no webhooks")
    return cast(WebhookProvider, found)


def messaging_provider(slug: str) -> MessagingProvider:
    """One messaging provider. Raises UnknownProvider."""
    return cast(MessagingProvider, provider("messaging", slug))


def media_provider(slug: str) -> MediaProvider:
    """One messaging provider that customers' files are fetched from. Raises UnknownProvider."""
    found = provider("messaging", slug)
    if not hasattr(found, "media_lookup"):
        raise UnknownProvider(f"{slug} hands out no files")
    return cast(MediaProvider, found)


def payment_provider(slug: str) -> PaymentProvider:
    """One payment provider. Raises UnknownProvider."""
    return cast(PaymentProvider, provider("payments", slug))


def checked_provider(kind: str, slug: str) -> CheckedProvider | None:
    """One provider whose connection can be tested, None for one that is never called. Raises UnknownProvider."""
    found = provider(kind, slug)
    return cast(CheckedProvider, found) if hasattr(found, "build_checks") else None


def token_provider(found: Provider) -> TokenProvider | None:
    """The provider where its calls carry a token, else None."""
    return cast(TokenProvider, found) if hasattr(found, "build_token") else None


def certified_provider(found: Provider) -> CertifiedProvider | None:
    """The provider where it signs with a certificate, else None."""
    return cast(CertifiedProvider, found) if hasattr(found, "certificate_url") else None
