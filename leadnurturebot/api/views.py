"""What every operation shares: its declaration, the caller's shop, one transaction, business time."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from leadnurturebot.api.authentication import member_of
from leadnurturebot.platform import audit
from leadnurturebot.platform.clocks import business_now
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import shop_scope
from leadnurturebot.shops.access import Member, ShopRef

Handler = TypeVar("Handler", bound=Callable[..., HttpResponseBase])
_Serializer = type[BaseSerializer[Any]]
_Files = dict[tuple[int, str], OpenApiResponse]


def operation(
    operation_id: str, tag: str, *, answer: _Serializer | _Files | None, body: _Serializer | None = None,
    parameters: Sequence[OpenApiParameter] = (), status: int = 200,
) -> Callable[[Handler], Handler]:  # fmt: skip
    """Declares what a view's method does. The id names its row in the table of permissions."""

    def declare(handler: Handler) -> Handler:
        handler.operation_id = operation_id  # type: ignore[attr-defined]  # functions take attributes; permissions read it
        declared: Handler = extend_schema(
            operation_id=operation_id,
            tags=[tag],
            request=body,
            responses=answer if isinstance(answer, dict) else {status: answer},
            parameters=list(parameters),
        )(handler)
        return declared

    return declare


def file_operation(
    operation_id: str, tag: str, *, kind: str, parameters: Sequence[OpenApiParameter] = ()
) -> Callable[[Handler], Handler]:
    """As `operation`, for a method that answers with a file of a media type."""
    answer = {(200, kind): OpenApiResponse(OpenApiTypes.BINARY)}
    return operation(operation_id, tag, answer=answer, parameters=parameters)


def query(name: str, *, choices: Sequence[str] = (), kind: Any = str, about: str = "") -> OpenApiParameter:
    """An optional parameter of the address."""
    return OpenApiParameter(name, type=kind, enum=list(choices) or None, required=False, description=about)


class ShopView(APIView):
    """An operation inside the caller's shop, in one transaction that an error rolls back."""

    is_atomic = True
    """False where the action commits by itself."""

    member: Member

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with ExitStack() as self._entered:
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        member = member_of(request)
        if member is None:
            raise PermissionDenied("You belong to no shop.")
        self.member = member
        self._entered.enter_context(shop_scope(member.shop.id))
        if self.is_atomic:
            self._entered.enter_context(transaction.atomic())

    def handle_exception(self, exc: Exception) -> Response:
        if self.is_atomic and hasattr(self, "member"):
            transaction.set_rollback(True)
        return super().handle_exception(exc)

    @property
    def shop(self) -> ShopRef:
        """The active shop."""
        return self.member.shop

    @property
    def user_id(self) -> UUID | None:
        """The person who calls, None for a machine."""
        return self.member.user_id

    @property
    def actor(self) -> str:
        """The caller as the audit trail names it."""
        return audit.person(self.user_id) if self.user_id else f"key:{self.member.key_id}"

    @property
    def language(self) -> str:
        """The portal language of the person who calls; a machine's is its shop's."""
        return str(getattr(self.request.user, "language", "en"))

    @cached_property
    def key(self) -> ShopKey:
        """The active shop's data key."""
        return ring().of(borrowed(), self.shop.id)

    @cached_property
    def now(self) -> datetime:
        """Business time, read once a request."""
        return business_now(borrowed())


def answered(serializer: _Serializer, found: object, *, status: int = 200) -> Response:
    """An answer in the shape of its serializer."""
    return Response(serializer(found).data, status=status)


def checked(serializer: _Serializer, request: Request) -> dict[str, Any]:
    """The request's body, validated. Raises ValidationError."""
    read = serializer(data=request.data)
    read.is_valid(raise_exception=True)
    values: dict[str, Any] = read.validated_data
    return values


def chosen(request: Request, name: str, choices: Sequence[str], default: str) -> str:
    """A parameter that is one of `choices`. Raises ValidationError."""
    value = request.query_params.get(name, "") or default
    if value and value not in choices:
        raise ValidationError({name: [f"Use one of {', '.join(choices)}."]})
    return value
