"""WhatsApp by Twilio: signed forms in, the Messages and Content resources out.

A business number is its address, `whatsapp:+1…`, and the account is the AccountSid. Twilio echoes nothing of ours, so our
message id stands in the address of the status callback, which the signature covers.
"""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode

from pydantic import Field, SecretStr

from leadnurturebot.domain.message_content import Audio, Document, Image, MessageContent, Sticker, Video
from leadnurturebot.providers.base import (
    AnomalousPayload,
    Check,
    Config,
    Connected,
    Finding,
    OutgoingRequest,
    WebhookRequest,
    labels,
    read_object,
)
from leadnurturebot.providers.messaging import twilio_templates
from leadnurturebot.providers.messaging.base import Accepted, Account, Delivery, Recipient, Refused
from leadnurturebot.providers.messaging.extras import NewTemplate, NumberIdentity, Preparation, TemplateState
from leadnurturebot.providers.messaging.fitting import fitted, shortened, spoken
from leadnurturebot.providers.messaging.twilio_checks import read_twilio_check, twilio_checks
from leadnurturebot.providers.messaging.twilio_content import (
    ABLE,
    approved_sid,
    content_variables,
    created_sid,
    creation,
    shape_of,
)
from leadnurturebot.providers.messaging.twilio_errors import CONTENT_GONE, twilio_refused
from leadnurturebot.providers.messaging.twilio_inbound import inbound_messages, is_status, status_update
from leadnurturebot.providers.messaging.twilio_signature import TRY_AGAIN, check_signature

MESSAGE_ID = "m"
# Twilio names no time of sending; a body read without its time of arrival is so old that nothing fresh is concluded.
_NO_TIME = datetime.fromtimestamp(0, UTC)


class TwilioConfig(Config):
    """An account with a WhatsApp sender. With an API key, requests use it; events are signed by the auth token always."""

    account_sid: str = Field(
        title="Account SID",
        pattern=r"^AC[0-9a-fA-F]{32}$",
        json_schema_extra=labels(es="SID de la cuenta", pt="SID da conta", hi="अकाउंट SID", id="SID akun"),
    )
    number: str = Field(
        title="WhatsApp number",
        pattern=r"^\+?[1-9]\d{7,14}$",
        json_schema_extra=labels(
            es="Número de WhatsApp", pt="Número do WhatsApp", hi="WhatsApp नंबर", id="Nomor WhatsApp"
        ),
    )
    auth_token: SecretStr = Field(
        title="Auth token",
        json_schema_extra=labels(
            es="Token de autenticación", pt="Token de autenticação", hi="ऑथ टोकन", id="Token autentikasi"
        ),
    )
    api_key_sid: SecretStr = Field(
        SecretStr(""),
        title="API key SID (optional)",
        json_schema_extra=labels(
            es="SID de la clave de API (opcional)", pt="SID da chave de API (opcional)",
            hi="API कुंजी SID (वैकल्पिक)", id="SID kunci API (opsional)",
        ),
    )  # fmt: skip
    api_key_secret: SecretStr = Field(
        SecretStr(""),
        title="API key secret (optional)",
        json_schema_extra=labels(
            es="Secreto de la clave de API (opcional)", pt="Segredo da chave de API (opcional)",
            hi="API कुंजी सीक्रेट (वैकल्पिक)", id="Rahasia kunci API (opsional)",
        ),
    )  # fmt: skip


