"""An event on its way to the product."""

from dataclasses import dataclass, field

MAX_ATTEMPTS = 258  # what fits into seven days at these waits; then an event is gone for good


@dataclass(frozen=True)
class Delivery:
    """An event under way. `sender`: meta, twilio, dialog360, stripe, paypal or razorpay; `message_id` is the person's message it carries,
    if any; `headers` go along as they are; `tries` is how often it is brought before it is given up."""

    sender: str
    url: str
    secret: str
    lane: str
    body: str
    title: str
    group: str = ""
    person_id: str = ""
    message_id: str = ""
    chip: str = ""
    id: str = ""
    is_repeat: bool = False
    attempts: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    tries: int = MAX_ATTEMPTS
