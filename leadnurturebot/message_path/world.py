"""What a worker process holds between turns: models and caches, never facts that a turn decides on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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

SALES_KEPT = timedelta(minutes=10)
SALES_OVER = timedelta(days=30)


@dataclass(slots=True)
class World:
    """The understander, catalogues, shops' own knowledge and best sellers of a process."""

    catalogues: Catalogues
    knowledges: Knowledges = field(default_factory=Knowledges)
    _understander: Understander | None = None
    _fits: dict[UUID, tuple[datetime, Fits]] = field(default_factory=dict)
    _sales: dict[UUID, tuple[datetime, dict[UUID, int]]] = field(default_factory=dict)
    _habits: dict[UUID, tuple[datetime, Habits]] = field(default_factory=dict)
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
        kept = self._sales.get(shop_id)
        if kept is None or not timedelta(0) <= now - kept[0] < SALES_KEPT:
            kept = self._sales[shop_id] = (now, sold_by_product(connection, shop_id, since=now - SALES_OVER))
        return kept[1]

    def fits(self, connection: Connection, shop_id: UUID, now: datetime) -> Fits:
        """How the shop's pieces fitted, at most ten minutes old."""
        kept = self._fits.get(shop_id)
        if kept is None or not timedelta(0) <= now - kept[0] < SALES_KEPT:
            kept = self._fits[shop_id] = (now, fits_of_shop(connection, shop_id))
        return kept[1]

    def habits(self, connection: Connection, shop_id: UUID, now: datetime) -> Habits:
        """What the shop's customers do with its goods, at most ten minutes old; companions are those of the last night."""
        kept = self._habits.get(shop_id)
        if kept is None or not timedelta(0) <= now - kept[0] < SALES_KEPT:
            habits = Habits(
                companions=self._companions_of(connection, shop_id),
                best=best_of(sold_lately(connection, shop_id, now=now)),
                new=new_products(connection, shop_id, now=now),
            )
            kept = self._habits[shop_id] = (now, habits)
        return kept[1]

    def _companions_of(self, connection: Connection, shop_id: UUID) -> Mapping[UUID, tuple[Companion, ...]]:
        version, kept = reckoned_at(connection, shop_id), self._companions.get(shop_id)
        if kept is None or kept[0] != version:
            kept = self._companions[shop_id] = (version, load_companions(connection, shop_id))
        return kept[1]
