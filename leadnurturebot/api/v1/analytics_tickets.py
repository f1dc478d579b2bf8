"""How often something goes wrong after a sale, and how quickly it is put right."""

from datetime import date

from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.analytics.periods import RANGES
from leadnurturebot.api.v1.periods import period_of
from leadnurturebot.api.v1.ticket_shapes import TicketFiguresSerializer
from leadnurturebot.api.views import ShopView, answered, operation, query
from leadnurturebot.orders.ticket_queries import ticket_figures


class TicketFiguresView(ShopView):
    """Figures about tickets."""

    @operation(
        "getTicketFigures", "analytics", answer=TicketFiguresSerializer,
        parameters=(
            query("range", choices=RANGES, about="Days of the shop, ending today."),
            query("from", kind=date, about="With `to`, instead of `range`: days of the shop, both included."),
            query("to", kind=date),
        ),
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Tickets opened in a period, the share of its orders that have one, and how long answers took."""
        period = period_of(request, self.shop.timezone, self.now, default="30d")
        found = ticket_figures(self.shop.id, period.start, period.end)
        page = {
            "period": period, "found": found,
            "rate": found.orders_with_ticket / found.orders if found.orders else None,
            "first_answer_seconds": int(found.first_answer.total_seconds()) if found.first_answer else None,
            "solution_seconds": int(found.solution.total_seconds()) if found.solution else None,
        }  # fmt: skip
        return answered(TicketFiguresSerializer, page)
