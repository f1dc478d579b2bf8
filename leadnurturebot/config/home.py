"""The home folder: data, secrets and files of one installation."""

import json
import os
import secrets
from pathlib import Path


def home_folder() -> Path:
    """LEADNURTUREBOT_HOME, else a folder of the user's own."""
    chosen = os.environ.get("LEADNURTUREBOT_HOME", "").strip()
    if chosen:
        return Path(chosen).expanduser().resolve()
    base = os.environ.get("XDG_DATA_HOME", "").strip() or "~/.local/share"
    return (Path(base) / "leadnurturebot").expanduser().resolve()


def kept_secrets(home: Path) -> dict[str, str]:
    """SECRET_KEY and MASTER_KEY of this home, made on first use and readable by its owner alone."""
    file = home / "secrets.json"
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True)
        made = {"SECRET_KEY": secrets.token_urlsafe(48), "MASTER_KEY": secrets.token_urlsafe(48)}
        _write_once(file, json.dumps(made))
    kept: dict[str, str] = json.loads(file.read_text())
    return kept


def _write_once(file: Path, text: str) -> None:
    # Written whole under another name and linked into place: two first starts at once agree on one file.
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
