"""`demo` and `up`: everything on one machine, in one process tree."""

import argparse
import json
import os
import secrets
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from leadnurturebot.cli import Refused, runtime
from leadnurturebot.cli.ports import refuse_used
from leadnurturebot.cli.supervisor import Supervisor
from leadnurturebot.config.home import home_folder, kept_secrets
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.platform import embedded_database
from leadnurturebot.platform.embedded_database import EmbeddedDatabaseError, Running
from leadnurturebot.providers.registry import addresses_in_the_world

# Other commands must see the addresses that the running system was started with. Secrets stay in the environment.
INTERRUPTED = 130
"""What a shell reports of a program ended by Ctrl-C."""
KEPT_SETTINGS = (
    "BASE_URL",
    "WHATSAPP_GRAPH_URL",
    "WHATSAPP_GRAPH_VERSION",
    "WHATSAPP_LINK_URL",
    *addresses_in_the_world(),
)


def add(commands: Any) -> None:
    """Add `demo`, `up` and `demo-info`."""
    demo = commands.add_parser("demo", help="the demo shop with simulator, on this machine")
    demo.add_argument("--port", type=int, default=8000, help="the portal's port; the simulator takes the next one")
    demo.add_argument("--home", type=Path, help="folder for data (else LEADNURTUREBOT_HOME)")
    demo.add_argument("--fresh", action="store_true", help="forget earlier data first")
    demo.add_argument("--no-simulator", action="store_true", help="without the practice phone")
    demo.add_argument("--graph-url", help="another WhatsApp Graph address; implies --no-simulator")
    demo.add_argument("--seed-only", action="store_true", help="make the data and end")
    demo.set_defaults(run=run_demo)
    up = commands.add_parser("up", help="production on one machine")
    up.add_argument("--port", type=int, default=8000)
    up.add_argument("--host", default="127.0.0.1")
    up.add_argument("--home", type=Path)
    up.set_defaults(run=run_up)
    info = commands.add_parser("demo-info", help="addresses, keys and login of the running demo")
    info.add_argument("--json", action="store_true")
    info.set_defaults(run=run_info)


def _home(options: argparse.Namespace) -> Path:
    if options.home is not None:
        os.environ["LEADNURTUREBOT_HOME"] = str(options.home.expanduser().resolve())
    home = home_folder()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"the home folder {home} cannot be made: {error.strerror}") from error
    return home


def _database(home: Path) -> Running | None:
    """The private database, or None when DATABASE_URL names another."""
    if os.environ.get("DATABASE_URL"):
        return None
    try:
        return embedded_database.start(home, log=lambda line: None)
    except EmbeddedDatabaseError as error:
        raise Refused(str(error)) from error


def _demo_environment(options: argparse.Namespace, home: Path, kept: dict[str, str]) -> dict[str, str]:
    base, simulator = f"http://127.0.0.1:{options.port}", f"http://127.0.0.1:{options.port + 1}"
    return {
        "LEADNURTUREBOT_HOME": str(home),
        "LEADNURTUREBOT_DEMO": "1",
        "BASE_URL": base,
        "SIMULATOR_URL": simulator,
        "WHATSAPP_GRAPH_URL": (options.graph_url or simulator).rstrip("/"),
        "WHATSAPP_LINK_URL": f"{simulator}/wa",
        # Every stand-in is found under its provider's slug.
        **{name: f"{simulator}/{slug}" for name, slug in addresses_in_the_world().items()},
        "DEMO_TOKEN": kept["demo_token"],
        "DJANGO_SETTINGS_MODULE": "leadnurturebot.config.settings",
    }


def _kept(home: Path) -> dict[str, str]:
    """Secrets of the demo's outside accounts, made once."""
    file = home / "demo.json"
    if not file.exists():
        made = {
            "demo_token": secrets.token_urlsafe(24), "app_secret": secrets.token_hex(16),
            "access_token": f"EAAdemo{secrets.token_hex(24)}", "verify_token": secrets.token_urlsafe(16),
            "owner_password": "demo-" + secrets.token_urlsafe(9), "stripe_key": f"sk_test_{secrets.token_hex(12)}",
            "api_key": "",
        }  # fmt: skip
        file.write_text(json.dumps(made))
        file.chmod(0o600)
    kept: dict[str, str] = json.loads(file.read_text())
    return kept


def _forget(home: Path) -> None:
    """Remove what an earlier demo left, and only that."""
    embedded_database.erase(home)
    for name in ("demo.json", "secrets.json", runtime.FILE, "simulator.sqlite", "simulator.json"):
        (home / name).unlink(missing_ok=True)
    for name in ("media", "static"):
        shutil.rmtree(home / name, ignore_errors=True)


