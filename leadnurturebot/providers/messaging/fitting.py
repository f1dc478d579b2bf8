"""Saying a message in the way a provider can: cards become a list, pictures links, choices numbered lines.

Nothing is refused and no choice is lost; what is too long for the provider is cut at a line or a word.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from leadnurturebot.domain.message_content import (
    BODY_MAX,
    ROW_DESCRIPTION_MAX,
    ROW_TITLE_MAX,
    TEXT_MAX,
    Audio,
    Buttons,
    Carousel,
    ContentCard,
    Document,
    Image,
    LinkButton,
    ListMessage,
    MessageContent,
    Row,
    Sticker,
    Text,
    Video,
)
from leadnurturebot.domain.messages.limits import without_marks

MOST_ROWS = 10
EVERYTHING = frozenset({"buttons", "list", "link", "carousel", "picture_above", "footer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a provider can say. `picture_above`: a picture above buttons or a link."""

    can: frozenset[str] = EVERYTHING
    text_most: int = TEXT_MAX
    list_body_most: int = TEXT_MAX


def fitted(content: MessageContent, able: Capabilities) -> MessageContent:
    """The message, or the nearest to it that the provider can say. Fitting what fits changes nothing."""
    fit = _FITS.get(type(content))
    return fit(content, able) if fit else content


def _text(content: Text, able: Capabilities) -> MessageContent:
    return content if len(content.body) <= able.text_most else Text(shortened(content.body, able.text_most))


def _buttons(content: Buttons, able: Capabilities) -> MessageContent:
    if "buttons" not in able.can:
        return _text(Text(spoken(content)), able)
    if {"footer", "picture_above"} <= able.can:
        return content
    footer = content.footer if "footer" in able.can else ""
    picture = content.image_url if "picture_above" in able.can else None
    added = [content.footer if not footer else "", content.image_url or "" if not picture else ""]
    return Buttons(_with_lines(content.body, added), content.buttons, picture, footer)


def _list(content: ListMessage, able: Capabilities) -> MessageContent:
    if "list" in able.can and len(content.body) <= able.list_body_most:
        return content
    return _text(Text(spoken(content)), able)


def _link(content: LinkButton, able: Capabilities) -> MessageContent:
    if content.image_url and "picture_above" not in able.can:
        caption = f"{content.body}\n\n{content.label}: {content.url}"
        # A link below a picture can be tapped all the same.
        return Image(content.image_url, caption) if len(caption) <= BODY_MAX else _plain_link(content)
    return content if "link" in able.can else _text(Text(spoken(content)), able)


def _plain_link(content: LinkButton) -> LinkButton:
    return LinkButton(content.body, content.label, content.url)


def _carousel(content: Carousel, able: Capabilities) -> MessageContent:
    """A list has a row for every button of every card, or for the first of each where that is too many."""
    if "carousel" in able.can:
        return content
    if not all(card.buttons for card in content.cards):
        return _text(Text(spoken(content)), able)
    each = [(card, button) for card in content.cards for button in card.buttons]
    if len(each) > MOST_ROWS:
        each = [(card, card.buttons[0]) for card in content.cards]
    rows = [Row(button.id, _title(card), _description(card, button.title)) for card, button in each]
    choices = ListMessage(content.body, content.cards[0].buttons[0].title, _distinct(rows))
    return _list(choices, able)


def _title(card: ContentCard) -> str:
    return shortened(without_marks(card.body.split("\n")[0]), ROW_TITLE_MAX) or "▢"


def _description(card: ContentCard, button: str) -> str:
    rest = " ".join(card.body.split("\n")[1:])
    return shortened(f"{button} · {rest}" if rest else button, ROW_DESCRIPTION_MAX)


def _distinct(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows whose titles differ: the same article twice gets a number."""
    seen: dict[str, int] = {}
    made = []
    for row in rows:
        count = seen[row.title] = seen.get(row.title, 0) + 1
        mark = f" {count}" if count > 1 else ""
        made.append(Row(row.id, shortened(row.title, ROW_TITLE_MAX - len(mark)) + mark, row.description))
    return tuple(made)


def _with_lines(body: str, lines: Sequence[str]) -> str:
    """The body with as many of the lines below it as fit."""
    for line in lines:
        if line and len(body) + 1 + len(line) <= BODY_MAX:
            body = f"{body}\n{line}"
    return body


def spoken(content: MessageContent) -> str:
    """Any message in plain words: choices as numbered lines, links and pictures as addresses."""
    match content:
        case Buttons():
            head = [content.body, content.footer, content.image_url or ""]
            return _numbered(head, [button.title for button in content.buttons])
        case ListMessage():
            rows = [f"{row.title} — {row.description}" if row.description else row.title for row in content.rows]
            return _numbered([content.body], rows)
        case LinkButton():
            return f"{content.body}\n\n{content.label}: {content.url}"
        case Carousel():
            return _numbered([content.body], [_card(card) for card in content.cards])
        case Image() | Video() | Document():
            return "\n".join(part for part in (content.caption, content.url) if part) or content.plain_text()
        case Audio() | Sticker():
            return content.url or content.plain_text()
        case _:
            return content.plain_text()


def _card(card: ContentCard) -> str:
    said = card.body.replace("\n", ", ")
    return f"{said}: {card.link_url}".removeprefix(": ") if card.link_url else said


def _numbered(head: Sequence[str], choices: Sequence[str]) -> str:
    lines = [f"{number}. {choice}" for number, choice in enumerate(choices, 1)]
    return "\n".join([*(part for part in head if part), "", *lines])


def shortened(text: str, most: int) -> str:
    """Cut at a line or else a word, with an ellipsis; unchanged when it fits."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    cut = max(kept.rfind("\n"), kept.rfind(" "))
    return (kept[:cut] if cut > most // 2 else kept).rstrip() + "…"


_FITS: dict[type, Callable[[Any, Capabilities], MessageContent]] = {
    Text: _text,
    Buttons: _buttons,
    ListMessage: _list,
    LinkButton: _link,
    Carousel: _carousel,
}
