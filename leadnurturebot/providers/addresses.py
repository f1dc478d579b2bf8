"""Where a provider's API is, as the operator set it."""

from django.conf import settings

from leadnurturebot.providers.base import Provider


def address_of(provider: Provider) -> str:
    """The address in the provider's setting, empty for one that is never called."""
    return str(getattr(settings, provider.address_setting)) if provider.address_setting else ""
