from pathlib import Path

import httpx2
import pytest

from simulator.app import build_app
from simulator.main import main
from tests.simulator.world_rig import Rig


def test_a_bad_configuration_ends_the_program_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"leadnurturebot-simulator: .*No such file"):
        main(["serve", "--config", str(tmp_path / "none.json")])


@pytest.mark.asyncio
async def test_without_whatsapp_only_payments_remain() -> None:
    rig = Rig()
    transport = httpx2.ASGITransport(app=build_app(rig.world, with_whatsapp=False))
    async with httpx2.AsyncClient(transport=transport, base_url="http://sim.test") as http:
        answers = {
            path: (await http.get(path)).status_code for path in ("/healthz", "/phone", "/v25.0/1055", "/_sim/bill")
        }
        assert answers == {"/healthz": 200, "/phone": 404, "/v25.0/1055": 404, "/_sim/bill": 404}
        account = await http.get("/stripe/v1/account", headers={"Authorization": "Bearer sk_test_a"})
        assert account.status_code == 200
