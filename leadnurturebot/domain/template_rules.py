"""WhatsApp's limits of message templates, held before Meta has to refuse one.

Characters, not bytes. Each problem is a field and a text code; the portal has the words. Variables are positional:
{{1}}, {{2}}… Sources: Meta's template components, management and time-to-live pages, 2026.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NAME_MAX, BODY_MAX, HEADER_MAX, FOOTER_MAX = 512, 1024, 60, 60
BUTTONS_MAX, BUTTON_TEXT_MAX, URL_MAX, PHONE_MAX = 10, 25, 2000, 20
URL_BUTTONS_MAX = 2
WORDS_PER_VARIABLE = 2
"""A body needs more than twice as many words as variables (2388293)."""
NAME_LOCK = timedelta(days=30)
EDITS_IN_30_DAYS, EDITS_IN_A_DAY = 10, 1
CATEGORIES = ("MARKETING", "UTILITY")
EDITABLE = frozenset({"DRAFT", "APPROVED", "REJECTED", "PAUSED", "BROKEN"})
TTL_SECONDS: dict[str, tuple[int, int]] = {"UTILITY": (30, 43_200), "MARKETING": (43_200, 2_592_000)}

_NAME = re.compile(r"[a-z0-9_]+")
_VARIABLE = re.compile(r"\{\{(\d+)\}\}")
_BRACES = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADJACENT = re.compile(r"\}\}\s*\{\{")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateButton:
    """`type`: QUICK_REPLY, URL (`url`) or PHONE_NUMBER (`phone_number`)."""

    type: str
    text: str
    url: str = ""
    phone_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateText:
    """A template as it is written. `parameters` names what stands for {{1}}, {{2}}…"""

    name: str
    language: str
    category: str
    body: str
    header: str = ""
    footer: str = ""
    buttons: tuple[TemplateButton, ...] = ()
    parameters: tuple[str, ...] = ()
    ttl_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What Meta would refuse: the field, and a text code."""

    field: str
    code: str


def variables(text: str) -> list[int]:
    """The numbers of a text's variables in order of appearance."""
    return [int(number) for number in _VARIABLE.findall(text)]


def problems(template: TemplateText) -> list[Problem]:
    """Everything that Meta would refuse, empty when it can be submitted."""
    return [
        *_name(template), *_body(template), *_edges(template), *_buttons(template.buttons), *_ttl(template)
    ]  # fmt: skip


def _name(template: TemplateText) -> Iterator[Problem]:
    if not _NAME.fullmatch(template.name) or len(template.name) > NAME_MAX:
        yield Problem("name", "name_form")
    if template.category not in CATEGORIES:
        yield Problem("category", "category_unknown")


def _body(template: TemplateText) -> Iterator[Problem]:
    body = template.body.strip()
    if not body:
        yield Problem("body", "empty")
    elif len(template.body) > BODY_MAX:
        yield Problem("body", "too_long")
    found = variables(body)
    if len(_BRACES.findall(body)) != len(found) or sorted(set(found)) != list(range(1, len(set(found)) + 1)):
        yield Problem("body", "variables_not_in_order")
    elif found and (body.startswith("{{") or body.endswith("}}")):
        yield Problem("body", "variable_at_edge")
    elif _ADJACENT.search(body):
        yield Problem("body", "variables_adjacent")
    elif len(_VARIABLE.sub(" ", body).split()) <= WORDS_PER_VARIABLE * len(found) and found:
        yield Problem("body", "too_many_variables")
    elif len(template.parameters) != len(set(found)):
        yield Problem("parameters", "parameters_differ")


def _edges(template: TemplateText) -> Iterator[Problem]:
    if len(template.header) > HEADER_MAX:
        yield Problem("header", "too_long")
    if _BRACES.search(template.header):
        yield Problem("header", "no_variables")
    if len(template.footer) > FOOTER_MAX:
        yield Problem("footer", "too_long")
    if _BRACES.search(template.footer):
        yield Problem("footer", "no_variables")


def _buttons(buttons: Sequence[TemplateButton]) -> Iterator[Problem]:
    kinds = [button.type for button in buttons]
    most = {"URL": URL_BUTTONS_MAX, "PHONE_NUMBER": 1, "QUICK_REPLY": BUTTONS_MAX}
    if len(buttons) > BUTTONS_MAX or any(kinds.count(kind) > most.get(kind, 0) for kind in set(kinds)):
        yield Problem("buttons", "too_many_buttons")
    quick = [place for place, kind in enumerate(kinds) if kind == "QUICK_REPLY"]
    if quick and quick[-1] - quick[0] >= len(quick):
        yield Problem("buttons", "quick_replies_apart")
    if any(not button.text.strip() or len(button.text) > BUTTON_TEXT_MAX for button in buttons):
        yield Problem("buttons", "button_text")
    if len({button.text for button in buttons}) < len(buttons):
        yield Problem("buttons", "buttons_alike")
    if any(not _is_address(button.url) for button in buttons if button.type == "URL"):
        yield Problem("buttons", "button_address")
    if any(not 1 < len(button.phone_number) <= PHONE_MAX for button in buttons if button.type == "PHONE_NUMBER"):
        yield Problem("buttons", "button_number")


def _is_address(url: str) -> bool:
    return url.startswith("https://") and len(url) <= URL_MAX and not _BRACES.search(url)


def _ttl(template: TemplateText) -> Iterator[Problem]:
    low, high = TTL_SECONDS.get(template.category, (0, 0))
    if template.ttl_seconds is not None and not low <= template.ttl_seconds <= high:
        yield Problem("ttl_seconds", "ttl_range")


def name_locked_until(deleted_at: datetime | None, now: datetime) -> datetime | None:
    """Until when the name of a template that was deleted after its approval cannot be used again."""
    until = deleted_at + NAME_LOCK if deleted_at else None
    return until if until is not None and now < until else None


def editable_from(status: str, edits: Sequence[datetime], now: datetime) -> datetime | None:
    """When a template may be edited: `now` or earlier for at once, None for not at all in this state.

    An approved one once in 24 hours and ten times in 30 days; others as often as one likes.
    """
    if status not in EDITABLE:
        return None
    if status not in {"APPROVED", "PAUSED"}:
        return now
    recent = sorted(at for at in edits if at > now - timedelta(days=30))
    waits = [recent[-1] + timedelta(days=1)] if recent else []
    if len(recent) >= EDITS_IN_30_DAYS:
        waits.append(recent[-EDITS_IN_30_DAYS] + timedelta(days=30))
    return max([now, *waits])
