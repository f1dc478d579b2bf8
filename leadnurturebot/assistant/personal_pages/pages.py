"""`/c/<token>` shows the goods; `/c/<token>/<slot>` goes on to the chat with a question about one of them."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from leadnurturebot.assistant.personal_pages.showing import ask_link, chat_link, shown, speech_of, words
from leadnurturebot.assistant.personal_pages.visitors import is_person
from leadnurturebot.assistant.phrasing.texts import languages
from leadnurturebot.assistant.phrasing.values import Speech, say
from leadnurturebot.catalog.personal.making import note_click
from leadnurturebot.catalog.personal.reading import OpenPage, PageUnknown, find_page, items_of
from leadnurturebot.domain.dialogue.reply import Phrase
from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.platform.clocks import business_now
from leadnurturebot.platform.sql import borrowed


@xframe_options_exempt
@require_safe
def personal_page(request: HttpRequest, token: str) -> HttpResponse:
    """The page. Opening it changes and counts nothing, whoever does."""
    with transaction.atomic():
        now = business_now(borrowed())
        try:
            page = find_page(borrowed(), token, now=now)
        except PageUnknown:
            return _unknown(request)
        if page.ended:
            return _ended(request, page)
        speech = speech_of(borrowed(), page)
        items = [shown(item, page.currency, speech) for item in items_of(borrowed(), page, now=now)]
    pictures = [item.image for item in items if item.image]
    context = {
        "page": page, "language": page.language, "texts": words(speech), "items": items,
        "pieces": say(Phrase("page.pieces", {"count": len(items)}), speech),
        "preview": _absolute(pictures[0]) if pictures else "",
        "preview_text": ", ".join(item.name for item in items[:3]),
    }  # fmt: skip
    return _kept_private(render(request, "personal_pages/page.html", context))


@xframe_options_exempt
@require_safe
def ask_about(request: HttpRequest, token: str, slot: int) -> HttpResponse:
    """On to the chat. A person's tap is counted; a program that follows links is led on all the same."""
    with transaction.atomic():
        now = business_now(borrowed())
        try:
            page = find_page(borrowed(), token, now=now)
        except PageUnknown:
            return _unknown(request)
        item = next((item for item in items_of(borrowed(), page, now=now) if item.slot == slot), None)
        if page.ended or item is None or not page.number:
            return _ended(request, page)
        if is_person(request.method or "", request.headers):
            note_click(borrowed(), page.shop_id, page.id, slot, now=now)
        target = ask_link(page, item, speech_of(borrowed(), page))
    return _kept_private(HttpResponseRedirect(target))


def _unknown(request: HttpRequest) -> HttpResponse:
    wanted = request.headers.get("Accept-Language", "")[:2].lower()
    language = wanted if wanted in {base_language(tag) for tag in languages()} else "en"
    context = {"language": language, "texts": words(Speech(language)), "problem": "unknown"}
    return _kept_private(render(request, "personal_pages/ended.html", context, status=404))


def _ended(request: HttpRequest, page: OpenPage) -> HttpResponse:
    speech = speech_of(borrowed(), page)
    context = {
        "page": page, "language": page.language, "texts": words(speech), "problem": "ended",
        "chat": chat_link(page, say(Phrase("page.hello_text"), speech)),
    }  # fmt: skip
    return _kept_private(render(request, "personal_pages/ended.html", context, status=410))


def _absolute(image: str) -> str:
    return image if image.startswith("https://") else f"{settings.BASE_URL}{image}"


def _kept_private(response: HttpResponse) -> HttpResponse:
    """The address is all that opens the page: no cache keeps it, no search finds it, no other site learns of it."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
