"""Webhook requests as Meta sends them, signed and ready for the wire."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from benchmarks.path_rig.addresses import ShopAddress
from benchmarks.path_rig.customers import Customer, Line


def message_request(shop: ShopAddress, customer: Customer, line: Line, *, wamid: str, at: int) -> bytes:
    """One webhook with one message. `at` is the sender's time in Unix seconds."""
    item: dict[str, Any] = {
        "from": customer.number, "from_user_id": customer.user_id, "id": wamid, "timestamp": str(at), "type": "text",
        "text": {"body": line.text},
    }  # fmt: skip
    if line.is_ad_tap:
        item["referral"] = {
            "source_url": "https://instagram.com/p/summer", "source_id": shop.ad_id, "source_type": "ad",
            "headline": "Blue Floral Sundress", "body": "Made for warm evenings", "media_type": "image",
            "ctwa_clid": f"Aff-{wamid}",
        }  # fmt: skip
    contact = {"profile": {"name": customer.name}, "wa_id": customer.number, "user_id": customer.user_id}
    value = orjson.dumps({"contacts": [contact], "messages": [item]})
    return signed(shop, value[:-1] + b",")


_STATUS = b'{"id":"%b","status":"%b","timestamp":"%d","recipient_id":%b,"recipient_user_id":%b%b%b}'
_CONTACT = b'{"profile":{"name":"Customer"},"wa_id":%b,"user_id":%b}'
_PRICING = b',"pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}'


@dataclass(frozen=True, slots=True)
class Status:
    """One delivery status; `recipient`, `user_id` and `callback_data` are JSON already."""

    wamid: bytes
    name: bytes
    recipient: bytes
    user_id: bytes
    callback_data: bytes


def statuses_request(shop: ShopAddress, statuses: Sequence[Status], *, at: int) -> bytes:
    """One webhook with several delivery statuses at a moment in Unix seconds; the price comes with `sent` and `delivered`."""
    contacts = b",".join([_CONTACT % (one.recipient, one.user_id) for one in statuses])
    told = b",".join([
        _STATUS % (one.wamid, one.name, at, one.recipient, one.user_id,
                   b',"biz_opaque_callback_data":' + one.callback_data if one.callback_data else b"",
                   b"" if one.name == b"read" else _PRICING)
        for one in statuses
    ])  # fmt: skip
    return signed(shop, b'{"contacts":[%b],"statuses":[%b],' % (contacts, told))


def signed(shop: ShopAddress, value: bytes) -> bytes:
    """The request whose one change has this value: an object left open."""
    head, metadata = _frame(shop)
    body = head + value + metadata
    signature = hmac.digest(shop.app_secret.encode(), body, "sha256").hex()
    return _HEAD % (shop.path.encode(), signature.encode(), len(body)) + body


@cache
def _frame(shop: ShopAddress) -> tuple[bytes, bytes]:
    """What stands before and after the value in every body of a shop."""
    metadata = {"display_phone_number": shop.display_number, "phone_number_id": shop.phone_number_id}
    head = b'{"object":"whatsapp_business_account","entry":[{"id":%b,"changes":[{"field":"messages","value":'
    tail = b'"messaging_product":"whatsapp","metadata":%b}}]}]}'
    return head % orjson.dumps(shop.waba_id), tail % orjson.dumps(metadata)


_HEAD = (
    b"POST %b HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\n"
    b"Content-Type: application/json\r\nX-Hub-Signature-256: sha256=%b\r\nContent-Length: %d\r\n\r\n"
)
