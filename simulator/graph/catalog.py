"""The catalog connected to a number's account: what product messages may name, and what a person sees of them.

Product data is always the live catalog's: a price that changes later also changes in messages sent before.
"""

from simulator.graph.errors import GraphError, bad_parameter, invalid
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.world import World

IN_STOCK = "in stock"
FIELDS = ("retailer_id", "name", "price", "currency", "image_url", "availability", "description")


class CatalogError(ValueError):
    """An item that can not be in a catalog; the text says why."""


def put_catalog(world: World, number: Number, catalog_id: str, items: list[Json]) -> int:
    """Connect a catalog to the account of this number, replacing its items. Raises CatalogError."""
    for item in items:
        if not item.get("retailer_id") or not item.get("name") or set(item) - set(FIELDS):
            raise CatalogError(f"an item wants retailer_id and name, and of {', '.join(FIELDS)} only")
    for old in world.products.all(number.waba_id):
        world.products.delete(f"{number.waba_id}:{old['retailer_id']}")
    for item in items:
        world.products.put(
            f"{number.waba_id}:{item['retailer_id']}", {"availability": IN_STOCK, **item}, number.waba_id
        )
    for each in world.numbers.of_waba(number.waba_id):
        world.numbers.change(each, catalog_id=catalog_id)
    return len(items)


def product(world: World, waba_id: str, retailer_id: str) -> Json | None:
    """An item that can be shown: known and in stock."""
    found = world.products.get(f"{waba_id}:{retailer_id}")
    return found if found and found["availability"] == IN_STOCK else None


def check_catalog(world: World, number: Number, message_type: str, body: Json) -> None:
    """Raises GraphError when a product message names another catalog or no item that exists."""
    interactive = body.get("interactive") if message_type == "interactive" else None
    if not isinstance(interactive, dict):
        return
    action = interactive["action"]
    named = {str(each["catalog_id"]) for each in (action, *_cards(action)) if each.get("catalog_id")}
    if interactive["type"] == "catalog_message" and not number.catalog_id:
        raise _not_connected()
    if named - {number.catalog_id}:
        raise _not_connected()
    wanted = retailer_ids(interactive)
    if wanted and not any(product(world, number.waba_id, each) for each in wanted):
        raise invalid("interactive.action", "none of the products is in the catalog, in stock and approved.")


def retailer_ids(interactive: Json) -> list[str]:
    """Every item a message names, in reading order."""
    action = interactive["action"]
    holders = [action, *_cards(action)]
    listed = [item for section in action.get("sections", []) for item in section.get("product_items", [])]
    return [str(each["product_retailer_id"]) for each in [*holders, *listed] if each.get("product_retailer_id")]


def _cards(action: Json) -> list[Json]:
    return [card["action"] for card in action.get("cards", [])]


def _not_connected() -> GraphError:
    return bad_parameter("interactive.action.catalog_id", "names a catalog that is not connected to this account.")
