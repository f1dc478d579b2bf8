"""Who may do what, as one table. An operation that is not in it is refused with a loud error."""

from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from leadnurturebot.api.authentication import member_of

if TYPE_CHECKING:  # loaded by the very module that defines it
    from rest_framework.views import APIView

_EVERYONE = frozenset({"admin", "manager", "agent", "viewer"})
_WORKING = _EVERYONE - {"viewer"}
_LEADING = frozenset({"admin", "manager"})
_ADMIN = frozenset({"admin"})

ROLES_BY_OPERATION: dict[str, frozenset[str]] = {
    "getMe": _EVERYONE,
    "updateMe": _EVERYONE,
    "chooseShop": _EVERYONE,
    "getStatus": _EVERYONE,
    "advanceClock": _ADMIN,
    "getDashboard": _EVERYONE,
    "listConversations": _EVERYONE,
    "getConversation": _EVERYONE,
    "listMessages": _EVERYONE,
    "getMedia": _EVERYONE,
    "mergeLeads": _LEADING,
    "listRestockNotices": _EVERYONE,
    "cancelRestockNotice": _WORKING,
    "getProductFeedback": _EVERYONE,
    "undoMerge": _LEADING,
    "dismissNotice": _LEADING,
    "takeOver": _WORKING,
    "handBack": _WORKING,
    "sendMessage": _WORKING,
    "sendProducts": _WORKING,
    "previewProducts": _WORKING,
    "markSeen": _WORKING,
    "blockPerson": _WORKING,
    "unblockPerson": _WORKING,
    "listProducts": _EVERYONE,
    "getProduct": _EVERYONE,
    "createProduct": _LEADING,
    "changeProduct": _LEADING,
    "setProductStatus": _LEADING,
    "setStock": _WORKING,
    "addPicture": _LEADING,
    "arrangePictures": _LEADING,
    "listPersonalCatalogues": _EVERYONE,
    "createPersonalCatalogue": _WORKING,
    "revokePersonalCatalogue": _WORKING,
    "getSuggestions": _EVERYONE,
    "listSizeCharts": _EVERYONE,
    "createSizeChart": _LEADING,
    "changeSizeChart": _LEADING,
    "deleteSizeChart": _LEADING,
    "exportCatalogue": _LEADING,
    "listImports": _LEADING,
    "uploadCatalogue": _LEADING,
    "getImport": _LEADING,
    "discardImport": _LEADING,
    "listImportRows": _LEADING,
    "applyImport": _LEADING,
    "undoImport": _LEADING,
    "listOrders": _EVERYONE,
    "exportOrders": _LEADING,
    "getOrder": _EVERYONE,
    "listCarriers": _EVERYONE,
    "packOrder": _WORKING,
    "shipOrder": _WORKING,
    "deliverOrder": _WORKING,
    "cancelOrder": _WORKING,
    "noteOrder": _WORKING,
    "listReturns": _EVERYONE,
    "getReturn": _EVERYONE,
    "createReturn": _WORKING,
    "moveReturn": _WORKING,
    "listTickets": _EVERYONE,
    "getTicket": _EVERYONE,
    "createTicket": _WORKING,
    "changeTicket": _WORKING,
    "noteTicket": _WORKING,
    "replyTicket": _WORKING,
    "getTicketFigures": _EVERYONE,
    "refundOrder": _WORKING,
    "refundByHand": _WORKING,
    "approveRefund": _LEADING,
    "declineRefund": _LEADING,
    "listCoupons": _EVERYONE,
    "createCoupon": _LEADING,
    "stopCoupon": _LEADING,
    "listTexts": _EVERYONE,
    "wordText": _LEADING,
    "unwordText": _LEADING,
    "getVoice": _EVERYONE,
    "changeVoice": _LEADING,
    "getDeliveryRules": _EVERYONE,
    "setDeliveryRules": _LEADING,
    "resumeCoupon": _LEADING,
    "listAnswers": _EVERYONE,
    "getAnswer": _EVERYONE,
    "createAnswer": _LEADING,
    "changeAnswer": _LEADING,
    "deleteAnswer": _LEADING,
    "listExamples": _EVERYONE,
    "createExample": _LEADING,
    "deleteExample": _LEADING,
    "listUnanswered": _EVERYONE,
    "answerUnanswered": _LEADING,
    "teachUnanswered": _LEADING,
    "dismissUnanswered": _LEADING,
    "tryAssistant": _WORKING,
    "listParked": _EVERYONE,
    "retryParked": _LEADING,
    "resumeSending": _LEADING,
    "listTemplates": _EVERYONE,
    "createTemplate": _LEADING,
    "syncTemplates": _LEADING,
    "getTemplate": _EVERYONE,
    "editTemplate": _LEADING,
    "deleteTemplate": _LEADING,
    "submitTemplate": _LEADING,
    "acceptTemplateCategory": _LEADING,
    "listProviders": _LEADING,
    "listConnections": _LEADING,
    "getConnection": _LEADING,
    "createConnection": _ADMIN,
    "updateConnection": _ADMIN,
    "disconnectConnection": _ADMIN,
    "enableConnection": _ADMIN,
    "testConnection": _LEADING,
    "addNumber": _ADMIN,
    "updateNumber": _ADMIN,
    "removeNumber": _ADMIN,
    "listApiKeys": _LEADING,
    "createApiKey": _ADMIN,
    "revokeApiKey": _ADMIN,
}
"""Roles by operation id."""

PERSONAL = frozenset({"getMe", "updateMe", "chooseShop"})
"""About the person alone: open to somebody who belongs to no shop (any more)."""


class ByRole(BasePermission):
    """The caller's role in the active shop stands in the row of the operation."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        if not request.auth:
            return False
        operation = operation_of(view, request.method or "")
        if operation is None:
            return True
        if operation not in ROLES_BY_OPERATION:
            raise ImproperlyConfigured(f"operation {operation} has no row in the table of permissions")
        member = member_of(request)
        if member is None:
            return operation in PERSONAL
        return member.role in ROLES_BY_OPERATION[operation]


def may(role: str, operation: str) -> bool:
    """Whether a role may do an operation."""
    return role in ROLES_BY_OPERATION[operation]


def operation_of(view: "APIView", method: str) -> str | None:
    """The id of the operation that a method of a view does; None where the view has no such method (405 follows)."""
    handler = getattr(view, method.lower(), None)
    if handler is None or method == "OPTIONS":
        return None
    operation: str | None = getattr(handler, "operation_id", None)
    if operation is None:
        raise ImproperlyConfigured(f"{type(view).__name__}.{method.lower()} declares no operation")
    return operation
