"""The switches in plain words, for the page that shows them all. A test holds this list against `Faults`."""

from dataclasses import dataclass, fields

from simulator.faults import CHOICES, LEAST_MOST, Faults
from simulator.jsontypes import Json

EVENTS = "Events to the shop's system"
SHAPE = "How events look"
SENDS = "When the shop's system sends"
STATUSES = "What becomes of a message"
LIMITS = "Limits"
TEMPLATES = "Templates"
MONEY = "Payments"
ALL = "All faults"


@dataclass(frozen=True)
class Switch:
    name: str
    group: str
    label: str
    hint: str = ""


SWITCHES = (
    Switch("percent", ALL, "How often a fault strikes, in percent", "Counts for every fault that is on or off."),
    Switch("duplicate_events", EVENTS, "Send every event twice", "Meta repeats events even when they were answered."),
    Switch("disorder", EVENTS, "Late and out of order", "Every event takes its own way, up to four seconds long."),
    Switch("lose_first_try", EVENTS, "Lose the first try", "The event comes when it is tried again."),
    Switch("hold_events", EVENTS, "Hold all events back", "They pile up and come when this is switched off."),
    Switch("delay_seconds", EVENTS, "Events come later by, in seconds"),
    Switch("batch_events", EVENTS, "Many events in one post", "Messages and statuses of many people together."),
    Switch("batch_size", EVENTS, "At most this many events in one post"),
    Switch("retry_speedup", EVENTS, "Repeat unanswered events faster, times", "1 is Meta's pace: a minute to forty."),
    Switch("bad_signature", EVENTS, "Wrong signature"),
    Switch("missing_signature", EVENTS, "No signature"),
    Switch(
        "escape_unicode", SHAPE, "Write é and emoji as \\u codes", "As Meta does; the signature covers these bytes."
    ),
    Switch("payload_version", SHAPE, "Version of the events", "v23.0 has a conversation in every status."),
    Switch("user_ids", SHAPE, "Business-scoped user ids", "Off: as before April 2026, phone numbers only."),
    Switch("bare_payloads", SHAPE, "Leave out all optional fields"),
    Switch("media_urls", SHAPE, "Direct address inside media events", "Meta adds it for some accounts since 2025."),
    Switch(
        "timeout_after_accept", SENDS, "Time out after accepting", "The message goes out, the sender never hears so."
    ),
    Switch("timeout_seconds", SENDS, "Seconds until the time-out"),
    Switch("reset_before_accept", SENDS, "Cut the connection before accepting"),
    Switch("reset_after_accept", SENDS, "Cut the connection after accepting"),
    Switch("too_many_requests", SENDS, "Too many requests (429)"),
    Switch("server_error", SENDS, "Server error (500)"),
    Switch("token_expired", SENDS, "Access token expired (401)"),
    Switch("slow_seconds", SENDS, "Answers take this many seconds longer", "Statuses may come before the answer."),
    Switch(
        "window_error_async", SENDS, "Closed window is told later", "Accepted first, failed by webhook with 131047."
    ),
    Switch("skip_delivered", STATUSES, "Read without delivered"),
    Switch("read_before_delivered", STATUSES, "Read comes before delivered"),
    Switch("read_percent", STATUSES, "Messages that are read, in percent"),
    Switch("fail_percent", STATUSES, "Messages that fail, in percent"),
    Switch("status_seconds", STATUSES, "Every status later by, in seconds"),
    Switch("throughput_limit", LIMITS, "80 messages a second per number"),
    Switch("pair_limit", LIMITS, "One message in 6 seconds per person", "45 at once are lent from the future."),
    Switch("tier_limit", LIMITS, "People a day that may be written to first"),
    Switch("portfolio_tier", LIMITS, "The portfolio's limit"),
    Switch("tier_error_code", LIMITS, "Error code beyond that limit", "Not confirmed by Meta, so choose."),
    Switch("tier_error_async", LIMITS, "That error comes by webhook"),
    Switch("marketing_cap", LIMITS, "Marketing cap reached for everybody", "131049 for marketing outside the window."),
    Switch("marketing_cap_messages", LIMITS, "Marketing messages per person and day", "0: no cap."),
    Switch("marketing_only_by_marketing_api", LIMITS, "Marketing only by its own address", "131063 on /messages."),
    Switch("template_review", TEMPLATES, "The review will"),
    Switch("template_review_seconds", TEMPLATES, "Seconds a review takes"),
    Switch("template_category", TEMPLATES, "Category of new utility templates"),
    Switch("pacing", TEMPLATES, "Hold new marketing templates back", "The first go out, the rest waits for a verdict."),
    Switch("pacing_first", TEMPLATES, "Messages that go out before the hold"),
    Switch("refunds_fail", MONEY, "Refunds fail"),
)


def switches_view(faults: Faults) -> Json:
    """Every switch with its words, value, usual value, and what it may be."""
    values, usual = faults.as_json(), Faults().as_json()
    kinds = {each.name: type(usual[each.name]).__name__ for each in fields(Faults)}
    rows = [
        {
            "name": each.name,
            "group": each.group,
            "label": each.label,
            "hint": each.hint,
            "kind": kinds[each.name],
            "choices": CHOICES.get(each.name, ()),
            "range": LEAST_MOST.get(each.name, (0, 10**7)),
            "value": values[each.name],
            "usual": usual[each.name],
        }
        for each in SWITCHES
    ]
    return {"switches": rows, "inject": faults.inject}
