from pathlib import Path

import orjson
import pytest

from leadnurturebot.providers.base import SignatureMismatch, WebhookRequest
from leadnurturebot.providers.payments.razorpay import PROVIDER
from tests.conftest import NOW

PAYLOADS = Path(__file__).parent.parent / "payloads" / "razorpay"


@pytest.mark.parametrize(
    ("file", "kind", "reference", "amount"),
    [
        ("paid", "paid", "lnb_1", 540000),
        ("partially_paid", "paid", "lnb_1", 100),
        ("expired", "expired", "lnb_1", None),
        ("cancelled", "ignored", "", None),
        ("captured_elsewhere", "ignored", "", 540000),
        ("failed", "declined", "lnb_1", 540000),
        ("refund_created", "refunded", "", 100000),
        ("refund_processed", "refunded", "", 100000),
        ("refund_failed", "refunded", "", 100000),
    ],
)
def test_events_in_our_words(file: str, kind: str, reference: str, amount: int | None) -> None:
    (event,) = PROVIDER.parse((PAYLOADS / f"{file}.json").read_bytes())
    assert (event.kind, event.reference, event.amount) == (kind, reference, amount)


@pytest.mark.parametrize(
    ("file", "state"),
    [("refund_created", "pending"), ("refund_processed", "succeeded"), ("refund_failed", "failed")],
)
def test_states_of_refunds(file: str, state: str) -> None:
    (event,) = PROVIDER.parse((PAYLOADS / f"{file}.json").read_bytes())
    assert (event.refund_state, event.refund_reference, event.charge_id) == (state, "rf_1", "pay_ERgngH9aAvNVYT")


def test_the_reference_of_a_link_without_notes_is_its_own_without_the_attempt() -> None:
    body = orjson.loads((PAYLOADS / "paid.json").read_bytes())
    body["payload"]["payment_link"]["entity"]["notes"] = []
    assert PROVIDER.parse(orjson.dumps(body))[0].reference == "lnb_1"


def test_an_event_is_known_by_its_header() -> None:
    body = (PAYLOADS / "paid.json").read_bytes()
    request = WebhookRequest("POST", "", {}, {"x-razorpay-event-id": "ev_1"}, body)
    (event,) = PROVIDER.parse_request(request, NOW)
    assert event.event_id == "ev_1"
    assert PROVIDER.parse(body)[0].event_id == PROVIDER.parse(body)[0].event_id != "ev_1"


def test_without_a_secret_nothing_is_believed() -> None:
    empty = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"  # HMAC of nothing with no key
    with pytest.raises(SignatureMismatch):
        PROVIDER.verify(WebhookRequest("POST", "", {}, {"x-razorpay-signature": empty}, b""), {}, NOW)
