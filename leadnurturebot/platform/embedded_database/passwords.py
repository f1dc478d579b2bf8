"""The two passwords of an embedded database, kept in its home."""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError, explaining
from leadnurturebot.platform.embedded_database.private_files import write_private_file


@dataclass(frozen=True, slots=True)
class Passwords:
    """`admin` is the superuser's, `application` that of the role that owns the product's database."""

    admin: str
    application: str


def new_passwords() -> Passwords:
    return Passwords(admin=secrets.token_urlsafe(32), application=secrets.token_urlsafe(32))


def write_passwords(path: Path, passwords: Passwords) -> None:
    with explaining(path):
        write_private_file(path, json.dumps(asdict(passwords)))


def read_passwords(path: Path) -> Passwords | None:
    """None when there is no such file; raises EmbeddedDatabaseError when it is no file of ours."""
    with explaining(path):
        if not path.exists():
            return None
        text = path.read_text()
    try:
        return Passwords(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise EmbeddedDatabaseError(
            f"The file {path} with the database passwords is damaged: remove it, and the next start sets new ones."
        ) from error
