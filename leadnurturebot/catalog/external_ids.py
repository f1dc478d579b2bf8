"""How a product is known to the source it comes from, when the source has no name for it."""

import re
import unicodedata
from itertools import chain, count
from uuid import UUID

from leadnurturebot.platform.sql import Connection


def slug(text: str) -> str:
    """A text as letters and digits with hyphens; one without either stays as it is."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", plain).strip("-") or text


def free_external_id(connection: Connection, shop_id: UUID, name: str) -> str:
    """The slug of a name, numbered when a product of the shop has it. The caller holds the shop's lock."""
    wanted = slug(name.strip())
    rows = connection.execute(
        "SELECT external_id FROM catalog_product WHERE shop_id = %s AND starts_with(external_id, %s)", [shop_id, wanted]
    )
    known = {external_id for (external_id,) in rows}
    return next(each for each in chain([wanted], (f"{wanted}-{number}" for number in count(2))) if each not in known)
