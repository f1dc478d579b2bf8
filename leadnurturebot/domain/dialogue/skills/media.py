"""Messages without words: say kindly what can be read here, and ask for the one thing that helps."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import HINT, Draft
from leadnurturebot.domain.dialogue.reply import Span
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills import tickets
from leadnurturebot.domain.dialogue.skills.returns import photo_kept
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start

_ANSWERED = {"image": "image", "video": "video", "audio": "audio", "document": "document", "contacts": "contacts"}


def media(draft: Draft, request: Request) -> None:
    """Never silence, never an error text; a reaction alone needs no answer."""
    if request.kind == "reaction":
        draft.rules.append("a reaction needs no answer")
        return
    if request.kind == "image" and (photo_kept(draft, request) or tickets.photo_kept(draft)):
        return
    if request.kind == "location":
        _location(draft)
        return
    if request.kind == "sticker":
        draft.say("media.sticker")
        offer_start(draft, request)
        return
    key = f"media.{_ANSWERED.get(request.kind, 'unknown')}"
    if draft.has_said(key):
        draft.buttons(HINT, choices.person())
    draft.say(key)


def _location(draft: Draft) -> None:
    """Delivery by the shop's rule, and the shop's address when there is one."""
    shop = draft.turn.shop
    if shop.shipping_days is not None and shop.shipping_flat is not None:
        cost = draft.money(shop.shipping_flat)
        draft.say("location.delivery", days=Span(*shop.shipping_days), cost=cost)
    else:
        draft.say("location.thanks")
    if shop.address:
        draft.say("store.address", address=shop.address)
