"""Reading a request for a Checkout session: what is required, what is refused, what it adds up to."""

import re
from decimal import Decimal, InvalidOperation

from simulator.jsontypes import Json
from simulator.stripe.errors import StripeError, missing
from simulator.stripe.form import metadata, text, whole

KNOWN_PARAMETERS = (
    "mode line_items success_url cancel_url client_reference_id metadata payment_intent_data expires_at customer_email"
    " customer customer_creation phone_number_collection shipping_address_collection shipping_options discounts"
    " adaptive_pricing after_expiration locale ui_mode allow_promotion_codes automatic_tax billing_address_collection"
    " consent_collection custom_fields custom_text currency excluded_payment_method_types allowed_payment_method_types"
    " invoice_creation submit_type tax_id_collection expand return_url"
)
KNOWN = frozenset(KNOWN_PARAMETERS.split())
LOCALE_NAMES = (
    "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru"
    " sk sl sv th tr vi zh zh-HK zh-TW"
)
LOCALES = frozenset(LOCALE_NAMES.split())
MINUTES_LEAST = 30
HOURS_MOST = 24
CLOCK_SLACK_SECONDS = 5
LINES_MOST = 100


def check_request(form: Json, now: int) -> Json:
    """The stored part of a session. `now` in unix seconds of business time. Raises StripeError."""
    _check_names(form)
    if text(form, "mode", "mode") not in ("payment", "setup", "subscription"):
        raise StripeError("Invalid mode: must be one of payment, setup, or subscription", "mode")
    if form["mode"] != "payment":
        raise StripeError("The practice page takes mode=payment only.", "mode")
    lines = _lines(form)
    currency = lines[0]["currency"]
    if any(line["currency"] != currency for line in lines):
        raise StripeError("All prices on a Checkout Session must have the same currency", "line_items")
    shipping = _shipping(form, currency)
    subtotal = sum(line["amount_total"] for line in lines)
    intent_data = form.get("payment_intent_data") or {}
    if not isinstance(intent_data, dict):
        raise StripeError("Invalid hash", "payment_intent_data")
    return {
        "mode": "payment",
        "currency": currency,
        "amount_subtotal": subtotal,
        "amount_total": subtotal + (shipping["amount"] if shipping else 0),
        "success_url": _address(form, "success_url", is_required=True),
        "cancel_url": _address(form, "cancel_url", is_required=False),
        "client_reference_id": text(form, "client_reference_id", "client_reference_id", 200)
        if form.get("client_reference_id")
        else None,
        "metadata": metadata(form),
        "expires_at": _expiry(form, now),
        "customer_email": form.get("customer_email") or None,
        "locale": _locale(form),
        "_lines": lines,
        "_shipping": shipping,
        "_intent_metadata": metadata(intent_data, "payment_intent_data[metadata]"),
    }


def _locale(form: Json) -> str | None:
    locale = form.get("locale") or None
    if locale is not None and locale not in LOCALES:
        raise StripeError(f"Invalid locale: must be one of {', '.join(sorted(LOCALES))}", "locale")
    return str(locale) if locale else None


def _check_names(form: Json) -> None:
    if "payment_method_types" in form:
        raise StripeError(
            "The parameter payment_method_types is not accepted since 2026-09-30.endive; use dynamic payment methods.",
            "payment_method_types",
            "parameter_unknown",
        )
    unknown = sorted(set(form) - KNOWN)
    if unknown:
        raise StripeError(f"Received unknown parameter: {unknown[0]}", unknown[0], "parameter_unknown")
    if form.get("ui_mode", "hosted_page") not in ("hosted_page", "embedded_page", "elements"):
        raise StripeError("Invalid ui_mode: must be one of hosted_page, embedded_page, or elements", "ui_mode")
    if form.get("ui_mode", "hosted_page") != "hosted_page":
        raise StripeError("The practice page takes ui_mode=hosted_page only.", "ui_mode")


def _lines(form: Json) -> list[Json]:
    given = form.get("line_items")
    if not given:
        raise missing("line_items")
    if not isinstance(given, list) or len(given) > LINES_MOST or not all(isinstance(each, dict) for each in given):
        raise StripeError(f"line_items: a list of at most {LINES_MOST}", "line_items")
    return [_line(each, f"line_items[{index}]") for index, each in enumerate(given)]


def _line(given: Json, path: str) -> Json:
    quantity = whole(given, "quantity", f"{path}[quantity]", least=1)
    price = given.get("price_data")
    if not isinstance(price, dict):
        raise missing(f"{path}[price_data]")
    product = price.get("product_data")
    if not isinstance(product, dict):
        raise missing(f"{path}[price_data][product_data]")
    images = product.get("images") or []
    if not isinstance(images, list) or len(images) > 8:
        raise StripeError("images: at most 8", f"{path}[price_data][product_data][images]")
    unit_amount = _unit_amount(price, f"{path}[price_data]")
    return {
        "name": text(product, "name", f"{path}[price_data][product_data][name]", 250),
        "description": product.get("description") or "",
        "images": images,
        "currency": _currency(price, f"{path}[price_data][currency]"),
        "unit_amount": unit_amount,
        "quantity": quantity,
        "amount_total": unit_amount * quantity,
    }


def _unit_amount(price: Json, path: str) -> int:
    if "unit_amount_decimal" not in price:
        return whole(price, "unit_amount", f"{path}[unit_amount]")
    try:
        return int(Decimal(str(price["unit_amount_decimal"])).to_integral_value())
    except InvalidOperation as error:
        raise StripeError("Invalid decimal", f"{path}[unit_amount_decimal]") from error


def _currency(data: Json, path: str) -> str:
    value = text(data, "currency", path).lower()
    if not re.fullmatch(r"[a-z]{3}", value):
        raise StripeError(f"Invalid currency: {value}", path)
    return value


def _shipping(form: Json, currency: str) -> Json | None:
    """The first shipping option is the one taken."""
    given = form.get("shipping_options")
    if not given:
        return None
    if not isinstance(given, list) or len(given) > 5:
        raise StripeError("shipping_options: a list of at most 5", "shipping_options")
    path = "shipping_options[0][shipping_rate_data]"
    rate = given[0].get("shipping_rate_data") if isinstance(given[0], dict) else None
    if not isinstance(rate, dict) or not isinstance(rate.get("fixed_amount"), dict):
        raise missing(f"{path}[fixed_amount]")
    amount = whole(rate["fixed_amount"], "amount", f"{path}[fixed_amount][amount]")
    if _currency(rate["fixed_amount"], f"{path}[fixed_amount][currency]") != currency:
        raise StripeError("Shipping and prices must have the same currency", path)
    return {"name": text(rate, "display_name", f"{path}[display_name]", 100), "amount": amount}


def _address(form: Json, name: str, is_required: bool) -> str | None:
    if not form.get(name) and not is_required:
        return None
    value = text(form, name, name)
    if not re.match(r"https?://", value):
        raise StripeError("Not a valid URL", name, "url_invalid")
    return value


def _expiry(form: Json, now: int) -> int:
    if "expires_at" not in form:
        return now + HOURS_MOST * 3600
    expires_at = whole(form, "expires_at", "expires_at")
    ahead = expires_at - now
    if ahead < MINUTES_LEAST * 60 - CLOCK_SLACK_SECONDS or ahead > HOURS_MOST * 3600 + CLOCK_SLACK_SECONDS:
        raise StripeError(
            "The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from creation.",
            "expires_at",
        )
    return expires_at
