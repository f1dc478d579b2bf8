"""People of shops by the names that the audit trail gives them."""

import re
from collections.abc import Mapping, Sequence

from leadnurturebot.platform.audit import PERSON, person
from leadnurturebot.platform.reading import fetch

_PERSON = re.compile(re.escape(PERSON) + "([0-9a-f-]{36})")


def names_of(actors: Sequence[str]) -> Mapping[str, str]:
    """The names of those among `actors` who are people, by actor; no query when none is."""
    ids = {found[1] for actor in actors if (found := _PERSON.fullmatch(actor))}
    if not ids:
        return {}
    rows = fetch("SELECT id, name FROM shops_user WHERE id = ANY(%(ids)s::uuid[])", {"ids": sorted(ids)})
    return {person(user_id): name for user_id, name in rows}
