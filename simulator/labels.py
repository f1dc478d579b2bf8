"""How an event reads on the wire log."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """A title and what it belongs to; `message_id` is the person's message the event carries, if any."""

    title: str
    group: str = ""
    chip: str = ""
    message_id: str = ""
