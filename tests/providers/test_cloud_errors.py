"""The reference's table of error codes (section 7), row by row, and what follows from each."""

from datetime import timedelta

import pytest

from leadnurturebot.domain.send_errors import ErrorClass as Of
from leadnurturebot.providers.messaging.cloud_errors import refused, trouble_of
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER

# The reference's letters: N never as is, B back off, D hours or days, F set right first, H hand to a person.
# codes, letter, class, what the owner is told, waits before further tries in seconds
TABLE: list[tuple[list[int], str, Of, str, list[float]]] = [
    ([0, 190], "F", Of.CHANNEL_STOPPED, "token_invalid", []),
    ([3, 10, 200, 250, 299, 131005], "F", Of.CHANNEL_STOPPED, "permission_missing", []),
    ([368, 131031], "H", Of.ACCOUNT_BLOCKED, "account_restricted", []),
    ([130497], "N", Of.GIVE_UP, "country_not_allowed", []),
    ([1, 135000], "B", Of.RETRY, "provider_trouble", [5]),
    ([2, 133004], "B", Of.RETRY, "provider_trouble", [5, 10, 20, 40, 80]),
    ([131000, 131016], "B", Of.RETRY, "provider_trouble", [5, 10, 20, 40, 80]),
    ([4, 80007], "B", Of.RETRY, "too_many_calls", [120, 300, 600, 900]),
    ([130429], "B", Of.SLOW_DOWN, "sending_too_fast", [1, 2, 4, 8, 16, 30, 60]),
    ([131056], "B", Of.PAIR_RATE, "person_too_often", [1, 4, 16, 64, 256, 1024]),
    ([131048], "D", Of.LATER, "quality_low", [21600, 43200, 86400]),
    ([131057], "B", Of.RETRY, "provider_trouble", [60, 120, 300, 300]),
    ([133016], "D", Of.LATER, "registration_limit", [259200]),
    ([33, 100], "N", Of.GIVE_UP, "message_malformed", []),
    ([131008, 131009], "N", Of.GIVE_UP, "message_malformed", []),
    ([131021], "N", Of.GIVE_UP, "message_malformed", []),
    ([131026], "N", Of.BAD_RECIPIENT, "undeliverable", []),
    ([131030], "F", Of.CONFIG_ERROR, "test_number", []),
    ([131037], "F", Of.CHANNEL_STOPPED, "name_not_approved", []),
    ([131042], "H", Of.CHANNEL_STOPPED, "payment_problem", []),
    ([131045, 133010], "F", Of.CHANNEL_STOPPED, "number_not_registered", []),
    ([131047], "N", Of.NEEDS_TEMPLATE, "window_closed", []),
    ([131049], "D", Of.MARKETING_CAPPED, "marketing_limit", [86400, 172800, 345600]),
    ([131050], "N", Of.SUPPRESS_MARKETING, "marketing_stopped", []),
    ([130472], "N", Of.GIVE_UP, "person_in_experiment", []),
    ([131051], "N", Of.GIVE_UP, "message_malformed", []),
    ([131052, 131053], "B", Of.RETRY, "media_failed", [5]),
    ([131055], "N", Of.GIVE_UP, "not_marketing", []),
    ([131059], "B", Of.RETRY, "too_many_calls", [0]),
    ([131061], "N", Of.MARKETING_PATH, "marketing_path", [1]),
    ([131062], "N", Of.GIVE_UP, "phone_number_needed", []),
    ([131063], "F", Of.MARKETING_PATH, "marketing_path", [1]),
    ([131064], "D", Of.LATER, "category_misused", [86400, 172800, 345600]),
    ([131065], "N", Of.GIVE_UP, "send_refused", []),
    ([131070], "N", Of.NOT_OWNER, "other_app_holds", []),
    ([130501], "N", Of.GIVE_UP, "message_malformed", []),
    ([132000], "N", Of.TEMPLATE_BROKEN, "template_broken", []),
    ([132001], "N", Of.TEMPLATE_BROKEN, "template_broken", []),
    ([132005], "N", Of.TEMPLATE_BROKEN, "template_broken", []),
    ([132012], "N", Of.TEMPLATE_BROKEN, "template_broken", []),
    ([132007], "N", Of.TEMPLATE_BROKEN, "template_against_policy", []),
    ([132008], "N", Of.TEMPLATE_BROKEN, "template_broken", []),
    ([132015], "D", Of.TEMPLATE_PAUSED, "template_paused", [10800, 21600]),
    ([132016], "N", Of.TEMPLATE_BROKEN, "template_disabled", []),
    ([132068], "F", Of.CONFIG_ERROR, "flow_trouble", []),
    ([132069], "D", Of.RETRY, "flow_trouble", [360, 360]),
    ([133000, 133005, 133006, 133008, 133009], "F", Of.CONFIG_ERROR, "registration_failed", []),
    ([133015], "B", Of.RETRY, "registration_failed", [300]),
    ([134011], "H", Of.CONFIG_ERROR, "terms_not_accepted", []),
    ([134100], "N", Of.GIVE_UP, "not_marketing", []),
    ([134101], "B", Of.RETRY, "template_syncing", [600, 600]),
    ([134102], "H", Of.CONFIG_ERROR, "marketing_unavailable", []),
    ([137000], "F", Of.CONFIG_ERROR, "identity_changed", []),
    ([138000], "N", Of.GIVE_UP, "calls_unavailable", []),
    ([139000, 139001, 139002, 139003, 139004], "F", Of.CONFIG_ERROR, "flow_trouble", []),
    ([139100, 139101, 139102, 139103], "N", Of.GIVE_UP, "block_list_refused", []),
    ([147001, 147002, 147003, 147004, 147005], "F", Of.CONFIG_ERROR, "username_refused", []),
    ([2046], "N", Of.GIVE_UP, "message_malformed", []),
    ([2388019, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299], "N", Of.GIVE_UP, "template_text_refused", []),
    ([2593107, 2593108, 2593109], "N", Of.GIVE_UP, "history_not_synced", []),
]
EVERY = [(code, *row) for codes, *row in TABLE for code in codes]


