"""Making words fit: cut at a word with "…", the distinguishing part first, never two equal titles in one message."""

from collections import Counter
from collections.abc import Sequence

from leadnurturebot.domain.messages.limits import TEXT_MAX, without_marks

_ELLIPSIS = "…"


def shorten(text: str, limit: int) -> str:
    """`text` within `limit` characters, cut after a whole word where one is not too far back."""
    text = text.strip()
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    boundary = max(head.rfind(" "), head.rfind("\n"))
    is_inside_word = not text[limit - 1].isspace()
    if is_inside_word and boundary >= limit // 2:
        head = head[:boundary]
    return head.rstrip(" ,;:·-–(\n") + _ELLIPSIS


def titles(texts: Sequence[str], limit: int) -> list[str]:
    """The texts within the limit, each different from the others: where two would be cut to the same, the words they
    share at the start give way to those that tell them apart."""
    texts = [without_marks(text) for text in texts]
    cut = [shorten(text, limit) for text in texts]
    doubled = {title for title, count in Counter(cut).items() if count > 1}
    for title in doubled:
        places = [place for place, own in enumerate(cut) if own == title]
        for place, own in zip(places, _apart([texts[place] for place in places], limit), strict=True):
            cut[place] = own
    return _distinct(cut, limit)


def _apart(texts: Sequence[str], limit: int) -> list[str]:
    words = [text.split() for text in texts]
    shared = 0
    while all(len(own) > shared + 1 for own in words) and len({own[shared] for own in words}) == 1:
        shared += 1
    if not shared or len(set(texts)) == 1:
        return [shorten(text, limit) for text in texts]
    return [shorten(_ELLIPSIS + " ".join(own[shared:]), limit) for own in words]


def _distinct(found: list[str], limit: int) -> list[str]:
    """Same words are told apart by letters: b, c, d…"""
    seen: Counter[str] = Counter()
    distinct: list[str] = []
    for title in found:
        seen[title] += 1
        if seen[title] == 1:
            distinct.append(title)
        else:
            suffix = f" ({chr(ord('a') + seen[title] - 1)})"
            distinct.append(shorten(title, limit - len(suffix)) + suffix)
    return distinct


def title(text: str, limit: int) -> str:
    """Words as a button or row may carry them: without marks for bold and the like, within the limit."""
    return shorten(without_marks(text), limit)


def split(text: str, limit: int = TEXT_MAX) -> list[str]:
    """A long text as messages within the limit: broken between paragraphs, else lines, else sentences, else words."""
    parts: list[str] = []
    rest = text.strip()
    while len(rest) > limit:
        cut = _break(rest, limit)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest] if rest else parts


def _break(text: str, limit: int) -> int:
    head = text[: limit + 1]
    for mark in ("\n\n", "\n", ". ", " "):
        place = head.rfind(mark)
        if place >= limit // 2:
            return place + len(mark.rstrip())
    return limit
