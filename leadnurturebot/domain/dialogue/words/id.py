"""Indonesian."""

from leadnurturebot.domain.dialogue.words.shape import LanguageWords

WORDS = LanguageWords()
