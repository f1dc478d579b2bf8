"""The system under test: PostgreSQL, web, two workers, two senders, a scheduler, all kept alive by the product's supervisor."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.path_rig.scratch import Scratch, scratch
from leadnurturebot.cli.demo_steps import wait_for
from leadnurturebot.cli.supervisor import Supervisor
from leadnurturebot.platform.sql import connect
from tests.faults.holds import install
from tests.faults.killing import SENDERS, WORKERS


@dataclass(slots=True)
class System:
    """A scratch home with everything in it."""

    scratch: Scratch
    supervisor: Supervisor

    @property
    def base_url(self) -> str:
        """Of the web role."""
        return f"http://127.0.0.1:{self.scratch.web_port}"

    def start(self) -> None:
        """Start the roles and return when the site answers."""
        self.supervisor.add("web", "leadnurturebot", "web", "--port", str(self.scratch.web_port))
        for number in WORKERS:
            self.supervisor.add(f"worker {number}", "tests.faults.role", "worker", str(number))
        for number in SENDERS:
            self.supervisor.add(f"sender {number}", "tests.faults.role", "sender", str(number))
        self.supervisor.add("scheduler", "leadnurturebot", "scheduler")
        wait_for(f"{self.base_url}/healthz", self.supervisor)

    def revive_database(self) -> None:
        """What `up` does when its database ended."""
        if not self.scratch.database.is_alive():
            print("the database ended; starting it again", file=sys.stderr, flush=True)
            self.scratch.database.restart()


@contextmanager
def system() -> Iterator[System]:
    """A system that is prepared and not started; everything ends with it."""
    with scratch() as made:
        with connect(autocommit=True) as connection:
            install(connection)
        environment = {**made.environment, "STRIPE_API_URL": f"http://127.0.0.1:{made.graph_port}/stripe"}
        supervisor = Supervisor(environment=environment)
        try:
            yield System(made, supervisor)
        finally:
            supervisor.end()
