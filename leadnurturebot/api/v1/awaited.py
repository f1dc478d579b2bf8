"""What customers tell of a product after it came, and what they wait for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import Page
from leadnurturebot.api.views import ShopView, answered, operation
from leadnurturebot.catalog.queries import sizing_said
from leadnurturebot.leads.lookup import LeadUnknown, require_lead
from leadnurturebot.message_path.restock_wishes import NoNotice, cancel_notice
from leadnurturebot.nurture.restock_views import Awaited, awaited_of_product, notices_of_lead
from leadnurturebot.orders.fit_views import FitView, fit_of_product
from leadnurturebot.platform.sql import borrowed

LEANINGS = ("small", "large", "true", "")


class FitSerializer(serializers.Serializer[Any]):
    verdicts = serializers.IntegerField(help_text="How many have said how it fits.")
    small = serializers.IntegerField()
    right = serializers.IntegerField()
    large = serializers.IntegerField()
    leaning = serializers.ChoiceField(choices=LEANINGS, help_text="Empty while nobody has said anything.")


class AwaitedSerializer(serializers.Serializer[Any]):
    variant_id = serializers.UUIDField()
    color = serializers.CharField()
    size = serializers.CharField()
    people = serializers.IntegerField()


class ProductFeedbackSerializer(serializers.Serializer[Any]):
    fit = FitSerializer()
    awaited = AwaitedSerializer(many=True)


class NoticeSerializer(serializers.Serializer[Any]):
    variant_id = serializers.UUIDField()
    product_id = serializers.UUIDField()
    product = serializers.CharField()
    color = serializers.CharField()
    size = serializers.CharField()
    asked_at = serializers.DateTimeField()
    reason = serializers.CharField(
        allow_blank=True, help_text="Why it was held back when the piece was there, a code of the contact gate."
    )


class NoticePageSerializer(serializers.Serializer[Any]):
    results = NoticeSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What is known of a product from its customers."""

    fit: FitView
    awaited: Sequence[Awaited]


class ProductFeedbackView(ShopView):
    """A product's fit, and who waits for it."""

    @operation("getProductFeedback", "products", answer=ProductFeedbackSerializer)
    def get(self, request: Request, product_id: UUID) -> Response:
        """How it fitted those who bought it, and how many people wait for which variant."""
        said = sizing_said(self.shop.id, product_id)
        if said is None:
            raise NotFound("There is no such product.")
        found = Feedback(
            fit=fit_of_product(borrowed(), self.shop.id, product_id, runs=said),
            awaited=awaited_of_product(self.shop.id, product_id),
        )
        return answered(ProductFeedbackSerializer, found)


class LeadNoticesView(ShopView):
    """What a lead waits for."""

    @operation("listRestockNotices", "leads", answer=NoticePageSerializer)
    def get(self, request: Request, lead_id: UUID) -> Response:
        """The pieces of which the lead is to be told once when they are back."""
        try:
            require_lead(borrowed(), self.shop.id, lead_id)
        except LeadUnknown as error:
            raise NotFound("There is no such lead.") from error
        return answered(NoticePageSerializer, Page(results=notices_of_lead(self.shop.id, lead_id), next_cursor=None))


class LeadNoticeCancelView(ShopView):
    """Taking one back."""

    @operation("cancelRestockNotice", "leads", answer=None, status=204)
    def post(self, request: Request, lead_id: UUID, variant_id: UUID) -> Response:
        """The lead is not told of this piece, as if they had said so. 404 when they do not wait for it."""
        try:
            require_lead(borrowed(), self.shop.id, lead_id)
            cancel_notice(
                borrowed(), shop_id=self.shop.id, lead_id=lead_id, variant_id=variant_id, actor=self.actor, now=self.now
            )  # fmt: skip
        except (LeadUnknown, NoNotice) as error:
            raise NotFound("They do not wait for this piece.") from error
        return Response(status=204)
