"""How a command finds the running system: the environment that `demo` or `up` left in the home folder."""

import json
import os
from pathlib import Path
from typing import Any

from leadnurturebot.config.home import home_folder

FILE = "runtime.json"


def leave(home: Path, values: dict[str, Any]) -> None:
    """Write what other commands need to know, readable by the owner alone."""
    file = home / FILE
    draft = file.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        json.dump(values, stream, indent=2)
    draft.replace(file)


def found(home: Path) -> dict[str, Any]:
    """What was left, empty when nothing was."""
    file = home / FILE
    if not file.exists():
        return {}
    values: dict[str, Any] = json.loads(file.read_text())
    return values


def django(home: Path | None = None) -> None:
    """Make settings and models usable in this process. The environment wins over what `demo` left behind.

    Raises Refused when no database can be found.
    """
    from leadnurturebot.cli import Refused

    if home is not None:
        os.environ["LEADNURTUREBOT_HOME"] = str(home)
    for name, value in found(home_folder()).get("environment", {}).items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadnurturebot.config.settings")
    import django as framework
    from django.conf import settings

    if not settings.DATABASE_URL:
        raise Refused("no database is running here: start `leadnurturebot demo` or `up`, or set DATABASE_URL")
    from leadnurturebot.platform.logs import set_up

    set_up()
    framework.setup()
