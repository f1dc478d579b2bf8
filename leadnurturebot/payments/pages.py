"""The public pages of a payment link: `/p/<token>` shows the order, POST leads to the provider, `/done` waits for it."""

from collections.abc import Mapping
from typing import Any

import structlog
from babel.numbers import format_currency
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from leadnurturebot.domain.money import Money
from leadnurturebot.payments import page_texts, sessions
from leadnurturebot.payments.sessions import CannotPay, Link, LinkUnknown
from leadnurturebot.platform.clocks import business_now
from leadnurturebot.platform.sql import borrowed

log = structlog.get_logger("payments")


# The link is opened from a chat, without a session of ours: there is nothing a forged POST could do in somebody's name.
@csrf_exempt
@xframe_options_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def payment_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the order; on POST hold its goods and go to the provider's page."""
    try:
        with transaction.atomic():
            link = sessions.find(borrowed(), token)
    except LinkUnknown:
        return render(request, "payments/unknown.html", {"texts": page_texts.of("en")}, status=404)
    if request.method != "POST":
        return _page(request, link, link.problem)
    try:
        return _go(link)
    except CannotPay as error:
        return _page(request, link, error.reason, status=409)


@xframe_options_exempt
@require_safe
def payment_done(request: HttpRequest, token: str) -> HttpResponse:
    """Where the provider sends the payer back to. The money is believed when its event comes, not because of this."""
    try:
        with transaction.atomic():
            link = sessions.find(borrowed(), token)
    except LinkUnknown:
        return render(request, "payments/unknown.html", {"texts": page_texts.of("en")}, status=404)
    context = _context(link, "")
    return render(request, "payments/done.html", {**context, "is_paid": link.problem == "paid"})


def _go(link: Link) -> HttpResponse:
    with transaction.atomic():
        now = business_now(borrowed())
        sessions.hold_for_payment(borrowed(), link, now=now)
    url = sessions.live_session(link, now)
    if not url:
        with transaction.atomic():
            attempt, outgoing = sessions.make_session(borrowed(), link, now=now)
        session = sessions.ask_provider(link.provider, outgoing)
        with transaction.atomic():
            sessions.store_session(borrowed(), link, session)
        log.info("payment session made", payment=str(link.payment_id), attempt=attempt)
        url = session.url
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def _page(request: HttpRequest, link: Link, problem: str, status: int = 200) -> HttpResponse:
    response = render(request, "payments/link.html", _context(link, problem), status=status)
    response["Cache-Control"] = "no-store"
    return response


def _context(link: Link, problem: str) -> dict[str, Any]:
    texts = page_texts.of(link.language)
    return {
        "link": link,
        "texts": texts,
        "language": link.language,
        "problem": texts.problems.get(problem, ""),
        "total": _money(link, link.amount.minor),
        "shipping": _money(link, link.shipping) if link.shipping else texts.free,
        "lines": [_line(link, line) for line in link.lines],
    }


def _line(link: Link, line: sessions.LinkLine) -> Mapping[str, str]:
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
    locale = f"{link.language}_{link.country}"
    try:
        return str(format_currency(amount.major, amount.currency, locale=locale))
    except ValueError:  # a pair such as en_BR that has no locale data
        return str(format_currency(amount.major, amount.currency, locale=link.language))
