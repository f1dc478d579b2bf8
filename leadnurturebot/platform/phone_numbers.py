"""WhatsApp addresses: wa_ids (a number's digits as WhatsApp writes them) and business-scoped user ids (BSUIDs).

A wa_id is stored as it comes: WhatsApp keeps old national forms that number libraries reject (Mexico's 521…) or that
differ from what people dial (Brazil's ninth digit, Argentina's 9). Look-ups meet by the canonical form or the variants.
"""

import re

import phonenumbers

_BSUID = re.compile(r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}")
_NOT_DIGITS = re.compile(r"\D+")
_BRAZIL_MOBILE = re.compile(r"(55[1-9][0-9])9?([6-9]\d{7})")
_MEXICO = re.compile(r"521?(\d{10})")
_ARGENTINA = re.compile(r"549?(\d{10})")


def is_bsuid(address: str) -> bool:
    """Whether `address` is a business-scoped id (`MX.1349…`, `US.ENT.1181…`), wherever it appears."""
    return _BSUID.fullmatch(address) is not None


def digits_of(number: str) -> str:
    """The digits of a number as typed (`+55 (11) 9…`); a BSUID has none."""
    return "" if is_bsuid(number) else _NOT_DIGITS.sub("", number)


def canonical(address: str) -> str:
    """One form for all spellings of an address, for keys of look-ups: what is dialled from abroad today, as digits.

    Brazil with the ninth digit, Mexico without the 1, Argentina with the 9; a BSUID is its own form.
    """
    if is_bsuid(address):
        return address
    digits = digits_of(address)
    if brazil := _BRAZIL_MOBILE.fullmatch(digits):
        return f"{brazil[1]}9{brazil[2]}"
    if mexico := _MEXICO.fullmatch(digits):
        return f"52{mexico[1]}"
    if argentina := _ARGENTINA.fullmatch(digits):
        return f"549{argentina[1]}"
    return digits


def variants(address: str) -> tuple[str, ...]:
    """Every form under which WhatsApp may know this address, the canonical one first."""
    form = canonical(address)
    if is_bsuid(form):
        return (form,)
    if brazil := _BRAZIL_MOBILE.fullmatch(form):
        return form, brazil[1] + brazil[2]
    if mexico := _MEXICO.fullmatch(form):
        return form, f"521{mexico[1]}"
    if argentina := _ARGENTINA.fullmatch(form):
        return form, f"54{argentina[1]}"
    return (form,) if form else ()


def country_of(address: str) -> str:
    """ISO 3166-1 alpha-2 country of a wa_id or BSUID, empty when it cannot be told."""
    if is_bsuid(address):
        return address[:2]
    number = _parsed(address)
    if number is None:
        return ""
    region = phonenumbers.region_code_for_number(number)
    # A number outside the plan (test numbers, new ranges) still has the main country of its calling code.
    region = region or phonenumbers.region_code_for_country_code(number.country_code or 0)
    return region if region.isalpha() and region != "ZZ" else ""


def display(address: str) -> str:
    """The number as people write it (`+52 55 1234 5678`); empty for a BSUID, which is nothing to read."""
    number = _parsed(address)
    if number is None:
        return f"+{digits}" if (digits := digits_of(address)) else ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _parsed(address: str) -> phonenumbers.PhoneNumber | None:
    form = canonical(address)
    if not form or is_bsuid(form):
        return None
    try:
        return phonenumbers.parse(f"+{form}")
    except phonenumbers.NumberParseException:
        return None
