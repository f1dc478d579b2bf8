"""Ids of buttons, rows and cards: short enough for a carousel (20 characters), and readable again weeks later.

An id is `verb[:reference][:argument]`, where a reference is a product (`p45`) or a variant (`v123`) by its code in the
shop. Nothing in an id is trusted: price, stock and cart are looked up anew when it is tapped.
"""

import re

from leadnurturebot.domain.values import value

ID_MAX = 20

_ID = re.compile(r"^(?P<verb>[a-z]+)(?::(?P<kind>[pv])(?P<code>\d+))?(?::(?P<argument>[\w.-]+))?$", re.ASCII)


@value
class Action:
    """What a tap asks for."""

    verb: str
    product_code: int | None = None
    variant_code: int | None = None
    argument: str = ""


def build(verb: str, *, product: int | None = None, variant: int | None = None, argument: str = "") -> str:
    """The id of an action.

    Raises ValueError when it would not fit or not be read back: a mistake in the program.
    """
    parts = [verb]
    if product is not None:
        parts.append(f"p{product}")
    if variant is not None:
        parts.append(f"v{variant}")
    if argument:
        parts.append(argument)
    action_id = ":".join(parts)
    if len(action_id) > ID_MAX or _ID.match(action_id) is None:
        raise ValueError(f"{action_id!r} is no action id of at most {ID_MAX} characters")
    return action_id


def parse(action_id: str) -> Action | None:
    """The action of an id, or None for an id that is not ours."""
    match = _ID.match(action_id)
    if match is None:
        return None
    code = int(match["code"]) if match["code"] else None
    return Action(
        verb=match["verb"],
        product_code=code if match["kind"] == "p" else None,
        variant_code=code if match["kind"] == "v" else None,
        argument=match["argument"] or "",
    )