def run_demo(options: argparse.Namespace) -> int:
    """Start everything, print where it is, and stay until Ctrl-C."""
    started = time.monotonic()
    home = _home(options)
    refuse_used(options.port, options.port + 1)
    if options.fresh:
        _forget(home)
    kept_secrets(home)
    kept = _kept(home)
    environment = _demo_environment(options, home, kept)
    os.environ.update(environment)
    _say("Starting the database ...")
    database = _database(home)
    if database is not None:
        environment["DATABASE_URL"] = os.environ["DATABASE_URL"] = database.url
    supervisor = Supervisor(environment={**os.environ, **environment})
    try:
        code = _start_demo(options, home, kept, environment, supervisor, database, started)
    except KeyboardInterrupt:
        code = INTERRUPTED
    finally:
        supervisor.end()
        if database is not None:
            database.stop()
    _say("Stopped.")
    return code


def _start_demo(
    options: argparse.Namespace, home: Path, kept: dict[str, str], environment: dict[str, str],
    supervisor: Supervisor, database: Running | None, started: float,
) -> int:  # fmt: skip
    from leadnurturebot.cli.demo_steps import prepare, simulator_arguments, wait_for

    has_phone = not (options.no_simulator or options.graph_url)
    # Drawn on the second core while the first makes tables and data.
    drawing = supervisor.run_once("leadnurturebot.demo_shop.pictures", str(home / "media" / SHOP.slug))
    simulator_url = environment["SIMULATOR_URL"]
    supervisor.add("simulator", *simulator_arguments(home, options.port, kept, has_phone=has_phone))
    wait_for(f"{simulator_url}/healthz", supervisor)
    info = prepare(home, kept, _say)
    if options.seed_only:
        return 0
    runtime.leave(home, {"environment": environment, "info": {**info, **_addresses(options, has_phone)}})
    supervisor.add("web", "leadnurturebot", "web", "--port", str(options.port))
    for role in ("worker", "sender", "scheduler"):
        supervisor.add(role, "leadnurturebot", role)
    wait_for(f"{environment['BASE_URL']}/readyz", supervisor)
    if has_phone:
        from leadnurturebot.cli.demo_steps import register_numbers

        register_numbers(simulator_url)
    drawing.wait()
    _print_welcome(home, time.monotonic() - started)
    supervisor.run(lambda: _revive(database))
    return 0


def _addresses(options: argparse.Namespace, has_phone: bool) -> dict[str, str | None]:
    simulator = f"http://127.0.0.1:{options.port + 1}"
    return {
        "base_url": f"http://127.0.0.1:{options.port}",
        "simulator_url": simulator,
        "phone_url": f"{simulator}/phone" if has_phone else None,
    }


def _revive(database: Running | None) -> None:
    if database is not None and not database.is_alive():
        print("the database ended; starting it again", file=sys.stderr, flush=True)
        database.restart()


def run_up(options: argparse.Namespace) -> int:
    """Production on one machine: database (unless DATABASE_URL), migrations, all roles."""
    home = _home(options)
    refuse_used(options.port)
    kept_secrets(home)
    database = _database(home)
    environment = {"LEADNURTUREBOT_HOME": str(home), "DJANGO_SETTINGS_MODULE": "leadnurturebot.config.settings"}
    environment |= {name: os.environ[name] for name in KEPT_SETTINGS if name in os.environ}
    if database is not None:
        environment["DATABASE_URL"] = os.environ["DATABASE_URL"] = database.url
    os.environ.update(environment)
    supervisor = Supervisor(environment={**os.environ, **environment})
    try:
        from leadnurturebot.cli.demo_steps import migrate

        migrate()
        runtime.leave(home, {"environment": environment, "info": {}})
        supervisor.add("web", "leadnurturebot", "web", "--host", options.host, "--port", str(options.port))
        for role in ("worker", "sender", "scheduler"):
            supervisor.add(role, "leadnurturebot", role)
        _say(f"LeadNurtureBot runs at http://{options.host}:{options.port}")
        supervisor.run(lambda: _revive(database))
        return 0
    finally:
        supervisor.end()
        if database is not None:
            database.stop()


def run_info(options: argparse.Namespace) -> int:
    """Print what a check or a person needs to use the demo."""
    info = runtime.found(home_folder()).get("info")
    if not info:
        raise Refused("no demo was started here yet: `leadnurturebot demo` does")
    if options.json:
        print(json.dumps(info))
    else:
        for name, value in info.items():
            print(f"{name:18} {value or '-'}")
    return 0


def _print_welcome(home: Path, seconds: float) -> None:
    info = runtime.found(home)["info"]
    lines = [
        "", f"LeadNurtureBot is running ({seconds:.0f} s).", "",
        f"  Portal    {info['base_url']}", f"  Login     {info['owner_email']}  /  {info['owner_password']}",
    ]  # fmt: skip
    if info["phone_url"]:
        lines.append(f"  Phone     {info['phone_url']}   (tap an ad, write, pay)")
    _say("\n".join([*lines, "", "Ctrl-C stops everything; the data stays.", ""]))


def _say(text: str) -> None:
    print(text, flush=True)
