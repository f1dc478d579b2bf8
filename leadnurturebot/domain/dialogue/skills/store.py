"""Where the shop is, when somebody is there, how else to reach it: from the settings, and what is not there is said so."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import HINT, Draft
from leadnurturebot.domain.dialogue.reply import Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.weekdays import asks_now, day_asked
from leadnurturebot.domain.opening_hours import spans


def store_info(draft: Draft, request: Request) -> None:
    """Exactly what is asked of hours, address and contact; hours and address when nothing in particular is."""
    shop, cues = draft.turn.shop, request.cues
    wants_contact = "ask_contact" in cues and "ask_hours" not in cues
    wants_place = "ask_place" in cues
    wants_hours = "ask_hours" in cues or (bool(_day(draft, request)) and not wants_place)
    draft.fact("rule", "store", shop.hours or shop.address)
    if wants_contact and not wants_place:
        draft.miss(request, "asked_person")
        draft.say("store.no_contact")
        draft.buttons(HINT, choices.person())
        return
    is_general = not wants_place and not wants_hours
    if wants_hours or is_general:
        _say_hours(draft, request)
    if wants_place or is_general:
        _say_place(draft, is_asked=wants_place)
    if not shop.hours and not shop.address:
        draft.miss(request, "asked_person")
        draft.say("store.unknown", shop=shop.name)


def _day(draft: Draft, request: Request) -> datetime | None:
    """The local moment asked about, None when no day is named."""
    local = draft.turn.now.astimezone(ZoneInfo(draft.turn.shop.timezone))
    asked = day_asked(request.text, request.language, local.weekday())
    return None if asked is None else local + timedelta(days=asked)


def _say_hours(draft: Draft, request: Request) -> None:
    shop, day = draft.turn.shop, _day(draft, request)
    if not shop.hours:
        return
    if day is None:
        if shop.is_open is not None and asks_now(request.text, request.language):
            draft.say("store.open_now" if shop.is_open else "store.closed_now")
        draft.say("store.hours", hours=Term("hours", shop.hours))
        return
    open_spans = spans(shop.hours).get(day.weekday(), [])
    weekday = Term("weekday", str(day.weekday()))
    if open_spans:
        times = ", ".join(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in open_spans)
        draft.say("store.open_on", day=weekday, times=times)
    else:
        draft.say("store.closed_on", day=weekday)
        draft.say("store.hours", hours=Term("hours", shop.hours))


def _say_place(draft: Draft, *, is_asked: bool) -> None:
    shop = draft.turn.shop
    if shop.address:
        draft.say("store.address", address=shop.address)
    elif shop.hours:
        draft.say("store.online_only")
    is_told = draft.has_said("store.hours") or any(said.key == "store.hours" for said in draft.say_parts)
    if is_asked and not shop.address and shop.hours and not is_told:
        draft.say("store.hours", hours=Term("hours", shop.hours))


def gift_wrap(draft: Draft, request: Request) -> None:
    """Nothing about wrapping is recorded: the team is asked."""
    draft.miss(request, "asked_person")
    draft.say("store.gift_wrap_unknown")
    ask = choices.ask_team(None, "gift_wrap")
    draft.ask("offer", yes=ask.action)
    draft.buttons(HINT, ask)
