"""Hindi in Devanagari and in Latin letters."""

from leadnurturebot.domain.dialogue.words.shape import LanguageWords

WORDS = LanguageWords()
