import pytest

from simulator.config import ConfigError, load_config, parse_config
from tests.simulator.world_rig import AD, NUMBER, PNID, TOKEN, Rig, bearer

pytestmark = pytest.mark.asyncio
SECOND = {**NUMBER, "phone_number_id": "5055", "waba_id": "6066", "access_token": "t2", "name": "Marco's"}


async def test_a_configured_number_is_verified_at_the_start(rig: Rig) -> None:
    [number] = (await rig.http.get("/_sim/numbers")).json()["numbers"]
    assert (number["phone_number_id"], number["webhook_state"]) == (PNID, "verified")


async def test_another_number_is_connected_while_running(rig: Rig) -> None:
    response = await rig.http.post("/_sim/numbers", json=SECOND)
    assert (response.status_code, response.json()["webhook_state"]) == (201, "verified")
    answer = await rig.http.get("/v25.0/5055", headers=bearer("t2"))
    assert answer.json()["verified_name"] == "Marco's"


async def test_a_callback_that_does_not_return_the_challenge_is_refused(rig: Rig) -> None:
    response = await rig.http.post("/_sim/numbers", json={**SECOND, "verify_token": "wrong"})
    assert response.status_code == 422
    assert (await rig.http.get("/v25.0/5055", headers=bearer(TOKEN))).status_code == 400


async def test_a_number_without_its_fields_is_refused_by_name(rig: Rig) -> None:
    response = await rig.http.post("/_sim/numbers", json={"phone_number_id": "1"})
    assert "waba_id, app_secret" in response.json()["error"]


async def test_a_configured_number_waits_for_a_product_that_starts_late() -> None:
    rig = Rig()
    rig.product.is_down = True
    await rig.time.run(5)
    assert rig.world.numbers.all()[0].webhook_state == "pending"
    rig.product.is_down = False
    await rig.time.run(2)
    assert rig.world.numbers.all()[0].webhook_state == "verified"


async def test_people_keep_their_id_within_a_portfolio_and_differ_between_two(rig: Rig) -> None:
    emma = rig.world.people.get("emma")
    assert emma is not None
    assert emma.business_scoped_id("2066") == emma.business_scoped_id("2066")
    assert emma.business_scoped_id("2066") != emma.business_scoped_id("6066")
    assert emma.business_scoped_id("2066").startswith("GB.")


async def test_a_bad_configuration_is_named_in_one_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("config") / "config.json"
    with pytest.raises(ConfigError, match="No such file"):
        load_config(path)
    path.write_text("{nonsense")
    with pytest.raises(ConfigError, match="not JSON"):
        load_config(path)
    with pytest.raises(ConfigError, match="platform"):
        parse_config({"ads": [{**AD, "platform": "tv"}]})
