"""Our texts as their authors would send them."""

from collections.abc import Iterator

from leadnurturebot.assistant.own_words.checking import MOST_WORDINGS, forms
from leadnurturebot.assistant.own_words.sections import section_of
from leadnurturebot.assistant.phrasing.texts import languages, texts


def every_text() -> Iterator[tuple[str, str, list[dict[str, str]]]]:
    """Language, key and wordings of each text that a shop may word."""
    for language in languages():
        for key, wordings in texts(language).items():
            if section_of(key):
                yield language, key, [forms(wording) for wording in wordings[:MOST_WORDINGS]]