@pytest.mark.parametrize(("code", "letter", "kind", "told", "waits"), EVERY)
def test_every_row_of_the_reference_has_its_policy(
    code: int, letter: str, kind: Of, told: str, waits: list[float]
) -> None:
    row = trouble_of(code)
    assert (row.kind, row.told, list(row.waits)) == (kind, told, waits)


@pytest.mark.parametrize(("code", "letter"), [row[:2] for row in EVERY])
def test_only_what_the_reference_lets_come_again_is_tried_again(code: int, letter: str) -> None:
    comes_again = {131061, 131063}  # by another path, which is another request
    assert bool(trouble_of(code).waits) == (letter in {"B", "D"} or code in comes_again)


@pytest.mark.parametrize("code", [12, 99, 130999, 131999, 2388020])
def test_a_code_that_nobody_knows_is_not_repeated_and_the_owner_hears_of_it(code: int) -> None:
    row = trouble_of(code)
    assert (row.kind, row.told, row.waits) == (Of.GIVE_UP, "send_refused", ())


@pytest.mark.parametrize("status", [200, 400, 401, 404, 429, 500, 503])
def test_the_http_status_decides_nothing_when_there_is_a_code(status: int) -> None:
    answer = refused(status, {"code": 131047, "message": "x", "error_data": {"details": "Message outside of window"}})
    assert (answer.code, answer.verdict, answer.text) == (131047, Of.NEEDS_TEMPLATE, "Message outside of window")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ({"code": 100, "error_subcode": 2388073}, 2388073), ({"code": 100, "error_subcode": 2494002}, 100),
        ({"code": 190, "error_subcode": 463}, 190), ({"code": "131056"}, 131056), ({"code": None}, 131000),
        ({"message": "no code"}, 131000), ({"code": 132012, "error_data": "a plain string"}, 132012),
    ],
)  # fmt: skip
def test_codes_are_read_from_every_shape_of_the_envelope(error: dict[str, object], code: int) -> None:
    assert refused(400, error).code == code


@pytest.mark.parametrize(
    ("status", "body", "verdict"),
    [
        (200, b"<html>", Of.UNKNOWN),
        (200, b'{"messages":[]}', Of.UNKNOWN),
        (502, b"<html>", Of.RETRY),
        (404, b"", Of.RETRY),
    ],
)
def test_a_success_that_cannot_be_read_may_have_left(status: int, body: bytes, verdict: Of) -> None:
    answer = PROVIDER.read_response(status, body)
    assert answer.verdict == verdict  # type: ignore[union-attr]  # fails loudly for an accepted one


def test_the_pair_waits_four_to_the_nth_and_then_gives_up() -> None:
    row = trouble_of(131056)
    assert [row.wait(n) for n in (1, 2, 3, 7)] == [
        timedelta(seconds=1), timedelta(seconds=4), timedelta(seconds=16), None,
    ]  # fmt: skip
