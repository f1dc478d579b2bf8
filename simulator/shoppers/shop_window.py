"""What the shop sells, so that wishes can be in stock: read from the shop's public API, or from a file."""

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from simulator.jsontypes import Json
from simulator.outside import Outside, OutsideUnreachable

PIECES_LEAST = 2
PAGES_MOST = 40


class NoWindow(Exception):
    """The shop's goods can not be read; the text says why."""


@dataclass(frozen=True)
class Piece:
    """One product in one colour and size. `price` in minor units."""

    name: str
    category: str
    color: str
    size: str
    price: int
    stock: int


@dataclass
class ShopWindow:
    """All pieces; what shoppers set out to buy is taken from the count, so that it is still there for them."""

    pieces: list[Piece]
    wanted: dict[Piece, int] = field(default_factory=dict)

    def draw(self, dice: random.Random, in_stock: bool = True, name: str = "") -> Piece | None:
        """Every product is as likely as another, however many sizes it has."""
        usable = [each for each in self.pieces if (self._is_free(each) if in_stock else each.stock <= 0)]
        fitting = [each for each in usable if name in ("", each.name)]
        if not fitting:
            return None
        chosen = dice.choice(sorted({each.name for each in fitting}))
        piece = dice.choice([each for each in fitting if each.name == chosen])
        self.wanted[piece] = self.wanted.get(piece, 0) + 1
        return piece

    def others(self, piece: Piece) -> list[Piece]:
        """The same product in another size or in another colour, in stock."""
        same = [each for each in self.pieces if each.name == piece.name and self._is_free(each)]
        return [each for each in same if (each.size == piece.size) != (each.color == piece.color)]

    def _is_free(self, piece: Piece) -> bool:
        return piece.stock - self.wanted.get(piece, 0) >= PIECES_LEAST


def window_from_file(path: Path) -> ShopWindow:
    """A JSON list of pieces. Raises NoWindow."""
    try:
        return ShopWindow([Piece(**each) for each in orjson.loads(path.read_bytes())])
    except (OSError, orjson.JSONDecodeError, TypeError) as error:
        raise NoWindow(f"{path}: {error}") from error


async def window_from_api(outside: Outside, url: str, api_key: str) -> ShopWindow:
    """`GET {url}/api/v1/products` and each product's variants. Raises NoWindow."""
    headers, pieces, cursor = {"Authorization": f"Bearer {api_key}"}, [], ""
    for _ in range(PAGES_MOST):
        page = await _get(outside, f"{url}/api/v1/products?limit=100{cursor}", headers)
        for row in page["results"]:
            pieces += _pieces(await _get(outside, f"{url}/api/v1/products/{row['id']}", headers))
        if not page.get("next_cursor"):
            break
        cursor = f"&cursor={page['next_cursor']}"
    return ShopWindow(pieces)


async def _get(outside: Outside, url: str, headers: dict[str, str]) -> Json:
    try:
        answer = await outside.request("GET", url, headers)
        found: Any = orjson.loads(answer.body)
    except (OutsideUnreachable, orjson.JSONDecodeError) as error:
        raise NoWindow(f"{url}: {error}") from error
    if answer.status != 200:
        raise NoWindow(f"{url} answered {answer.status}")
    return dict(found)


def _pieces(product: Json) -> list[Piece]:
    return [
        Piece(
            product["name"],
            product["category"],
            each["color"] or "",
            each["size"] or "",
            each["price"]["minor"],
            each["stock"] - each["held"],
        )
        for each in product["variants"]
    ]
