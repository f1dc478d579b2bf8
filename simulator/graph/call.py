"""A Graph request that is known to be allowed, and what handles one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from simulator.graph.errors import GraphError
from simulator.jsontypes import Json, decode_object
from simulator.numbers import Number
from simulator.world import World


@dataclass(frozen=True)
class Call:
    """`edge` and `item` are the second and third part of the path, empty when there is none."""

    world: World
    method: str
    edge: str
    query: dict[str, str]
    body: bytes
    content_type: str
    base_url: str
    item: str = ""

    def json(self) -> Json:
        """The body as an object; a form is one too. Raises GraphError 100 when it is neither."""
        if self.content_type.startswith("application/x-www-form-urlencoded"):
            return dict(parse_qsl(self.body.decode()))
        try:
            return decode_object(self.body)
        except ValueError as error:
            raise GraphError(100, f"The request body is not valid JSON: {error}") from error


Handler = Callable[[Call, Number], Awaitable[Json]]
