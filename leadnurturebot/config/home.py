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


def change_master_key(home: Path) -> dict[str, str]:
    """A new MASTER_KEY in the home's secrets; the one until now stays beside it as MASTER_KEY_PREVIOUS.

    Where one is kept already, an earlier change was not finished: nothing is made anew.
    """
    kept = kept_secrets(home)
    if "MASTER_KEY_PREVIOUS" not in kept:
        kept = {**kept, "MASTER_KEY": secrets.token_urlsafe(48), "MASTER_KEY_PREVIOUS": kept["MASTER_KEY"]}
        _replace(home / "secrets.json", json.dumps(kept))
    return kept


def forget_previous_key(home: Path) -> None:
    """Drop MASTER_KEY_PREVIOUS, once nothing is wrapped under it any more."""
    kept = kept_secrets(home)
    kept.pop("MASTER_KEY_PREVIOUS", None)
    _replace(home / "secrets.json", json.dumps(kept))


def _replace(file: Path, text: str) -> None:
    draft = _draft(file, text)
    draft.replace(file)


def _write_once(file: Path, text: str) -> None:
    # Written whole under another name and linked into place: two first starts at once agree on one file.
    draft = _draft(file, text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _draft(file: Path, text: str) -> Path:
    """The text in a new file beside `file`, on the disk and readable by its owner alone."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    return draft
