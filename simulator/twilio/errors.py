"""Errors as Twilio answers them, and Meta's codes in its numbers."""

from simulator.jsontypes import Json

STATUSES = {20003: 401, 20404: 404, 20429: 429, 20500: 500}
OF_META = {
    130429: 63018, 130472: 63032, 131009: 63005, 131026: 63024, 131047: 63016, 131049: 63049, 131052: 63019,
    131053: 63019, 131056: 63018, 132000: 63028, 132001: 63027,
}  # fmt: skip
CHANNEL_FAULT = 63012


class TwilioError(Exception):
    """A refusal."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    @property
    def status(self) -> int:
        return STATUSES.get(self.code, 400)

    def as_json(self) -> Json:
        more = f"https://www.twilio.com/docs/errors/{self.code}"
        return {"code": self.code, "message": self.message, "more_info": more, "status": self.status}


def of_meta(code: int) -> int:
    """Twilio's number for a code of Meta's."""
    return OF_META.get(code, CHANNEL_FAULT)
