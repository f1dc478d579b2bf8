"""Notices of outside systems, read and put away."""

from uuid import UUID

from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.views import ShopView, operation
from leadnurturebot.nurture.template_reviews import release
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.notices import dismiss_notice


class NoticeDismissView(ShopView):
    """A notice that somebody has read."""

    @operation("dismissNotice", "dashboard", answer=None, status=204)
    def post(self, request: Request, notice_id: UUID) -> Response:
        """Put a notice away. A template whose category changed is used again from then on."""
        found = dismiss_notice(borrowed(), self.shop.id, notice_id, at=self.now)
        if found is None:
            raise NotFound("There is no such notice.")
        kind, subject = found
        if kind == "template_category_changed":
            release(borrowed(), self.shop.id, subject, now=self.now)
        audit.record(
            shop_id=self.shop.id, actor=self.actor, action="notice.dismissed", now=self.now, details={"kind": kind}
        )
        return Response(status=204)