class Twilio:
    """Twilio without I/O."""

    slug: ClassVar[str] = "twilio"
    address_setting: ClassVar[str] = "TWILIO_API_URL"
    default_address: ClassVar[str] = "https://api.twilio.com"
    label: ClassVar[str] = "Twilio"
    kind: ClassVar[str] = "messaging"
    Config: ClassVar[type[Config]] = TwilioConfig
    # A word here would be sent to the customer: Twilio takes what answers its request for a reply.
    acknowledgement: ClassVar[bytes] = b""
    stale_codes: ClassVar[frozenset[int]] = CONTENT_GONE

    def number(self, config: Mapping[str, Any]) -> NumberIdentity:
        digits = str(config["number"]).lstrip("+")
        return NumberIdentity(f"whatsapp:+{digits}", str(config["account_sid"]), digits)

    def handshake(self, query: Mapping[str, str], secrets: Mapping[str, str]) -> str | None:
        """Twilio knows none."""
        return None

    def verify(self, request: WebhookRequest, secrets: Mapping[str, str], now: datetime) -> None:
        """`X-Twilio-Signature` over our public address as Twilio called it, and the form. Raises SignatureMismatch."""
        parameters: dict[str, list[str]] = {}
        for name, value in _pairs(request.body):
            parameters.setdefault(name, []).append(value)
        check_signature(request, secrets.get("auth_token", ""), parameters)

    def build_checks(self, connected: Connected) -> tuple[Check, ...]:
        """The account and its senders."""
        user = str(connected.config["account_sid"])
        return twilio_checks(connected, _basic(user, connected.secrets))

    def read_check(self, check: Check, connected: Connected, status: int, body: bytes) -> Finding:
        """What a test call showed."""
        return read_twilio_check(check, connected, status, body)

    def parse(self, body: bytes) -> Delivery:
        """The form without its address and time; `parse_request` is what the receiver asks."""
        return _delivery(body, {}, _NO_TIME)

    def parse_request(self, request: WebhookRequest, now: datetime) -> Delivery:
        """A message of a customer, or a status of ours. Raises AnomalousPayload."""
        return _delivery(request.body, request.query, now)

    def prepare(self, content: MessageContent, *, account: Account) -> Preparation | None:
        """Make the content of this message's shape, or look up the template of its name, unless it is remembered."""
        shape = shape_of(fitted(content, ABLE))
        if shape is None or shape.key in account.remembered:
            return None
        if not shape.types:
            return Preparation(shape.key, _content_call("GET", "ContentAndApprovals?PageSize=500", account))
        return Preparation(shape.key, _content_call("POST", "Content", account, creation(shape)))

    def read_preparation(self, key: str, status: int, body: bytes) -> str:
        """The ContentSid."""
        answer = read_object(body) or {}
        if status not in {200, 201}:
            return ""
        return approved_sid(key, answer) if key.startswith("template/") else created_sid(answer)

    def build_template(self, template: NewTemplate, *, account: Account) -> OutgoingRequest:
        """`POST /v1/Content` under the template's name."""
        return _content_call("POST", "Content", account, twilio_templates.creation(template))

    def read_template(self, status: int, body: bytes) -> TemplateState:
        return twilio_templates.created(status, (read_object(body) or {}))

    def build_review(self, template: NewTemplate, template_id: str, *, account: Account) -> OutgoingRequest:
        """`POST …/ApprovalRequests/whatsapp`."""
        path = f"Content/{template_id}/ApprovalRequests/whatsapp"
        return _content_call("POST", path, account, twilio_templates.review(template))

    def build_state(self, template_id: str, *, account: Account) -> OutgoingRequest:
        return _content_call("GET", f"Content/{template_id}/ApprovalRequests", account)

    def read_state(self, status: int, body: bytes) -> TemplateState | None:
        return twilio_templates.reviewed(status, (read_object(body) or {}))

    def build_request(
        self, content: MessageContent, *, to: Recipient, account: Account, callback_data: str, quoted: str = ""
    ) -> OutgoingRequest:
        """`POST …/Messages.json`. Without its content prepared, a message with choices is said in plain words.

        Twilio cannot quote, so `quoted` changes nothing.
        """
        form = {
            "From": account.phone_number_id,
            "To": f"whatsapp:+{to.wa_id}" if to.wa_id else f"whatsapp:{to.user_id}",
            "StatusCallback": f"{account.webhook_url}?{urlencode({MESSAGE_ID: callback_data})}{TRY_AGAIN}",
            **_words(fitted(content, ABLE), account),
        }
        url = f"{account.base_url}/2010-04-01/Accounts/{account.waba_id}/Messages.json"
        headers = {**_authorization(account), "Content-Type": "application/x-www-form-urlencoded"}
        return OutgoingRequest("POST", url, headers, urlencode(form).encode())

    def read_response(self, status: int, body: bytes) -> Accepted | Refused:
        """What a send was answered; a body that cannot be read counts as a server fault."""
        answer = read_object(body) or {}
        if status in {200, 201} and isinstance(answer.get("sid"), str):
            return Accepted(answer["sid"])
        return twilio_refused(status, answer)


def _content_call(method: str, path: str, account: Account, body: bytes = b"") -> OutgoingRequest:
    """A request to the Content API, which has a host of its own."""
    headers = {**_authorization(account), **({"Content-Type": "application/json"} if body else {})}
    return OutgoingRequest(method, f"{account.base_url.replace('://api.', '://content.')}/v1/{path}", headers, body)


def _words(content: MessageContent, account: Account) -> dict[str, str]:
    if isinstance(content, Image | Video | Document | Audio | Sticker) and content.url:
        caption = "" if isinstance(content, Audio | Sticker) else content.caption
        return {"MediaUrl": content.url, **({"Body": caption} if caption else {})}
    shape = shape_of(content)
    if shape and (sid := account.remembered.get(shape.key)):
        return {"ContentSid": sid, "ContentVariables": content_variables(content)}
    return {"Body": shortened(spoken(content), ABLE.text_most)}


def _authorization(account: Account) -> dict[str, str]:
    return _basic(account.waba_id, account.secrets)


def _basic(account_sid: str, secrets: Mapping[str, str]) -> dict[str, str]:
    """The API key where there is one, else the account's own token."""
    user = secrets.get("api_key_sid") or account_sid
    password = secrets.get("api_key_secret") or secrets.get("auth_token", "")
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def _pairs(body: bytes) -> list[tuple[str, str]]:
    return parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)


def _delivery(body: bytes, query: Mapping[str, str], now: datetime) -> Delivery:
    """Twilio posts forms; an account may ask for JSON with the same names."""
    fields = (read_object(body) or {}) if body.startswith(b"{") else dict(_pairs(body))
    form = {name: str(value) for name, value in fields.items() if value is not None}
    if not form.get("MessageSid"):
        raise AnomalousPayload("the body names no message")
    if is_status(form):
        return Delivery(statuses=(status_update(form, query.get(MESSAGE_ID, ""), now),))
    return Delivery(messages=tuple(inbound_messages(form, now)))


PROVIDER = Twilio()
