"""What a worker process holds between turns: models and caches, never facts that a turn decides on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from django.conf import settings

from leadnurturebot.assistant.knowledge.loading import Knowledges
from leadnurturebot.assistant.language.vocabulary import category_words, generic_words, in_latin
from leadnurturebot.assistant.understanding import Understander
from leadnurturebot.catalog.habits import load_companions, new_products, reckoned_at
from leadnurturebot.catalog.loading import Catalogues
from leadnurturebot.domain.recommending import Companion, Habits, best_of
from leadnurturebot.domain.sizing.learning import Fits
from leadnurturebot.orders.fits import fits_of_shop
from leadnurturebot.orders.sales import sold_by_product, sold_lately
from leadnurturebot.platform.sql import Connection

KEPT_FOR = timedelta(minutes=10)
SALES_OVER = timedelta(days=30)
Found = TypeVar("Found")


class _Lately(Generic[Found]):
    """What was read of each shop in the last ten minutes. A clock that went back reads anew."""

    def __init__(self) -> None:
        self._kept: dict[UUID, tuple[datetime, Found]] = {}

    def clear(self) -> None:
        """Remember nothing: what was read belongs to another database, or another test."""
        self._kept.clear()

    def of(self, shop_id: UUID, now: datetime, read: Callable[[], Found]) -> Found:
        """What is remembered of a shop, else what `read` finds."""
        kept = self._kept.get(shop_id)
        if kept is None or not timedelta(0) <= now - kept[0] < KEPT_FOR:
            kept = self._kept[shop_id] = (now, read())
        return kept[1]


@dataclass(slots=True)
class World:
    """The understander, catalogues, shops' own knowledge and best sellers of a process."""

    catalogues: Catalogues
    knowledges: Knowledges = field(default_factory=Knowledges)
    _understander: Understander | None = None
    _fits: _Lately[Fits] = field(default_factory=_Lately)
    _sales: _Lately[dict[UUID, int]] = field(default_factory=_Lately)
    _habits: _Lately[Habits] = field(default_factory=_Lately)
    _companions: dict[UUID, tuple[datetime | None, Mapping[UUID, tuple[Companion, ...]]]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "World":
        """Everything that is read once at start."""
        catalogues = Catalogues(
            f"{settings.BASE_URL}{settings.MEDIA_URL}",
            synonyms=category_words(),
            generic=generic_words(),
            spelled=in_latin,
        )
        return cls(catalogues)

    def read_model(self) -> None:
        """Read the language model now: the first message does not wait for it then."""
        self._understander = Understander.load()

    @property
    def understander(self) -> Understander:
        """The language model, read when first needed: a scheduler never is."""
        if self._understander is None:
            self._understander = Understander.load()
        return self._understander

    def sales(self, connection: Connection, shop_id: UUID, now: datetime) -> dict[UUID, int]:
        """Pieces sold in the last 30 days by product, at most ten minutes old."""
        return self._sales.of(shop_id, now, lambda: sold_by_product(connection, shop_id, since=now - SALES_OVER))

    def fits(self, connection: Connection, shop_id: UUID, now: datetime) -> Fits:
        """How the shop's pieces fitted, at most ten minutes old."""
        return self._fits.of(shop_id, now, lambda: fits_of_shop(connection, shop_id))

    def habits(self, connection: Connection, shop_id: UUID, now: datetime) -> Habits:
        """What the shop's customers do with its goods, at most ten minutes old; companions are those of the last night."""
        return self._habits.of(shop_id, now, lambda: self._read_habits(connection, shop_id, now))

    def _read_habits(self, connection: Connection, shop_id: UUID, now: datetime) -> Habits:
        return Habits(
            companions=self._companions_of(connection, shop_id),
            best=best_of(sold_lately(connection, shop_id, now=now)),
            new=new_products(connection, shop_id, now=now),
        )

    def _companions_of(self, connection: Connection, shop_id: UUID) -> Mapping[UUID, tuple[Companion, ...]]:
        version, kept = reckoned_at(connection, shop_id), self._companions.get(shop_id)
        if kept is None or kept[0] != version:
            kept = self._companions[shop_id] = (version, load_companions(connection, shop_id))
        return kept[1]
