"""WhatsApp by 360dialog: Meta's envelope passed on, Meta's messages taken at an address of their own.

An API key stands for one number, so no path names it. Events are not signed by Meta; they carry a header that we chose
when we set the webhook, or the partner's signature.
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import orjson
from pydantic import Field, SecretStr

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.domain.send_errors import ErrorClass
from leadnurturebot.providers.base import (
    Check,
    Config,
    Connected,
    Finding,
    OutgoingRequest,
    ProviderError,
    SignatureMismatch,
    WebhookRequest,
    labels,
)
from leadnurturebot.providers.messaging.base import Accepted, Account, Delivery, Recipient, Refused
from leadnurturebot.providers.messaging.cloud_errors import SERVER_FAULT
from leadnurturebot.providers.messaging.cloud_templates import build_create, read_create
from leadnurturebot.providers.messaging.cloud_webhook import read_delivery
from leadnurturebot.providers.messaging.dialog360_checks import dialog360_checks, read_dialog360_check
from leadnurturebot.providers.messaging.extras import NewTemplate, TemplateState
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER as CLOUD

SECRET_HEADER = "X-LeadNurtureBot-Secret"
SIGNATURE_HEADER = "x-360dialog-signature"


class Dialog360Config(Config):
    """A number at 360dialog. What is left out of the webhook's secret is made up when the number is connected."""

    phone_number_id: str = Field(
        title="Phone number ID",
        json_schema_extra=labels(
            es="ID del número", pt="ID do número", hi="फ़ोन नंबर आईडी", id="ID nomor telepon"
        ),
    )  # fmt: skip
    waba_id: str = Field(
        title="WhatsApp Business account ID",
        json_schema_extra=labels(
            es="ID de la cuenta de WhatsApp Business", pt="ID da conta do WhatsApp Business",
            hi="WhatsApp Business खाता आईडी", id="ID akun WhatsApp Business",
        ),
    )  # fmt: skip
    api_key: SecretStr = Field(
        title="API key",
        json_schema_extra=labels(es="Clave de API", pt="Chave de API", hi="API कुंजी", id="Kunci API"),
    )
    webhook_secret: SecretStr = Field(
        title="Webhook secret",
        json_schema_extra={
            **labels(es="Secreto del webhook", pt="Segredo do webhook", hi="वेबहुक सीक्रेट", id="Rahasia webhook"),
            "filled_by": "us",
        },
    )
    platform_secret: SecretStr = Field(
        SecretStr(""),
        title="Platform secret of a partner (optional)",
        json_schema_extra=labels(
            es="Secreto de plataforma de un socio (opcional)", pt="Segredo de plataforma de um parceiro (opcional)",
            hi="पार्टनर का प्लेटफ़ॉर्म सीक्रेट (वैकल्पिक)", id="Rahasia platform mitra (opsional)",
        ),
    )  # fmt: skip


