from itertools import permutations

import pytest

from leadnurturebot.domain.lead_status import LeadStatus, highest, status_after

EXAMPLES = [
    ("new", "touch.recorded", "new"),
    ("new", "touch.recorded message.received", "engaged"),
    ("new", "cart.changed", "qualified"),
    ("engaged", "variant.chosen", "qualified"),
    ("engaged", "order.placed", "qualified"),
    ("qualified", "payment.settled", "converted"),
    ("converted", "message.received", "converted"),
    ("converted", "refund.settled", "converted"),
    ("qualified", "", "qualified"),
]


@pytest.mark.parametrize(("before", "events", "after"), EXAMPLES)
def test_a_lead_only_rises(before: str, events: str, after: str) -> None:
    assert status_after(LeadStatus(before), events.split()) == after


def test_the_order_of_events_does_not_matter() -> None:
    events = ["payment.settled", "touch.recorded", "cart.changed", "refund.settled"]
    assert {status_after(LeadStatus.NEW, order) for order in permutations(events)} == {LeadStatus.CONVERTED}


def test_a_merged_lead_has_the_higher_status() -> None:
    assert highest(LeadStatus.ENGAGED, LeadStatus.QUALIFIED, LeadStatus.NEW) is LeadStatus.QUALIFIED
