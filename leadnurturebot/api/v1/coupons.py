"""Coupons: which there are, a new one, one less."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.analytics.periods import start_of
from leadnurturebot.api.errors import Refused
from leadnurturebot.api.v1 import shapes
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.catalog.queries import categories_of
from leadnurturebot.orders.coupons import (
    CouponView,
    NewCoupon,
    NoSuchCoupon,
    UnusableCoupon,
    coupon_create,
    coupon_resume,
    coupon_stop,
    list_coupons,
)
from leadnurturebot.shops.access import get_shop

STATES = ("active", "planned", "over", "used_up", "stopped")
_MOST = 10**12
_OPTIONAL: dict[str, Any] = {"required": False, "allow_null": True}


class CouponSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    code = serializers.CharField()
    state = serializers.ChoiceField(choices=STATES)
    percent = serializers.IntegerField(allow_null=True)
    amount = shapes.Money(allow_null=True)
    minimum = shapes.Money()
    categories = serializers.ListField(child=serializers.CharField())
    starts_at = serializers.DateTimeField(allow_null=True)
    ends_at = serializers.DateTimeField(allow_null=True)
    uses = serializers.IntegerField(allow_null=True)
    used = serializers.IntegerField()
    uses_per_customer = serializers.IntegerField(allow_null=True)
    is_told = serializers.BooleanField()
    given = shapes.Money(help_text="What it took off in all.")


class CouponPageSerializer(serializers.Serializer[Any]):
    results = CouponSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)
    categories = serializers.ListField(
        child=serializers.CharField(), help_text="Kinds of goods that the shop sells and a coupon may be for."
    )


class NewCouponSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(max_length=20, help_text="4 to 15 letters, then 1 to 3 digits: WELCOME10.")
    percent = serializers.IntegerField(min_value=1, max_value=95, **_OPTIONAL)
    amount = serializers.IntegerField(min_value=1, max_value=_MOST, help_text="Minor units.", **_OPTIONAL)
    minimum = serializers.IntegerField(
        min_value=0, max_value=_MOST, required=False, default=0, help_text="Minor units."
    )
    categories = serializers.ListField(
        child=serializers.CharField(max_length=40), max_length=30, required=False, default=list
    )
    starts_at = serializers.DateTimeField(**_OPTIONAL)
    ends_at = serializers.DateTimeField(**_OPTIONAL)
    starts_on = serializers.DateField(help_text="A day of the shop, instead of `starts_at`.", **_OPTIONAL)
    ends_on = serializers.DateField(help_text="Its last day, included, instead of `ends_at`.", **_OPTIONAL)
    uses = serializers.IntegerField(min_value=1, max_value=10**6, **_OPTIONAL)
    uses_per_customer = serializers.IntegerField(min_value=1, max_value=1000, default=1, **_OPTIONAL)
    is_told = serializers.BooleanField(required=False, default=False)


class CouponsBase(ShopView):
    """What operations on coupons share."""

    def coupons(self) -> list[CouponView]:
        """The shop's coupons now."""
        return list_coupons(self.shop.id, get_shop(self.shop.id).currency, now=self.now)


class CouponsView(CouponsBase):
    """The coupons."""

    @operation("listCoupons", "coupons", answer=CouponPageSerializer)
    def get(self, request: Request) -> Response:
        """The shop's coupons with their uses: those that count first, newest first, at most 500."""
        found = {"results": self.coupons(), "next_cursor": None, "categories": categories_of(self.shop.id)}
        return answered(CouponPageSerializer, found)

    @operation("createCoupon", "coupons", answer=CouponSerializer, body=NewCouponSerializer, status=201)
    def post(self, request: Request) -> Response:
        """Make a coupon that takes off either a percentage or an amount. A code is never used for a second one."""
        new = self._new(checked(NewCouponSerializer, request))
        try:
            coupon_id = coupon_create(self.shop.id, new, now=self.now, actor=self.actor)
        except UnusableCoupon as error:
            raise ValidationError({error.field: [str(error)]}) from error
        made = next(coupon for coupon in self.coupons() if coupon.id == coupon_id)
        return answered(CouponSerializer, made, status=201)

    def _new(self, given: dict[str, Any]) -> NewCoupon:
        """Days are the shop's: from the first moment of one to the last of another."""
        first, last = given.pop("starts_on", None), given.pop("ends_on", None)
        if first:
            given["starts_at"] = start_of(first, self.shop.timezone)
        if last:
            given["ends_at"] = start_of(last + timedelta(days=1), self.shop.timezone)
        return NewCoupon(**{**given, "categories": tuple(given["categories"])})


class CouponStopView(CouponsBase):
    """Stopping one."""

    @operation("stopCoupon", "coupons", answer=CouponSerializer)
    def post(self, request: Request, coupon_id: UUID) -> Response:
        """It counts no more from now on; orders placed with it keep what it took off."""
        try:
            coupon_stop(self.shop.id, coupon_id, now=self.now, actor=self.actor)
        except NoSuchCoupon as error:
            raise NotFound("There is no such coupon.") from error
        return answered(CouponSerializer, next(each for each in self.coupons() if each.id == coupon_id))


class CouponResumeView(CouponsBase):
    """Going on with one."""

    @operation("resumeCoupon", "coupons", answer=CouponSerializer)
    def post(self, request: Request, coupon_id: UUID) -> Response:
        """A stopped one counts again, within its dates and the uses that are left."""
        try:
            coupon_resume(self.shop.id, coupon_id, now=self.now, actor=self.actor)
        except NoSuchCoupon as error:
            raise NotFound("There is no such coupon.") from error
        except UnusableCoupon as error:
            raise Refused("too_many_coupons", str(error)) from error
        return answered(CouponSerializer, next(each for each in self.coupons() if each.id == coupon_id))
