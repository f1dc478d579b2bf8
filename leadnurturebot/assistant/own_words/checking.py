"""Whether a wording may stand for ours: it says the same facts, brings no figure of its own, and fits."""

from collections.abc import Iterator, Sequence

from leadnurturebot.assistant.own_words.sections import section_of
from leadnurturebot.assistant.phrasing.texts import Wording, languages, texts, wordings_of
from leadnurturebot.assistant.phrasing.values import PARAMETER
from leadnurturebot.domain.message_content import TITLE_MAX

MOST_WORDINGS = 5
SENTENCE_MAX = 400
"""Characters of a sentence; of a button `TITLE_MAX`, its parameters aside."""


class UnusableWording(ValueError):
    """A wording that must not be said. `code` names the reason, `name` what it is about."""

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(f"{code}: {name}" if name else code)
        self.code, self.name = code, name


class NoSuchText(LookupError):
    """There is no such text, or it is not the shop's to word."""


def forms(wording: Wording) -> dict[str, str]:
    """A wording by plural category; `other` alone where nothing is counted."""
    return {"other": wording} if isinstance(wording, str) else dict(wording)


def ours(key: str, language: str) -> tuple[Wording, ...]:
    """Our wordings of a text. Raises NoSuchText."""
    if language not in languages() or not section_of(key) or key not in texts("en"):
        raise NoSuchText(f"{key} in {language}")
    return wordings_of(key, language)


def known_names(key: str, language: str) -> dict[str, str]:
    """The parameters that a text may have, each with the way ours writes it."""
    found: dict[str, str] = {}
    for text in _texts(ours(key, language)):
        for name, way in PARAMETER.findall(text):
            found.setdefault(name, way)
    return found


def needed_names(key: str, language: str) -> frozenset[str]:
    """The parameters that none of our wordings goes without: the facts of the sentence."""
    each = [frozenset(name for name, _ in PARAMETER.findall(text)) for text in _texts(ours(key, language))]
    return frozenset.intersection(*each)


def longest(key: str) -> int:
    """Most characters of a wording."""
    return TITLE_MAX if section_of(key) == "buttons" else SENTENCE_MAX


def checked(key: str, language: str, given: Sequence[dict[str, str]]) -> list[Wording]:
    """Wordings as they are kept: plural forms only where ours has them, parameters written as ours are.

    Raises NoSuchText, UnusableWording.
    """
    categories = {form for wording in ours(key, language) for form in forms(wording)}
    if not given or len(given) > MOST_WORDINGS:
        raise UnusableWording("count", str(MOST_WORDINGS))
    kept: list[Wording] = []
    for wording in given:
        if "other" not in wording or not set(wording) <= categories:
            raise UnusableWording("forms", ", ".join(sorted(categories)))
        said = {form: _checked(key, language, text.strip()) for form, text in wording.items()}
        kept.append(said["other"] if categories == {"other"} else said)
    return kept


def plain(text: str) -> str:
    """A wording as its author sees it: parameters by name alone."""
    return PARAMETER.sub(r"{\1}", text)


def _checked(key: str, language: str, text: str) -> str:
    known = known_names(key, language)
    found = {name for name, _ in PARAMETER.findall(text)}
    bare = PARAMETER.sub("", text)
    if not text:
        raise UnusableWording("empty")
    if unknown := sorted(found - set(known)):
        raise UnusableWording("unknown_name", unknown[0])
    if missing := sorted(needed_names(key, language) - found):
        raise UnusableWording("missing_name", missing[0])
    if "{" in bare or "}" in bare:
        raise UnusableWording("brace")
    if any(character.isdigit() for character in bare):
        raise UnusableWording("figure")
    if len(bare) > longest(key):
        raise UnusableWording("too_long", str(longest(key)))
    return PARAMETER.sub(lambda match: _written(match[1], known[match[1]], is_first=match.start() == 0), text)


def _written(name: str, way: str, *, is_first: bool) -> str:
    """A capital belongs to the start of a sentence only."""
    way = way if is_first else way.removesuffix("capital").removesuffix("_")
    return f"{{{name}|{way}}}" if way else f"{{{name}}}"


def _texts(wordings: Sequence[Wording]) -> Iterator[str]:
    for wording in wordings:
        yield from forms(wording).values()
