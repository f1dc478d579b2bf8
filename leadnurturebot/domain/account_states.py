"""What an event of the WhatsApp account means for sending (Meta's `account_update`, section 2.12 of the contract).

Restrictions carry their own end; everything else holds until an event lifts it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

STARTING = "RESTRICTED_BIZ_INITIATED_MESSAGING"
ANSWERING = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountState:
    """After an event. `paused`: `all`, `started` (nothing that the shop begins) or nothing; `notice` is its code."""

    status: str
    paused: str = ""
    notice: str = ""
    severity: str = "danger"


_CONNECTED = AccountState(status="CONNECTED")
_STATES = {
    "ACCOUNT_DELETED": AccountState(status="DELETED", paused="all", notice="account_disconnected"),
    "ACCOUNT_OFFBOARDED": AccountState(status="DISCONNECTED", paused="all", notice="account_disconnected"),
    "PARTNER_REMOVED": AccountState(status="DISCONNECTED", paused="all", notice="account_disconnected"),
    "PARTNER_APP_UNINSTALLED": AccountState(status="DISCONNECTED", paused="all", notice="account_disconnected"),
    "ACCOUNT_RECONNECTED": _CONNECTED,
    "PARTNER_ADDED": _CONNECTED,
    "PARTNER_APP_INSTALLED": _CONNECTED,
}
_BANS = {
    "DISABLE": AccountState(status="DISABLED", paused="all", notice="account_disabled"),
    "SCHEDULE_FOR_DISABLE": AccountState(status="TO_BE_DISABLED", notice="account_to_be_disabled"),
    "REINSTATE": _CONNECTED,
}


def account_state(event: str, *, restrictions: Sequence[str] = (), ban_state: str = "") -> AccountState | None:
    """The state after an event, None for one that changes nothing about sending."""
    if event == "DISABLED_UPDATE":
        return _BANS.get(ban_state)
    if event == "ACCOUNT_RESTRICTION":
        return _restricted(restrictions)
    return _STATES.get(event)


def _restricted(restrictions: Sequence[str]) -> AccountState:
    if not restrictions:
        return _CONNECTED
    paused = "all" if ANSWERING in restrictions else "started" if STARTING in restrictions else ""
    return AccountState(status="RESTRICTED", paused=paused, notice="account_restricted")
