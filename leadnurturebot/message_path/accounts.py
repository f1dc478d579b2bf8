"""As whom and where a business number sends."""

from django.conf import settings

from leadnurturebot.message_path.sending_numbers import NumberRow
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.messaging.base import Account
from leadnurturebot.providers.registry import messaging_provider


def account_of(number: NumberRow) -> Account:
    """The number's account at its provider."""
    return Account(
        base_url=address_of(messaging_provider(number.slug)), phone_number_id=number.phone_number_id,
        waba_id=number.waba_id, secrets=number.secrets, remembered=number.remembered,
        webhook_url=f"{settings.BASE_URL}/hooks/messaging/{number.slug}/{number.endpoint_key}/",
    )  # fmt: skip
