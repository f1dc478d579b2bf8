"""How the control API answers."""

import orjson
from starlette.responses import Response


def answer(data: object, status: int = 200) -> Response:
    return Response(orjson.dumps(data), status, media_type="application/json")


def refusal(text: str, status: int = 400) -> Response:
    return answer({"error": text}, status)