class Dialog360:
    """360dialog without I/O."""

    slug: ClassVar[str] = "dialog360"
    address_setting: ClassVar[str] = "DIALOG360_API_URL"
    default_address: ClassVar[str] = "https://waba-v2.360dialog.io"
    label: ClassVar[str] = "360dialog"
    kind: ClassVar[str] = "messaging"
    Config: ClassVar[type[Config]] = Dialog360Config

    def handshake(self, query: Mapping[str, str], secrets: Mapping[str, str]) -> str | None:
        """There is none for the webhook of a number."""
        return None

    def verify(self, request: WebhookRequest, secrets: Mapping[str, str], now: datetime) -> None:
        """The partner's signature where a platform secret is known, else our own header. Raises SignatureMismatch.

        The signature is HMAC-SHA256 of the body, in hexadecimal digits (360dialog, Signature validation).
        """
        if platform := secrets.get("platform_secret", ""):
            right, given = (
                hmac.digest(platform.encode(), request.body, hashlib.sha256).hex(),
                request.headers.get(SIGNATURE_HEADER, "").removeprefix("sha256=").lower(),
            )
        else:
            right, given = secrets.get("webhook_secret", ""), request.headers.get(SECRET_HEADER.lower(), "")
        if not right or not hmac.compare_digest(given.encode(), right.encode()):
            raise SignatureMismatch(f"{SIGNATURE_HEADER if platform else SECRET_HEADER} is missing or wrong")

    def parse(self, body: bytes) -> Delivery:
        """Meta's envelope. Raises AnomalousPayload."""
        return read_delivery(body)

    def build_setup(self, *, webhook_url: str, base_url: str, secrets: Mapping[str, str]) -> OutgoingRequest:
        """`POST /v1/configs/webhook`: where events go, and the header they carry."""
        data = {"url": webhook_url, "headers": {SECRET_HEADER: secrets.get("webhook_secret", "")}}
        return OutgoingRequest("POST", f"{base_url}/v1/configs/webhook", _headers(secrets), orjson.dumps(data))

    def read_setup(self, status: int, body: bytes) -> None:
        """Raises ProviderError."""
        if not 200 <= status < 300:
            reason = "the API key is not valid" if status == 401 else body.decode("utf-8", "replace")[:200]
            raise ProviderError(f"360dialog answered {status}: {reason}")

    def build_checks(self, connected: Connected) -> tuple[Check, ...]:
        """`GET /health_status` and `GET /v1/configs/webhook`."""
        return dialog360_checks(connected, _headers(connected.secrets))

    def read_check(self, check: Check, connected: Connected, status: int, body: bytes) -> Finding:
        """What a test call showed."""
        return read_dialog360_check(check, connected, status, body)

    def build_request(
        self, content: MessageContent, *, to: Recipient, account: Account, callback_data: str, quoted: str = ""
    ) -> OutgoingRequest:
        """`POST /messages` with the Cloud API's body."""
        built = CLOUD.build_request(content, to=to, account=account, callback_data=callback_data, quoted=quoted)
        return OutgoingRequest("POST", f"{account.base_url}/messages", _headers(account.secrets), built.body)

    def build_read(self, message_id: str, *, account: Account, typing: bool) -> OutgoingRequest:
        """`POST /messages` with the Cloud API's body."""
        built = CLOUD.build_read(message_id, account=account, typing=typing)
        return OutgoingRequest("POST", f"{account.base_url}/messages", _headers(account.secrets), built.body)

    def read_response(self, status: int, body: bytes) -> Accepted | Refused:
        """Meta's answer passed on, or 360dialog's own: an invalid key has no code of Meta's."""
        answer = CLOUD.read_response(status, body)
        if isinstance(answer, Refused) and status in {401, 403} and answer.code in {0, SERVER_FAULT}:
            return Refused(190, "360dialog does not know the API key", ErrorClass.CHANNEL_STOPPED)
        return answer

    def build_template(self, template: NewTemplate, *, account: Account) -> OutgoingRequest:
        """`POST /v1/configs/templates` with the Cloud API's body."""
        built = build_create(template, account)
        url = f"{account.base_url}/v1/configs/templates"
        return OutgoingRequest("POST", url, _headers(account.secrets), built.body)

    def read_template(self, status: int, body: bytes) -> TemplateState:
        """Meta's answer, with 201 for its 200 and the status in small letters at times."""
        found = read_create(200 if status == 201 else status, body)
        state = _STATUSES.get(found["status"].lower(), found["status"])
        return TemplateState(found["id"], state, found["category"], found["reason"])


# 360dialog's words for a template that Meta has not judged.
_STATUSES = {"created": "PENDING", "submitted": "PENDING", "pending": "PENDING", "approved": "APPROVED", "": "PENDING"}


def _headers(secrets: Mapping[str, str]) -> dict[str, str]:
    return {"D360-API-KEY": secrets.get("api_key", ""), "Content-Type": "application/json"}


PROVIDER = Dialog360()
