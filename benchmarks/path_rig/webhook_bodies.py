"""Webhook requests as Meta sends them, signed and ready for the wire."""

import hmac
from collections.abc import Sequence
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
    return _signed(shop, {"contacts": [contact], "messages": [item]})


def statuses_request(shop: ShopAddress, statuses: Sequence[dict[str, Any]]) -> bytes:
    """One webhook with several delivery statuses."""
    return _signed(shop, {"statuses": statuses})


def status(*, wamid: str, name: str, recipient: str, callback_data: str, at: int) -> dict[str, Any]:
    """One delivery status; the price comes with `sent` and `delivered`."""
    found: dict[str, Any] = {
        "id": wamid, "status": name, "timestamp": str(at), "recipient_id": recipient,
        "biz_opaque_callback_data": callback_data,
    }  # fmt: skip
    if name != "read":
        found["pricing"] = {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "service"}
    return found


def _signed(shop: ShopAddress, value: dict[str, Any]) -> bytes:
    metadata = {"display_phone_number": shop.display_number, "phone_number_id": shop.phone_number_id}
    change = {"field": "messages", "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}
    body = orjson.dumps({"object": "whatsapp_business_account", "entry": [{"id": shop.waba_id, "changes": [change]}]})
    signature = hmac.digest(shop.app_secret.encode(), body, "sha256").hex()
    head = (
        f"POST {shop.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\n"
        f"Content-Type: application/json\r\nX-Hub-Signature-256: sha256={signature}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
