"""The brand's voice. It colours openings, thanks and emoji; never facts, refusals, sorry, STOP or totals."""

from dataclasses import dataclass

from leadnurturebot.domain.dialogue.reply import Phrase

_OPENINGS = frozenset({"greet.hi", "greet.hi_name"})
_FAREWELLS = ("thanks.", "goodbye.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How the shop likes to open and close."""

    greeting: str = ""
    """Own opening with `{name}`, such as "Hey {name}!"; empty for the language's own."""
    emoji: str = "some"
    """`none`, `some` (thanks and goodbye) or `many` (greetings too)."""
    signature: str = ""
    """The emoji that is the shop's own."""


PLAIN = Voice()


def own_opening(phrase: Phrase, voice: Voice) -> str:
    """The shop's own wording of an opening, or empty."""
    has_name = "{name}" in voice.greeting
    if phrase.key == "greet.hi_name" and has_name:
        return voice.greeting
    return voice.greeting if phrase.key == "greet.hi" and not has_name else ""


def with_emoji(phrase: Phrase, said: str, voice: Voice) -> str:
    """The sentence with the shop's emoji where its voice has one."""
    is_opening, is_farewell = phrase.key in _OPENINGS, phrase.key.startswith(_FAREWELLS)
    wanted = (is_farewell and voice.emoji in ("some", "many")) or (is_opening and voice.emoji == "many")
    return f"{said} {voice.signature}" if wanted and voice.signature else said
