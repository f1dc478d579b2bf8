"""Which language and script a reply is in: the thread's, or for one message the customer's own."""

from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.language_tags import spoken_tag

_A_GREETING = 2
"""Words of a mere greeting."""
_SWITCH_AFTER = 2
"""Clear messages in a row in another language after which the thread switches for good."""


def settle_language(draft: Draft) -> None:
    """Keep, set or switch the thread's language by what the turn was written in."""
    state, written = draft.turn.state, _written(draft)
    if "language" in draft.state_changes or not written or (not state.language and _is_mere_hi(draft, written)):
        return
    if not state.language:
        draft.state_changes["language"] = written
    elif written == state.language:
        draft.state_changes["foreign_streak"] = 0
    else:
        streak = state.foreign_streak + 1
        if streak >= _SWITCH_AFTER:
            draft.state_changes.update(language=written, foreign_streak=0)
        else:
            draft.state_changes["foreign_streak"] = streak


def _is_mere_hi(draft: Draft, written: str) -> bool:
    """ "Hi" is written all over the world and tells no language yet."""
    words = sum(len(heard.text.split()) for heard in draft.turn.heard)
    is_greeting = all(request.route == "greeting" and request.ad is None for request in draft.reading.requests)
    return written == "en" and is_greeting and words <= _A_GREETING


def reply_language(draft: Draft) -> str:
    """The tag to render this turn's reply in."""
    chosen = str(draft.state_changes.get("language", "")) or draft.turn.state.language
    written = _written(draft)
    is_asked = any(request.route == "change_language" for request in draft.reading.requests)
    if written and not is_asked:
        return written
    return chosen or draft.turn.customer.language or draft.turn.shop.language


def _written(draft: Draft) -> str:
    """The tag that answers what was written, empty when there are no texts for it."""
    return spoken_tag(draft.reading.language, draft.turn.languages)
