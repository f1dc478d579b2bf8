"""WhatsApp Cloud API, Graph v25.0: signed webhooks in, messages out."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import orjson
from pydantic import Field, SecretStr

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.providers.base import (
    Config,
    OutgoingRequest,
    SignatureMismatch,
    WebhookRequest,
    labels,
)
from leadnurturebot.providers.messaging import cloud_media
from leadnurturebot.providers.messaging.base import (
    Accepted,
    Account,
    Delivery,
    MediaAddress,
    MediaGone,
    Recipient,
    Refused,
)
from leadnurturebot.providers.messaging.cloud_errors import refused
from leadnurturebot.providers.messaging.cloud_outbound import wire_message
from leadnurturebot.providers.messaging.cloud_webhook import read_delivery


class WhatsAppCloudConfig(Config):
    """The shop's own app, or the platform's."""

    phone_number_id: str = Field(
        title="Phone number ID",
        json_schema_extra=labels(
            es="ID del número",
            pt="ID do número",
            hi="फ़ोन नंबर आईडी",
            id="ID nomor telepon",
        ),
    )
    waba_id: str = Field(
        title="WhatsApp Business account ID",
        json_schema_extra=labels(
            es="ID de la cuenta de WhatsApp Business",
            pt="ID da conta do WhatsApp Business",
            hi="WhatsApp Business खाता आईडी",
            id="ID akun WhatsApp Business",
        ),
    )
    app_secret: SecretStr = Field(
        title="App secret",
        json_schema_extra=labels(
            es="Clave secreta de la app",
            pt="Chave secreta do app",
            hi="ऐप सीक्रेट",
            id="Rahasia aplikasi",
        ),
    )
    access_token: SecretStr = Field(
        title="Access token",
        json_schema_extra=labels(
            es="Token de acceso",
            pt="Token de acesso",
            hi="एक्सेस टोकन",
            id="Token akses",
        ),
    )
    verify_token: SecretStr = Field(
        title="Verify token",
        json_schema_extra=labels(
            es="Token de verificación",
            pt="Token de verificação",
            hi="सत्यापन टोकन",
            id="Token verifikasi",
        ),
    )


class WhatsAppCloud:
    """The Cloud API without I/O."""

    slug: ClassVar[str] = "whatsapp_cloud"
    address_setting: ClassVar[str] = "WHATSAPP_GRAPH_ADDRESS"
    default_address: ClassVar[str] = ""
    label: ClassVar[str] = "WhatsApp Cloud API"
    kind: ClassVar[str] = "messaging"
    Config: ClassVar[type[Config]] = WhatsAppCloudConfig

    def handshake(self, query: Mapping[str, str], secrets: Mapping[str, str]) -> str | None:
        """The challenge, when mode and verify token are right (section 2.1 of the webhook documentation)."""
        token = query.get("hub.verify_token", "").encode()
        right = hmac.compare_digest(token, secrets.get("verify_token", "").encode())
        return query.get("hub.challenge", "") if right and query.get("hub.mode") == "subscribe" else None

    def verify(self, request: WebhookRequest, secrets: Mapping[str, str], now: datetime) -> None:
        """`X-Hub-Signature-256: sha256=<hex>` is the HMAC of the raw body under the app secret."""
        given = request.headers.get("x-hub-signature-256", "")
        digest = hmac.digest(secrets.get("app_secret", "").encode(), request.body, "sha256").hex()
        if not hmac.compare_digest(given.encode(), f"sha256={digest}".encode()):
            raise SignatureMismatch("X-Hub-Signature-256 is missing or wrong")

    def parse(self, body: bytes) -> Delivery:
        """Every entry, change, message and status of one body. Raises AnomalousPayload for what is no webhook."""
        return read_delivery(body)

    def build_request(
        self, content: MessageContent, *, to: Recipient, account: Account, callback_data: str
    ) -> OutgoingRequest:
        """`POST /{phone number id}/messages`. A number goes in `to` with its plus sign, a user id in `recipient`."""
        address = {"to": f"+{to.wa_id}"} if to.wa_id else {"recipient": to.user_id}
        body = {"messaging_product": "whatsapp", "recipient_type": "individual", **address, **wire_message(content)}
        body["biz_opaque_callback_data"] = callback_data
        headers = {
            "Authorization": f"Bearer {account.secrets.get('access_token', '')}",
            "Content-Type": "application/json",
        }
        return OutgoingRequest(
            "POST", f"{account.base_url}/{account.phone_number_id}/messages", headers, orjson.dumps(body)
        )

    def read_response(self, status: int, body: bytes) -> Accepted | Refused:
        """What a send was answered; a body that cannot be read counts as a server fault."""
        try:
            data = orjson.loads(body)
        except orjson.JSONDecodeError:
            data = {}
        sent = data.get("messages") if isinstance(data, dict) else None
        if status == 200 and sent:
            return Accepted(sent[0]["id"])
        return refused(status, data.get("error") if isinstance(data, dict) else None)

    def media_lookup(self, media_id: str, account: Account) -> OutgoingRequest:
        """Asks where a customer's file lies."""
        return cloud_media.lookup(media_id, account)

    def read_media_lookup(self, status: int, body: bytes) -> MediaAddress | MediaGone | Refused:
        """Where it lies, or that it is gone."""
        return cloud_media.read_lookup(status, body)

    def media_download(self, address: MediaAddress, account: Account) -> OutgoingRequest:
        """Fetches it."""
        return cloud_media.download(address, account)


PROVIDER = WhatsAppCloud()
