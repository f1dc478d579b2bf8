"""The sending itself: accounts that stopped."""

from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.views import ShopView, operation
from leadnurturebot.message_path import channel
from leadnurturebot.platform import audit, live
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed


class ChannelRetryView(ShopView):
    """Numbers that cannot send."""

    @operation("resumeSending", "sending", answer=None, status=204)
    def post(self, request: Request) -> Response:
        """Try again: everything that waits goes out, and stops once more where the trouble is not mended."""
        count = channel.resume(borrowed(), self.shop.id, now=self.now, wall=wall_now())
        audit.record(
            shop_id=self.shop.id, actor=self.actor, action="sending.resumed", now=self.now, details={"numbers": count}
        )
        live.notify(borrowed(), self.shop.id, "dashboard")
        return Response(status=204)
