"""Every number in a message comes from a parameter of its reply: a text never brings a figure of its own."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time

from leadnurturebot.domain.dialogue.reply import Choice, Percent, Phrase, Price, Reply, Span, Value
from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.domain.money import Money

_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*")


def untraced_numbers(reply: Reply, content: MessageContent) -> list[str]:
    """Numbers of the message that no parameter of the reply holds; empty when all are traced."""
    known = {_digits(text) for phrase in _phrases(reply) for value in phrase.values.values() for text in _texts(value)}
    return [number for number in _NUMBER.findall(_words(content)) if _digits(number) not in known]


def _words(content: MessageContent) -> str:
    return content.plain_text()


def _phrases(reply: Reply) -> Iterator[Phrase]:
    yield from reply.say
    choices: Iterable[Choice] = (*reply.buttons, *reply.rows)
    for choice in choices:
        yield choice.label
        if choice.hint is not None:
            yield choice.hint
    for card in reply.cards:
        yield from card.text
    for label in (reply.rows_label, reply.cards_label, reply.link[0] if reply.link else None):
        if label is not None:
            yield label


def _texts(value: Value) -> Iterator[str]:
    """Every number that a parameter may be written with."""
    match value:
        case Money():
            yield f"{value.major}"
            yield str(value.major.to_integral_value()) if value.major == value.major.to_integral_value() else ""
        case Price(now, was, top):
            for amount in (now, was, top):
                yield from _texts(amount) if amount is not None else ()
        case Span(low, high):
            yield from (str(low), str(high))
        case Percent(rate):
            yield f"{rate / 1000:g}"
        case Phrase():
            for inner in value.values.values():
                yield from _texts(inner)
        case date():
            yield from (str(value.day), str(value.year))
        case time():
            yield from (
                str(value.hour),
                str(value.hour % 12 or 12),
                f"{value:%H}",
                f"{value:%M}",
                f"{value:%H%M}",
                f"{value.hour}{value:%M}",
            )
        case tuple():
            for part in value:
                yield from _texts(part)
        case str():
            yield from _NUMBER.findall(value)
        case int():
            yield str(value)
        case _:
            yield from _NUMBER.findall(value.value)


def _digits(text: str) -> str:
    """The digits alone, whatever groups them ("1,29,900", "Rp200.000", "49,85") and in whatever script."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())
