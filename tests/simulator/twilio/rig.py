"""A world with one number that Twilio carries."""

from typing import Any
from urllib.parse import parse_qsl

import httpx2

from tests.simulator.world_rig import AD, Rig

SID = "AC00112233445566778899aabbccddeeff"
FROM, EMMA = "whatsapp:+15550783881", "whatsapp:+447700900142"
CALLBACK = "http://product.test/hooks/messaging/twilio/k/?m=our-id#rc=5&rp=all"
NUMBER = {
    "provider": "twilio", "phone_number_id": FROM, "waba_id": SID, "auth_token": "t-1", "name": "TrendyThreads",
    "display_phone_number": "15550783881", "webhook_url": "http://product.test/hooks/messaging/twilio/k/",
    "api_url": "http://sim.test",
}  # fmt: skip


class TwilioRig(Rig):
    """Sends as a shop does."""

    def __init__(self) -> None:
        super().__init__({"portal_url": "http://product.test", "demo_token": "demo", "numbers": [NUMBER], "ads": [AD]})

    async def create(self, **form: str) -> httpx2.Response:
        data = {"From": FROM, "To": EMMA, "StatusCallback": CALLBACK, **form}
        return await self.http.post(f"/twilio/2010-04-01/Accounts/{SID}/Messages.json", data=data, auth=(SID, "t-1"))

    async def content(self, kind: str, content: dict[str, Any]) -> httpx2.Response:
        body = {"friendly_name": "x", "language": "en", "types": {kind: content}}
        return await self.http.post("/twilio/v1/Content", json=body, auth=(SID, "t-1"))

    def forms(self) -> list[dict[str, str]]:
        return [dict(parse_qsl(body.decode(), keep_blank_values=True)) for _, _, body in self.product.received]

    def statuses(self) -> list[str]:
        return [form["MessageStatus"] for form in self.forms() if "MessageStatus" in form]
