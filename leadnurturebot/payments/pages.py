"""The public pages of a payment link: `/p/<token>` shows the order, POST leads to the provider, `/done` waits for it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from babel.dates import format_date, format_time
from babel.localedata import locale_identifiers
from babel.numbers import format_currency, format_percent
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from leadnurturebot.domain.money import Money
from leadnurturebot.payments import page_texts, sessions
from leadnurturebot.payments.links import Link, LinkLine, LinkUnknown, find
from leadnurturebot.payments.sessions import CannotPay
from leadnurturebot.platform.clocks import business_now
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.providers.registry import payment_provider

log = structlog.get_logger("payments")


# The link is opened from a chat, without a session of ours: there is nothing a forged POST could do in somebody's name.
@csrf_exempt
@xframe_options_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def payment_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the order; on POST hold its goods and go to the provider's page."""
    try:
        with transaction.atomic():
            link = find(borrowed(), token)
    except LinkUnknown:
        return render(request, "payments/unknown.html", {"texts": page_texts.of("en")}, status=404)
    if request.method != "POST":
        return _receipt(request, link) if link.arrived else _page(request, link, link.problem)
    try:
        return _go(link, request.POST.get("by", ""), request.POST.get("address", ""))
    except CannotPay as error:
        return _page(request, link, error.reason, status=409)


@xframe_options_exempt
@require_safe
def payment_done(request: HttpRequest, token: str) -> HttpResponse:
    """Where the provider sends the payer back to. The money is believed when the provider says so to us: by its event, or
    asked now. Asking charges nobody, so a preview that opens this does no harm."""
    try:
        with transaction.atomic():
            link = find(borrowed(), token)
            sessions.look_now(borrowed(), link)
    except LinkUnknown:
        return render(request, "payments/unknown.html", {"texts": page_texts.of("en")}, status=404)
    if link.arrived:
        return _receipt(request, link)
    context = _context(link, link.problem)
    return _kept_private(render(request, "payments/done.html", {**context, "is_paid": link.problem == "paid"}))


def _go(link: Link, way: str, address: str) -> HttpResponse:
    with transaction.atomic():
        now = business_now(borrowed())
        sessions.hold_for_payment(borrowed(), link, now=now)
        link = sessions.choose_way(borrowed(), link, way, now=now)
        sessions.keep_address(borrowed(), link, address)
    url = sessions.live_session(link, now)
    if not url:
        with transaction.atomic():
            attempt = sessions.make_session(borrowed(), link, now=now)
        session = sessions.ask_provider(link.provider, attempt)
        with transaction.atomic():
            sessions.store_session(borrowed(), link, session)
        log.info("payment session made", payment=str(link.payment_id), attempt=attempt.number)
        url = session.url
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def _page(request: HttpRequest, link: Link, problem: str, status: int = 200) -> HttpResponse:
    return _kept_private(render(request, "payments/link.html", _context(link, problem), status=status))


def _receipt(request: HttpRequest, link: Link) -> HttpResponse:
    """What was paid, when and how: to print or to keep."""
    return _kept_private(render(request, "payments/receipt.html", {**_context(link, ""), **_arrived(link)}))


def _kept_private(response: HttpResponse) -> HttpResponse:
    """The address is all that opens the page: no cache keeps it and no other site learns of it."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def _arrived(link: Link) -> dict[str, Any]:
    money = link.arrived
    assert money is not None
    texts, local = page_texts.of(link.language), money.at.astimezone(ZoneInfo(link.timezone))
    return {
        "paid_by": texts.ways.get(money.provider, payment_provider(money.provider).label),
        "paid_at": f"{format_date(local, 'long', _locale(link))}, {format_time(local, 'short', locale=_locale(link))}",
        "paid_amount": _money(link, money.amount.minor),
        "refunded": _money(link, money.refunded) if money.refunded else "",
        "reference": link.reference,
    }


def _locale(link: Link) -> str:
    """Of language and country, of the language where the pair has no data (en_BR)."""
    pair = f"{link.language}_{link.country}"
    return pair if pair in locale_identifiers() else link.language


def _context(link: Link, problem: str) -> dict[str, Any]:
    texts = page_texts.of(link.language)
    return {
        "link": link,
        "texts": texts,
        "language": link.language,
        "problem": texts.problems.get(problem, ""),
        "total": _money(link, link.amount.minor),
        "shipping": _money(link, link.shipping) if link.shipping else texts.free,
        "discount": _money(link, -link.discount) if link.discount else "",
        "way": texts.options.get(link.shipping_option or "", link.shipping_option or ""),
        "tax": _money(link, link.tax) if link.tax else "",
        "tax_words": _tax_words(link),
        "lines": [_line(link, line) for line in link.lines],
        "ways": [(way.slug, texts.ways.get(way.slug, way.slug)) for way in link.ways],
        "can_try_again": problem in ("provider_away", "no_address", "elsewhere"),
    }


def _tax_words(link: Link) -> str:
    """ "VAT 21%", as the customer's language writes it; "includes" stands before it where prices contain it."""
    texts = page_texts.of(link.language)
    percent = format_percent(Decimal(link.tax_rate) / 100_000, format="#,##0.###%", locale=_locale(link))
    words = f"{link.tax_name or texts.tax} {percent}"
    return f"{texts.includes} {words}" if link.is_tax_included else words


def _line(link: Link, line: LinkLine) -> Mapping[str, str]:
    details = ", ".join(part for part in (line.color, line.size) if part)
    image = f"{settings.MEDIA_URL}{line.image_file}" if line.image_file else ""
    image = line.image_file if line.image_file.startswith("https://") else image
    count = f"{line.quantity} × " if line.quantity > 1 else ""
    return {
        "name": f"{count}{line.name}", "details": details, "image": image,
        "amount": _money(link, line.unit_price * line.quantity),
    }  # fmt: skip


def _money(link: Link, minor: int) -> str:
    amount = Money(minor, link.amount.currency)
    return str(format_currency(amount.major, amount.currency, locale=_locale(link)))
