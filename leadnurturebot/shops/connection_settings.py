"""A connection's settings: judged by the provider's schema, open and secret ones apart, secrets sealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from pydantic import SecretStr, ValidationError

from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import borrowed, json_text
from leadnurturebot.providers.base import Config

_UNKNOWN = "there is no such setting; known are"


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why one setting cannot be used. `code`: `missing`, `unknown`, `taken` or `unusable`; `text` is for the owner."""

    code: str
    text: str


class UnusableConnection(ValueError):
    """A connection whose settings its provider does not accept; the message is for the owner."""

    def __init__(self, fields: Mapping[str, FieldProblem]) -> None:
        super().__init__("; ".join(f"{name}: {problem.text}" for name, problem in fields.items()))
        self.fields = dict(fields)


@dataclass(frozen=True, slots=True)
class Split:
    """A connection's settings, open and secret apart."""

    open: dict[str, Any]
    secret: dict[str, str]


def judged(config: type[Config], settings: Mapping[str, Any]) -> Split:
    """The settings as the provider reads them, spaces around pasted text taken off. Raises UnusableConnection.

    A blank secret is a missing one: an empty app secret would let anybody sign.
    """
    given = {name: value.strip() if isinstance(value, str) else value for name, value in settings.items()}
    known = ", ".join(config.model_fields)
    needed = [name for name, field in config.model_fields.items() if field.is_required()]
    problems = {
        **{name: FieldProblem("unknown", f"{_UNKNOWN} {known}") for name in given if name not in config.model_fields},
        **{name: FieldProblem("missing", "is needed") for name in needed if given.get(name) in (None, "")},
    }
    if problems:
        raise UnusableConnection(problems)
    try:
        return _split(config.model_validate(given))
    except ValidationError as error:
        raise UnusableConnection(_problems(error)) from error


def _split(read: Config) -> Split:
    fields = {name: getattr(read, name) for name in type(read).model_fields}
    return Split(
        open={name: value for name, value in fields.items() if not isinstance(value, SecretStr)},
        secret={name: value.get_secret_value() for name, value in fields.items() if isinstance(value, SecretStr)},
    )


def _problems(error: ValidationError) -> dict[str, FieldProblem]:
    return {
        str(item["loc"][0]) if item["loc"] else "settings": FieldProblem(
            "unusable", item["msg"].removeprefix("Value error, ")
        )
        for item in error.errors(include_input=False)
    }


def sealed(shop_id: UUID, secret: Mapping[str, str]) -> bytes:
    """Secrets under the shop's key."""
    return ring().of(borrowed(), shop_id).seal_text(json_text(secret)) if secret else b""


def opened(shop_id: UUID, sealed_secrets: bytes | memoryview) -> dict[str, str]:
    """What `sealed` made. Raises Unreadable for another shop's."""
    if not sealed_secrets:
        return {}
    secrets: dict[str, str] = orjson.loads(ring().of(borrowed(), shop_id).open(sealed_secrets))
    return secrets
