"""Reading a request field by field; every refusal names the path of the parameter."""

from typing import Any

from simulator.graph.errors import GraphError, bad_parameter, invalid, missing
from simulator.jsontypes import Json


class Fields:
    """An object of the request at a path. Limits of the outer message answer 100, those inside `interactive` 131009."""

    def __init__(self, data: Json, path: str = "") -> None:
        self._data = data
        self.path = path

    def at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def has(self, name: str) -> bool:
        return self._data.get(name) is not None

    def raw(self, name: str) -> Any:
        return self._data.get(name)

    def names(self) -> tuple[str, ...]:
        return tuple(self._data)

    def refuse(self, name: str, why: str) -> GraphError:
        is_inner = self.at(name).startswith(("interactive", "template", "reaction", "location", "contacts"))
        return invalid(self.at(name), why) if is_inner else bad_parameter(self.at(name), why)

    def text(self, name: str, most: int) -> str:
        """A required text of 1 to `most` characters."""
        if not self.has(name) or self.raw(name) == "":
            raise missing(self.at(name))
        return self._checked_text(name, most)

    def optional_text(self, name: str, most: int) -> str | None:
        return self._checked_text(name, most) if self.has(name) else None

    def object(self, name: str) -> "Fields":
        if not self.has(name):
            raise missing(self.at(name))
        value = self.raw(name)
        if not isinstance(value, dict):
            raise self.refuse(name, "must be an object.")
        return Fields(value, self.at(name))

    def optional_object(self, name: str) -> "Fields | None":
        return self.object(name) if self.has(name) else None

    def objects(self, name: str, least: int, most: int) -> "list[Fields]":
        """A required list of `least` to `most` objects."""
        if not self.has(name):
            raise missing(self.at(name))
        value = self.raw(name)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.refuse(name, "must be a list of objects.")
        if not least <= len(value) <= most:
            raise self.refuse(name, f"must have {least} to {most} entries, has {len(value)}.")
        return [Fields(each, f"{self.at(name)}[{index}]") for index, each in enumerate(value)]

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        if not self.has(name):
            raise missing(self.at(name))
        value = self.raw(name)
        if value not in choices:
            raise self.refuse(name, f"must be one of {{{', '.join(choices)}}}.")
        return str(value)

    def url(self, name: str, most: int = 2000) -> str:
        value = self.text(name, most)
        if not value.startswith(("http://", "https://")):
            raise self.refuse(name, "must be a URL that starts with http:// or https://.")
        return value

    def forbid(self, *names: str) -> None:
        for name in names:
            if self.has(name):
                raise self.refuse(name, "is not allowed here.")

    def _checked_text(self, name: str, most: int) -> str:
        value = self.raw(name)
        if not isinstance(value, str):
            raise self.refuse(name, "must be a string.")
        if len(value) > most:
            raise self.refuse(name, f"must be at most {most} characters long, has {len(value)}.")
        return value


def require_unique(values: list[str], path: str) -> None:
    if len(set(values)) != len(values):
        raise invalid(path, "values must be unique within the message.")
