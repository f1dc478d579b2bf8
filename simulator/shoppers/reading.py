"""What a shopper sees on the phone since they last wrote."""

import re
from dataclasses import dataclass, field

from simulator.jsontypes import Json
from simulator.shoppers.wording import Wording

MONEY = re.compile(r"(US\$|R\$|\$|Rp|₹|€)\s?\d[\d.,]*|(?<!\w)\d+([.,]\d+)*\s?(US\$|USD|\$|€)(?!\s?\d)")


@dataclass(frozen=True)
class Option:
    """Something to tap. `about` is the text around it: of its card, or its description in a list."""

    id: str
    title: str
    message_id: str
    about: str = ""


@dataclass
class Reply:
    text: str = ""
    options: list[Option] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    aspects: set[str] = field(default_factory=set)

    @property
    def whole(self) -> str:
        return "\n".join([self.text, *(f"{each.title} {each.about}" for each in self.options)])

    def option(self, wording: Wording, aspect: str) -> Option | None:
        return next((each for each in self.options if wording.is_about(aspect, each.title)), None)

    def choices(self) -> list[Option]:
        """Options that name a product each: rows of a list and cards, one per card."""
        return list({each.about: each for each in self.options if each.about}.values())


def read(messages: list[Json], wording: Wording) -> Reply:
    """Take in all messages of the shop, oldest first, and what they are about."""
    reply = seen(messages)
    reply.aspects = wording.aspects(reply.text)
    return reply


def seen(messages: list[Json]) -> Reply:
    """Text, options and links as they stand on the phone."""
    reply = Reply()
    for message in messages:
        _take(reply, message)
    return reply


def _take(reply: Reply, message: Json) -> None:
    content, kind = message["content"], message["type"]
    if kind == "interactive":
        _interactive(reply, content["interactive"], message["id"])
    elif kind == "template" and message.get("rendered"):
        _say(reply, message["rendered"]["body"])
        for button in message["rendered"]["buttons"]:
            reply.options.append(Option(str(button.get("payload") or ""), button["text"], message["id"]))
    elif kind == "text":
        _say(reply, content["text"]["body"])
    elif isinstance(content.get(kind), dict):
        _say(reply, str(content[kind].get("caption") or ""))


def _say(reply: Reply, text: str) -> None:
    reply.text = f"{reply.text}\n{text}".strip()


def _interactive(reply: Reply, interactive: Json, message_id: str) -> None:
    _say(reply, (interactive.get("body") or {}).get("text", ""))
    action = interactive["action"]
    for section in action.get("sections", []):
        for row in section.get("rows", []):
            about = f"{row['title']} {row.get('description') or ''}"
            reply.options.append(Option(row["id"], row["title"], message_id, about))
    for button in action.get("buttons", []):
        reply.options.append(Option(button["reply"]["id"], button["reply"]["title"], message_id))
    for card in action.get("cards", []):
        _card(reply, card, message_id)
    if action.get("name") == "cta_url":
        reply.links.append((action["parameters"]["display_text"], action["parameters"]["url"]))


def _card(reply: Reply, card: Json, message_id: str) -> None:
    about = (card.get("body") or {}).get("text", "")
    for button in card["action"].get("buttons", []):
        reply.options.append(Option(button["quick_reply"]["id"], button["quick_reply"]["title"], message_id, about))


def words_of(name: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", name.lower())


def names_product(text: str, name: str) -> bool:
    """Is this product named: its words, in order, perhaps shortened at the end by a narrow list row."""
    said, wanted = words_of(text), words_of(name)
    return any(said[at : at + len(wanted)] == wanted for at in range(len(said) - len(wanted) + 1))


def product_named(about: str) -> str:
    """The name on a card or row: what is bold, else the first line up to a mark."""
    bold = re.search(r"\*([^*\n]+)\*", about)
    first = about.split("\n")[0]
    return (bold.group(1) if bold else re.split(r" [·|–-] |,|\$", first)[0]).strip()


def has_size(text: str, size: str) -> bool:
    """A size stands as a word of its own, in capitals as sizes are written; a price is none."""
    return bool(re.search(rf"(?<![\w'/]){re.escape(size)}(?![\w'])", without_money(text)))


def without_money(text: str) -> str:
    """Without amounts, whichever side a language writes the currency on."""
    return MONEY.sub("", text)
