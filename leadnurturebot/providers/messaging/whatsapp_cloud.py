"""WhatsApp Cloud API, Graph v25.0: signed webhooks in, messages out."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

import orjson

from leadnurturebot.domain.message_content import MessageContent, Reaction
from leadnurturebot.providers.base import (
    Check,
    Config,
    Connected,
    Finding,
    OutgoingRequest,
    SignatureMismatch,
    WebhookRequest,
    read_object,
)
from leadnurturebot.providers.messaging import cloud_downloads
from leadnurturebot.providers.messaging.base import (
    Accepted,
    Account,
    Delivery,
    MediaAddress,
    MediaGone,
    Recipient,
    Refused,
)
from leadnurturebot.providers.messaging.cloud_checks import cloud_checks, read_cloud_check
from leadnurturebot.providers.messaging.cloud_errors import refused
from leadnurturebot.providers.messaging.cloud_media import check_file, multipart
from leadnurturebot.providers.messaging.cloud_outbound import wire_message
from leadnurturebot.providers.messaging.cloud_settings import WhatsAppCloudConfig
from leadnurturebot.providers.messaging.cloud_templates import CloudTemplates
from leadnurturebot.providers.messaging.cloud_webhook import read_delivery

BLOCK_FAILED = 139100


class WhatsAppCloud:
    """The Cloud API without I/O."""

    slug: ClassVar[str] = "whatsapp_cloud"
    address_setting: ClassVar[str] = "WHATSAPP_GRAPH_ADDRESS"
    default_address: ClassVar[str] = ""
    label: ClassVar[str] = "WhatsApp Cloud API"
    kind: ClassVar[str] = "messaging"
    Config: ClassVar[type[Config]] = WhatsAppCloudConfig
    templates: ClassVar[CloudTemplates] = CloudTemplates()

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
        self, content: MessageContent, *, to: Recipient, account: Account, callback_data: str, quoted: str = ""
    ) -> OutgoingRequest:
        """`POST /{phone number id}/messages`. A number goes in `to` with its plus sign, a user id in `recipient`."""
        body: dict[str, Any] = {"messaging_product": "whatsapp", "recipient_type": "individual", **_address(to)}
        body |= wire_message(content)
        if quoted and not isinstance(content, Reaction):
            body["context"] = {"message_id": quoted}
        body["biz_opaque_callback_data"] = callback_data
        return _post(account, "marketing_messages" if account.marketing_path else "messages", body)

    def read_response(self, status: int, body: bytes) -> Accepted | Refused:
        """What a send was answered; a body that cannot be read counts as a server fault."""
        data = read_object(body) or {}
        sent = data.get("messages")
        if status == 200 and sent:
            return Accepted(sent[0]["id"])
        return refused(status, data.get("error"))

    def build_read(self, message_id: str, *, account: Account, typing: bool) -> OutgoingRequest:
        """Blue ticks, and "typing…" until our next message or for 25 seconds."""
        body: dict[str, Any] = {"messaging_product": "whatsapp", "status": "read", "message_id": message_id}
        if typing:
            body["typing_indicator"] = {"type": "text"}
        return _post(account, "messages", body)

    def build_block(self, user: Recipient, *, account: Account, is_blocked: bool) -> OutgoingRequest:
        """Block or unblock somebody who wrote within the last 24 hours."""
        body = {"messaging_product": "whatsapp", "block_users": [{"user": next(iter(_address(user).values()))}]}
        return _post(account, "block_users", body, method="POST" if is_blocked else "DELETE")

    def read_block(self, status: int, body: bytes) -> Refused | None:
        """A block list that took part of the users names the others in `failed_users`."""
        data = read_object(body) or {}
        if status != 200 or data.get("error"):
            return refused(status, data.get("error"))
        failed = (data.get("block_users") or {}).get("failed_users")
        error = (failed[0].get("errors") or [{}])[0] if failed else None
        return None if error is None else refused(status, {"code": BLOCK_FAILED, **error})

    def build_upload(self, data: bytes, *, mime_type: str, filename: str, account: Account) -> OutgoingRequest:
        """`POST /{phone number id}/media`; raises ValueError for a type or size that would be refused."""
        check_file(mime_type, len(data))
        content_type, body = multipart(data, mime_type=mime_type, filename=filename)
        url = f"{account.base_url}/{account.phone_number_id}/media"
        return OutgoingRequest("POST", url, _headers(account, content_type), body)

    def read_upload(self, status: int, body: bytes) -> str | Refused:
        """The media id, good for 30 days."""
        data = read_object(body) or {}
        if status == 200 and data.get("id"):
            return str(data["id"])
        return refused(status, data.get("error"))

    def build_checks(self, connected: Connected) -> tuple[Check, ...]:
        """Each number's own info, and who gets each account's events."""
        return cloud_checks(connected)

    def read_check(self, check: Check, connected: Connected, status: int, body: bytes) -> Finding:
        return read_cloud_check(check, status, body)

    def media_lookup(self, media_id: str, account: Account) -> OutgoingRequest:
        """Asks where a customer's file lies."""
        return cloud_downloads.lookup(media_id, account)

    def read_media_lookup(self, status: int, body: bytes) -> MediaAddress | MediaGone | Refused:
        """Where it lies, or that it is gone."""
        return cloud_downloads.read_lookup(status, body)

    def media_download(self, address: MediaAddress, account: Account) -> OutgoingRequest:
        """Fetches it."""
        return cloud_downloads.download(address, account)


def _address(to: Recipient) -> dict[str, str]:
    """Without its plus sign a number would get the shop's own country code in front."""
    return {"to": f"+{to.wa_id.lstrip('+')}"} if to.wa_id else {"recipient": to.user_id}


def _post(account: Account, edge: str, body: Mapping[str, Any], *, method: str = "POST") -> OutgoingRequest:
    url = f"{account.base_url}/{account.phone_number_id}/{edge}"
    return OutgoingRequest(method, url, _headers(account, "application/json"), orjson.dumps(body))


def _headers(account: Account, content_type: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {account.secrets.get('access_token', '')}", "Content-Type": content_type}


PROVIDER = WhatsAppCloud()
