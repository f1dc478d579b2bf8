"""The roles of the system, each a process of its own: web, worker, sender, scheduler."""

import argparse
import asyncio
import os
import signal
import threading
from typing import Any

from leadnurturebot.cli import runtime


def add(commands: Any) -> None:
    """Add the role commands."""
    web = commands.add_parser("web", help="serve portal, API and webhooks")
    web.add_argument("--host", default="127.0.0.1")
    web.add_argument("--port", type=int, default=8000)
    web.set_defaults(run=run_web)
    for name, run, text in (
        ("worker", run_worker, "handle what customers and providers sent"),
        ("sender", run_sender, "send messages to the providers"),
        ("scheduler", run_scheduler, "timers, upkeep"),
    ):
        commands.add_parser(name, help=text).set_defaults(run=run)


def run_web(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    runtime.django()
    import uvicorn

    from leadnurturebot.message_path.shared_counters import shared

    with shared("web"):
        uvicorn.run(
            "leadnurturebot.config.asgi:application", host=options.host, port=options.port, loop="uvloop",
            http="httptools", lifespan="on", access_log=False, log_level="warning", timeout_graceful_shutdown=3,
        )  # fmt: skip
    return 0


def _stop_on_signal() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


def run_worker(options: argparse.Namespace) -> int:
    """Take turns until told to stop."""
    _one_thread_of_mathematics()
    runtime.django()
    from leadnurturebot.message_path.shared_counters import shared
    from leadnurturebot.message_path.worker import Worker
    from leadnurturebot.message_path.world import World
    from leadnurturebot.platform import garbage

    world = World.load()
    world.read_model()
    garbage.settle()
    with shared("worker"):
        Worker(world).run(_stop_on_signal())
    return 0


def run_scheduler(options: argparse.Namespace) -> int:
    """Look after timers until told to stop."""
    _one_thread_of_mathematics()
    runtime.django()
    from leadnurturebot.message_path.catalogue_imports import CatalogueImporter
    from leadnurturebot.message_path.companions import CompanionReckoner
    from leadnurturebot.message_path.media_fetching import MediaFetcher
    from leadnurturebot.message_path.provider_calls import ProviderCaller
    from leadnurturebot.message_path.scheduler import Scheduler
    from leadnurturebot.message_path.world import World

    stop = _stop_on_signal()
    # Calls may take as long as the other side likes, a file or a large shop as long as it is; timers do not wait for them.
    outside = [
        threading.Thread(target=MediaFetcher().run, args=(stop,), name="media"),
        threading.Thread(target=ProviderCaller().run, args=(stop,), name="provider calls"),
        threading.Thread(target=CatalogueImporter().run, args=(stop,), name="imports"),
        threading.Thread(target=CompanionReckoner().run, args=(stop,), name="companions"),
    ]
    for thread in outside:
        thread.start()
    Scheduler(World.load()).run(stop)
    for thread in outside:
        thread.join()
    return 0


def run_sender(options: argparse.Namespace) -> int:
    """Send until told to stop."""
    runtime.django()
    import uvloop

    from leadnurturebot.message_path.sender import Sender
    from leadnurturebot.message_path.shared_counters import shared
    from leadnurturebot.platform import garbage

    async def send() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        garbage.settle()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        await Sender().run(stop)

    with shared("sender"):
        uvloop.run(send())
    return 0


def _one_thread_of_mathematics() -> None:
    # Small matrices gain nothing from more threads, and several workers would fight over the cores.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
