"""Everything this world is made of, put together once."""

import random
import secrets
from pathlib import Path

from simulator.chats import Chats
from simulator.clock import Clock
from simulator.clock_sync import ClockSync
from simulator.config import Config
from simulator.delivery import Deliverer
from simulator.faults import Faults
from simulator.graph.limits import Limits
from simulator.live import LiveFeed
from simulator.numbers import Number, Numbers
from simulator.outside import Outside
from simulator.people import People
from simulator.pictures import Pictures
from simulator.scheduler import Scheduler
from simulator.state import Database, Documents
from simulator.wire import Wire


class World:
    """The parts, by name. Handlers take the world and use what they need."""

    def __init__(
        self,
        config: Config,
        clock: Clock,
        scheduler: Scheduler,
        outside: Outside,
        state_path: Path | None = None,
    ) -> None:
        self.config = config
        self.clock = clock
        self.scheduler = scheduler
        self.outside = outside
        self.db = Database(state_path)
        self.live = LiveFeed()
        self.wire = Wire(self.db, clock, self.live)
        self.settings = Documents(self.db, "settings")
        self.faults = Faults.load(self.settings)
        self.people = People(Documents(self.db, "people"), self.live)
        self.people.fill(config.people)
        self.numbers = Numbers(Documents(self.db, "numbers"), outside)
        self.links = Documents(self.db, "links")
        self.blocked = Documents(self.db, "blocked")
        self.uploads = Documents(self.db, "uploads")
        self.datasets = Documents(self.db, "datasets")
        self.conversions = Documents(self.db, "conversions")
        self.products = Documents(self.db, "products")
        self.templates = Documents(self.db, "templates")
        self.chats = Chats(self.db, self.live)
        self.limits = Limits()
        self.pictures = Pictures(secrets.token_bytes(16))
        self.clock_sync = ClockSync(config.portal_url, config.demo_token, outside, clock, self.live)
        self.deliverer = Deliverer(self.db, scheduler, outside, clock, self.faults, self.wire)
        self.deliverer.on_delivered = self._person_sees_two_ticks
        self.public_url = "http://127.0.0.1:8001"
        self.dice = random.Random(20261001)

    def person_number(self, number_id: str | None) -> Number | None:
        """The business number a person means: the one named, or the first."""
        if number_id:
            return self.numbers.get(number_id)
        return next(iter(self.numbers.all()), None)

    def _person_sees_two_ticks(self, message_id: str) -> None:
        self.chats.raise_status(message_id, "delivered")
