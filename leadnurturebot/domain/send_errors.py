"""What to do when a message is refused or fails: the classes of trouble, however a provider numbers them.

A provider maps its codes to a `Trouble` (WhatsApp: `providers.messaging.cloud_errors`); what follows from a class is said
here, once, for the answer to a send and for a failed status alike. `told` is a text code: the portal has its words.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

HOUR = 3600.0
DAY = 24 * HOUR


class ErrorClass(StrEnum):
    """What a refusal means for the message, and beyond it."""

    RETRY = "retry"
    """The same message again after its wait."""
    SLOW_DOWN = "slow_down"
    """As `retry`, and the number's rate is lowered for a while."""
    PAIR_RATE = "pair_rate"
    """As `retry`, for this number and person only."""
    LATER = "later"
    """As `retry` after hours or days; answers are not worth it then."""
    NEEDS_TEMPLATE = "needs_template"
    """The window is closed: an approved template, or held."""
    MARKETING_CAPPED = "marketing_capped"
    """WhatsApp's limit of marketing for one person: nothing of that kind for a growing while."""
    SUPPRESS_MARKETING = "suppress_marketing"
    """The person stopped marketing: stored, and never tried again."""
    BAD_RECIPIENT = "bad_recipient"
    """This message will never reach this person; the third in a row marks the person unreachable."""
    CONFIG_ERROR = "config_error"
    """Something must be set right first; only this message fails."""
    CHANNEL_STOPPED = "channel_stopped"
    """Nothing of this account can be sent until it is set right: messages wait."""
    ACCOUNT_BLOCKED = "account_blocked"
    """As `channel_stopped`, by a decision of the provider."""
    TEMPLATE_PAUSED = "template_paused"
    """Waits until the template is unpaused."""
    TEMPLATE_BROKEN = "template_broken"
    """The template must be mended: its step is held."""
    MARKETING_PATH = "marketing_path"
    """The same message again over the provider's path for marketing."""
    NOT_OWNER = "not_owner"
    """Another app holds the conversation: the bot is silent for this person."""
    GIVE_UP = "give_up"
    """This message fails; nothing else follows."""
    UNKNOWN = "unknown"
    """The answer cannot be read: the message may have left, and is never repeated."""


STOPPING = frozenset({ErrorClass.CHANNEL_STOPPED, ErrorClass.ACCOUNT_BLOCKED})
"""Classes after which the whole account waits."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A row of the policy: the class, the owner's text code, and the wait before each further try in seconds."""

    kind: ErrorClass
    told: str
    waits: tuple[float, ...] = ()

    def wait(self, attempts: int) -> timedelta | None:
        """The wait after `attempts` tries; None when no further one is worth it."""
        return timedelta(seconds=self.waits[attempts - 1]) if attempts <= len(self.waits) else None


SOON = (5.0, 10.0, 20.0, 40.0, 80.0)
PAIR = tuple(4.0**n for n in range(6))
"""4^n seconds, n from 0."""
RATE = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 60.0)
MINUTES = (60.0, 120.0, 300.0, 300.0)
CALLS = (120.0, 300.0, 600.0, 900.0)
HOURS = (6 * HOUR, 12 * HOUR, DAY)
MARKETING = (DAY, 2 * DAY, 4 * DAY)
PENALTY = (DAY, 2 * DAY, 4 * DAY)
TEMPLATE_PAUSES = (3 * HOUR, 6 * HOUR)
"""Meta pauses a template for 3 h, then 6 h; the third time it is disabled."""

SLOWED_FOR = timedelta(minutes=5)
SLOWEST_FACTOR = 8
ANSWER_PATIENCE = timedelta(minutes=15)
"""An answer that comes later than this is no answer any more."""
UNREACHABLE_AFTER = 3
"""Undeliverable messages in a row, after which a person counts as unreachable."""

_USUAL: dict[ErrorClass, tuple[str, tuple[float, ...]]] = {
    ErrorClass.RETRY: ("provider_trouble", SOON),
    ErrorClass.SLOW_DOWN: ("sending_too_fast", RATE),
    ErrorClass.PAIR_RATE: ("person_too_often", PAIR),
    ErrorClass.LATER: ("quality_low", HOURS),
    ErrorClass.NEEDS_TEMPLATE: ("window_closed", ()),
    ErrorClass.MARKETING_CAPPED: ("marketing_limit", MARKETING),
    ErrorClass.SUPPRESS_MARKETING: ("marketing_stopped", ()),
    ErrorClass.BAD_RECIPIENT: ("undeliverable", ()),
    ErrorClass.CONFIG_ERROR: ("send_refused", ()),
    ErrorClass.CHANNEL_STOPPED: ("token_invalid", ()),
    ErrorClass.ACCOUNT_BLOCKED: ("account_restricted", ()),
    ErrorClass.TEMPLATE_PAUSED: ("template_paused", TEMPLATE_PAUSES),
    ErrorClass.TEMPLATE_BROKEN: ("template_broken", ()),
    ErrorClass.MARKETING_PATH: ("marketing_path", (1.0,)),
    ErrorClass.NOT_OWNER: ("other_app_holds", ()),
    ErrorClass.GIVE_UP: ("send_refused", ()),
    ErrorClass.UNKNOWN: ("send_unknown", ()),
}


def usual(kind: ErrorClass) -> Trouble:
    """The row of a class, for a provider that says no more than the class."""
    told, waits = _USUAL[kind]
    return Trouble(kind, told, waits)


# Of a code that nobody knows: it may be a new limit as well as a new fault, so nothing is repeated.
UNKNOWN_TROUBLE = Trouble(ErrorClass.GIVE_UP, "send_refused")


def slower(factor: int) -> int:
    """The next divisor of a number's rate after it was too fast once more: 2, 4, 8."""
    return min(max(factor, 1) * 2, SLOWEST_FACTOR)


def marketing_pause(refusals: int) -> timedelta:
    """How long no marketing goes to a person after their `refusals`-th refusal in a row: 1, 2, then 4 days."""
    return timedelta(seconds=MARKETING[min(refusals, len(MARKETING)) - 1])


def is_worth_waiting(wait: timedelta, *, is_answer: bool) -> bool:
    """Whether a message is still wanted after the wait: what we start is, an answer of hours ago is not."""
    return not is_answer or wait <= ANSWER_PATIENCE
