"""Who opens a link: a person, or a program that looks at it first."""

import re
from collections.abc import Mapping

# Link previews, crawlers and monitors say what they are. A browser that calls itself none of this is a person's.
_PROGRAMS = re.compile(
    r"bot\b|bots\b|crawl|spider|preview|scrap|fetch|monitor|facebookexternalhit|facebookcatalog|meta-external|whatsapp/"
    r"|twitterbot|slack|telegram|discord|skypeuri|linkedin|pinterest|embedly|curl/|wget/|python-|okhttp|go-http|java/"
    r"|headless|lighthouse",
    re.IGNORECASE,
)


def is_person(method: str, headers: Mapping[str, str]) -> bool:
    """Whether a request is somebody's tap. A browser that only reads ahead says so (`Sec-Purpose`), and one that asks for
    the head alone shows nothing to anybody."""
    ahead = f"{headers.get('Sec-Purpose', '')} {headers.get('Purpose', '')} {headers.get('X-Moz', '')}".lower()
    agent = headers.get("User-Agent", "")
    is_ahead = "prefetch" in ahead or "preview" in ahead or "prerender" in ahead
    return method == "GET" and bool(agent) and not is_ahead and not _PROGRAMS.search(agent)
