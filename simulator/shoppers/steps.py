"""One thing a shopper does next."""

from dataclasses import dataclass, field

from simulator.jsontypes import Json
from simulator.shoppers.reading import Option


@dataclass(frozen=True)
class Step:
    """`kind`: say, tap, open (a link) or leave. `moment` is the line's name, or the cause of leaving."""

    kind: str
    moment: str = ""
    option: Option | None = None
    url: str = ""
    facts: Json = field(default_factory=dict)
