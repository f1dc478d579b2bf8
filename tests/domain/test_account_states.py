import pytest

from leadnurturebot.domain.account_states import ANSWERING, STARTING, account_state


@pytest.mark.parametrize(
    ("restrictions", "paused"),
    [((), ""), ((STARTING,), "started"), ((STARTING, ANSWERING), "all"), (("RESTRICTED_ADD_PHONE_NUMBER_ACTION",), "")],
)
def test_a_restriction_pauses_what_it_names(restrictions: tuple[str, ...], paused: str) -> None:
    state = account_state("ACCOUNT_RESTRICTION", restrictions=restrictions)
    assert state is not None
    assert (state.paused, state.notice) == (paused, "account_restricted" if restrictions else "")


def test_an_event_that_says_nothing_of_sending_has_no_state() -> None:
    assert account_state("MM_LITE_TERMS_SIGNED") is None
    assert account_state("DISABLED_UPDATE", ban_state="SOMETHING_NEW") is None
