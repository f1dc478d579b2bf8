"""The sending itself: accounts that stopped, and what the owner should know."""

from uuid import UUID

from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.views import ShopView, operation
from leadnurturebot.message_path import channel, notices
from leadnurturebot.platform import audit, live
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed


class ChannelRetryView(ShopView):
    """Numbers that cannot send."""

    @operation("resumeSending", "sending", answer=None, status=204)
    def post(self, request: Request) -> Response:
        """Try again: everything that waits goes out, and stops once more where the trouble is not mended."""
        count = channel.resume(borrowed(), self.shop.id, wall=wall_now())
        audit.record(
            shop_id=self.shop.id, actor=self.actor, action="sending.resumed", now=self.now, details={"numbers": count}
        )
        live.notify(borrowed(), self.shop.id, "dashboard")
        return Response(status=204)


class NoticeDismissView(ShopView):
    """One notice."""

    @operation("dismissNotice", "sending", answer=None, status=204)
    def post(self, request: Request, notice_id: UUID) -> Response:
        """It was read."""
        try:
            notices.dismiss(borrowed(), self.shop.id, notice_id)
        except notices.NoNotice as error:
            raise NotFound("This notice is gone already.") from error
        return Response(status=204)
