"""What the shop wrote itself: said as it stands, in the customer's language where the owner gave it."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import HINT, Draft
from leadnurturebot.domain.dialogue.languages import reply_language
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.language_tags import base_language


def own_answer(draft: Draft, request: Request) -> None:
    """The owner's words."""
    answer = request.answer
    if answer is None:
        raise LookupError("a request for the shop's own answer has none")
    text = answer.text(request.language, base_language(reply_language(draft)), draft.turn.shop.language)
    draft.fact("own_answer", str(answer.entry_id), text[:200])
    draft.rules.append(f"the shop's own answer, likeness {answer.likeness:.2f}")
    draft.say("known.answer", text=text)
    if draft.cart:
        draft.buttons(HINT, choices.pay_amount(draft), choices.keep_looking())


def unknown_of_shop(draft: Draft, request: Request) -> None:
    """Asked about the shop itself and in no record: kept for the owner, and the team is offered."""
    draft.miss(request, "out_of_scope" if request.intent == "out_of_scope" else "asked_person")
    draft.say("known.unknown")
    ask = choices.ask_team(None)
    draft.ask("offer", yes=ask.action)
    draft.buttons(HINT, ask)
