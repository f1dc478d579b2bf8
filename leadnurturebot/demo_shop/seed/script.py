"""The past's messages in order of time, each with its id, its place in its talk, and what it was expected to cost."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from leadnurturebot.demo_shop.people.shapes import Past, PastConversation, PastLead, PastMessage
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.domain.message_pricing import Category, Priced, PricingType, market_of, price
from leadnurturebot.domain.messaging_window import Window, window_at
from leadnurturebot.domain.rate_card import DEFAULT_RATE_CARD
from leadnurturebot.platform.ids import uuid7

META_ADS = frozenset({"instagram_ad", "facebook_ad"})
"""Sources whose taps bring a referral, and with it the free window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message of the past. `cost` is that of ours."""

    id: UUID
    talk: int
    place: int
    """From 0 within the talk."""
    message: PastMessage
    is_tap: bool
    answers_tap: bool
    cost: Priced | None


Script = Mapping[int, tuple[Line, ...]]
"""Lines by talk, the talk being its place in `Past.conversations`."""


def written(past: Past) -> Script:
    """Every talk's lines, with ids that rise with time."""
    leads = {lead.key: lead for lead in past.leads}
    chats = {key: _Chat(lead) for key, lead in leads.items()}
    used: Counter[str] = Counter()
    lines: dict[int, list[Line]] = {talk: [] for talk in range(len(past.conversations))}
    for talk, place, message in _in_order(past.conversations):
        chat = chats[past.conversations[talk].lead_key]
        is_tap, answers_tap = chat.hear(message)
        cost = None if message.is_inbound else chat.cost(message.at, used)
        line = Line(
            id=uuid7(), talk=talk, place=place, message=message, is_tap=is_tap, answers_tap=answers_tap, cost=cost
        )
        lines[talk].append(line)
    return {talk: tuple(found) for talk, found in lines.items()}


def _in_order(talks: tuple[PastConversation, ...]) -> Iterator[tuple[int, int, PastMessage]]:
    said = [(talk, place, message) for talk, each in enumerate(talks) for place, message in enumerate(each.messages)]
    yield from sorted(said, key=lambda item: item[2].at)


class _Chat:
    """A lead's chat as its windows go."""

    def __init__(self, lead: PastLead) -> None:
        self._comes_by_ad = lead.source in META_ADS
        self._market = market_of(lead.country, DEFAULT_RATE_CARD)
        self._last_in: datetime | None = None
        self._tap: datetime | None = None
        self._answered: datetime | None = None

    def hear(self, message: PastMessage) -> tuple[bool, bool]:
        """Whether the message is the tap on the ad, and whether it is our first answer to that."""
        if message.is_inbound:
            is_tap = self._comes_by_ad and self._last_in is None
            self._last_in = message.at
            self._tap = message.at if is_tap else self._tap
            return is_tap, False
        answers = self._tap is not None and self._answered is None
        self._answered = message.at if answers else self._answered
        return False, answers

    def _window(self, at: datetime) -> Window:
        return window_at(at, last_inbound_at=self._last_in, ad_tap_at=self._tap, replied_to_tap_at=self._answered)

    def cost(self, at: datetime, used: Counter[str]) -> Priced:
        """The price of a message of ours; `used` counts the month's service messages of the number."""
        month = month_of(at)
        cost = price(
            Category.SERVICE, market=self._market, window=self._window(at), service_messages_this_month=used[month],
            card=DEFAULT_RATE_CARD,
        )  # fmt: skip
        used[month] += cost.pricing_type is not PricingType.FREE_ENTRY_POINT
        return cost


def month_of(at: datetime) -> str:
    """The shop's calendar month of a moment."""
    return f"{at.astimezone(ZoneInfo(SHOP.timezone)):%Y-%m}"
