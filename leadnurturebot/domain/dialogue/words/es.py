"""Spanish, of Spain and America."""

from leadnurturebot.domain.dialogue.words.shape import LanguageWords

WORDS = LanguageWords()
