"""The portal's built files under ASGI."""

from collections.abc import Callable

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase


class WholeFiles:
    """Middleware around WhiteNoise: sends its files whole.

    Django streams a file through another thread piece by piece under ASGI, and warns of it. The files of a build have
    some hundred kilobytes at most.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        if not isinstance(response, FileResponse):
            return response
        whole = HttpResponse(response.getvalue(), status=response.status_code, headers=dict(response.items()))
        if response.file_to_stream is not None:
            response.file_to_stream.close()  # not the response: that would end the request before its time
        return whole
