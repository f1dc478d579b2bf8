"""Addresses of version 1."""

from django.urls import path

from leadnurturebot.api.v1.analytics_tickets import TicketFiguresView
from leadnurturebot.api.v1.api_keys import ApiKeysView, ApiKeyView
from leadnurturebot.api.v1.awaited import LeadNoticeCancelView, LeadNoticesView, ProductFeedbackView
from leadnurturebot.api.v1.catalogue_imports import (
    ExportView,
    ImportApplyView,
    ImportOneView,
    ImportRowsView,
    ImportsView,
    ImportUndoView,
)
from leadnurturebot.api.v1.connection_numbers import NumbersView, NumberView
from leadnurturebot.api.v1.connections import (
    ConnectionOneView,
    ConnectionsView,
    DisconnectView,
    EnableView,
    TestConnectionView,
)
from leadnurturebot.api.v1.conversations import (
    BlockView,
    ConversationsView,
    ConversationView,
    HandBackView,
    SeenView,
    TakeOverView,
)
from leadnurturebot.api.v1.coupons import CouponResumeView, CouponStopView, CouponsView
from leadnurturebot.api.v1.dashboard import DashboardView
from leadnurturebot.api.v1.delivery_rules import DeliveryRulesView
from leadnurturebot.api.v1.knowledge import EntriesView, EntryOneView, ExampleOneView, ExamplesView
from leadnurturebot.api.v1.leads import LeadMergesView, LeadMergeUndoView
from leadnurturebot.api.v1.me import MeView, MyShopView
from leadnurturebot.api.v1.media import MediaView
from leadnurturebot.api.v1.messages import MessagesView
from leadnurturebot.api.v1.notices import NoticeDismissView
from leadnurturebot.api.v1.order_deeds import (
    CarriersView,
    OrderCancelView,
    OrderDeliverView,
    OrderNotesView,
    OrderPackView,
    OrderShipView,
)
from leadnurturebot.api.v1.order_export import OrdersExportView
from leadnurturebot.api.v1.orders import OrderOneView, OrdersView
from leadnurturebot.api.v1.own_words import TextOneView, TextsView, VoiceView
from leadnurturebot.api.v1.parked import ParkedRetryView, ParkedView
from leadnurturebot.api.v1.personal_catalogues import PersonalCatalogueRevokeView, PersonalCataloguesView
from leadnurturebot.api.v1.product_parts import PicturesView, ProductStatusView, ProductStockView
from leadnurturebot.api.v1.products import ProductOneView, ProductsView
from leadnurturebot.api.v1.providers import ProvidersView
from leadnurturebot.api.v1.refunds import HandRefundView, RefundApproveView, RefundDeclineView, RefundsView
from leadnurturebot.api.v1.returns import OrderReturnsView, ReturnDeedView, ReturnOneView, ReturnsView
from leadnurturebot.api.v1.sending import ChannelRetryView
from leadnurturebot.api.v1.sending_products import ProductsPreviewView, SendProductsView
from leadnurturebot.api.v1.size_charts import SizeChartOneView, SizeChartsView
from leadnurturebot.api.v1.status import DemoClockView, StatusView
from leadnurturebot.api.v1.suggestions import SuggestionsView
from leadnurturebot.api.v1.templates import (
    TemplateCategoryView,
    TemplateOneView,
    TemplateSubmitView,
    TemplatesView,
    TemplateSyncView,
)
from leadnurturebot.api.v1.tickets import TicketNotesView, TicketOneView, TicketReplyView, TicketsView
from leadnurturebot.api.v1.try_it import TryView
from leadnurturebot.api.v1.unanswered import (
    UnansweredAnswerView,
    UnansweredDismissView,
    UnansweredExampleView,
    UnansweredListView,
)

urlpatterns = [
    path("me", MeView.as_view()),
    path("me/shop", MyShopView.as_view()),
    path("status", StatusView.as_view()),
    path("demo/clock", DemoClockView.as_view()),
    path("dashboard", DashboardView.as_view()),
    path("conversations", ConversationsView.as_view()),
    path("conversations/<uuid:thread_id>", ConversationView.as_view()),
    path("conversations/<uuid:thread_id>/messages", MessagesView.as_view()),
    path("conversations/<uuid:thread_id>/products", SendProductsView.as_view()),
    path("conversations/<uuid:thread_id>/products/preview", ProductsPreviewView.as_view()),
    path("conversations/<uuid:thread_id>/take-over", TakeOverView.as_view()),
    path("conversations/<uuid:thread_id>/hand-back", HandBackView.as_view()),
    path("conversations/<uuid:thread_id>/media/<uuid:media_id>", MediaView.as_view()),
    path("leads/<uuid:lead_id>/notices", LeadNoticesView.as_view()),
    path("leads/<uuid:lead_id>/notices/<uuid:variant_id>/cancel", LeadNoticeCancelView.as_view()),
    path("leads/<uuid:lead_id>/merges", LeadMergesView.as_view()),
    path("leads/<uuid:lead_id>/merges/<uuid:merge_id>/undo", LeadMergeUndoView.as_view()),
    path("conversations/<uuid:thread_id>/seen", SeenView.as_view()),
    path("conversations/<uuid:thread_id>/block", BlockView.as_view()),
    path("products", ProductsView.as_view()),
    path("products/<uuid:product_id>", ProductOneView.as_view()),
    path("products/<uuid:product_id>/status", ProductStatusView.as_view()),
    path("products/<uuid:product_id>/feedback", ProductFeedbackView.as_view()),
    path("products/<uuid:product_id>/stock", ProductStockView.as_view()),
    path("products/<uuid:product_id>/pictures", PicturesView.as_view()),
    path("size-charts", SizeChartsView.as_view()),
    path("size-charts/<uuid:chart_id>", SizeChartOneView.as_view()),
    path("catalogue/export", ExportView.as_view()),
    path("personal-catalogues", PersonalCataloguesView.as_view()),
    path("personal-catalogues/<uuid:page_id>/revoke", PersonalCatalogueRevokeView.as_view()),
    path("analytics/suggestions", SuggestionsView.as_view()),
    path("catalogue/imports", ImportsView.as_view()),
    path("catalogue/imports/<uuid:import_id>", ImportOneView.as_view()),
    path("catalogue/imports/<uuid:import_id>/rows", ImportRowsView.as_view()),
    path("catalogue/imports/<uuid:import_id>/apply", ImportApplyView.as_view()),
    path("catalogue/imports/<uuid:import_id>/undo", ImportUndoView.as_view()),
    path("orders", OrdersView.as_view()),
    path("orders/export", OrdersExportView.as_view()),
    path("orders/<uuid:order_id>", OrderOneView.as_view()),
    path("orders/<uuid:order_id>/pack", OrderPackView.as_view()),
    path("orders/<uuid:order_id>/ship", OrderShipView.as_view()),
    path("orders/<uuid:order_id>/deliver", OrderDeliverView.as_view()),
    path("orders/<uuid:order_id>/cancel", OrderCancelView.as_view()),
    path("orders/<uuid:order_id>/notes", OrderNotesView.as_view()),
    path("orders/<uuid:order_id>/returns", OrderReturnsView.as_view()),
    path("returns", ReturnsView.as_view()),
    path("returns/<uuid:return_id>", ReturnOneView.as_view()),
    path("returns/<uuid:return_id>/<slug:deed>", ReturnDeedView.as_view()),
    path("tickets", TicketsView.as_view()),
    path("tickets/<uuid:ticket_id>", TicketOneView.as_view()),
    path("tickets/<uuid:ticket_id>/notes", TicketNotesView.as_view()),
    path("tickets/<uuid:ticket_id>/reply", TicketReplyView.as_view()),
    path("analytics/tickets", TicketFiguresView.as_view()),
    path("carriers", CarriersView.as_view()),
    path("orders/<uuid:order_id>/refunds", RefundsView.as_view()),
    path("orders/<uuid:order_id>/refunds/by-hand", HandRefundView.as_view()),
    path("orders/<uuid:order_id>/refunds/<uuid:refund_id>/approve", RefundApproveView.as_view()),
    path("orders/<uuid:order_id>/refunds/<uuid:refund_id>/decline", RefundDeclineView.as_view()),
    path("delivery-rules", DeliveryRulesView.as_view()),
    path("coupons", CouponsView.as_view()),
    path("coupons/<uuid:coupon_id>/stop", CouponStopView.as_view()),
    path("assistant/texts", TextsView.as_view()),
    path("assistant/texts/<str:language>/<str:key>", TextOneView.as_view()),
    path("assistant/voice", VoiceView.as_view()),
    path("coupons/<uuid:coupon_id>/resume", CouponResumeView.as_view()),
    path("assistant/answers", EntriesView.as_view()),
    path("assistant/answers/<uuid:entry_id>", EntryOneView.as_view()),
    path("assistant/examples", ExamplesView.as_view()),
    path("assistant/examples/<uuid:example_id>", ExampleOneView.as_view()),
    path("assistant/unanswered", UnansweredListView.as_view()),
    path("assistant/unanswered/<uuid:unanswered_id>/answer", UnansweredAnswerView.as_view()),
    path("assistant/unanswered/<uuid:unanswered_id>/example", UnansweredExampleView.as_view()),
    path("assistant/unanswered/<uuid:unanswered_id>/dismiss", UnansweredDismissView.as_view()),
    path("assistant/try", TryView.as_view()),
    path("parked", ParkedView.as_view()),
    path("parked/<uuid:row_id>/retry", ParkedRetryView.as_view()),
    path("sending/resume", ChannelRetryView.as_view()),
    path("notices/<uuid:notice_id>/dismiss", NoticeDismissView.as_view()),
    path("templates", TemplatesView.as_view()),
    path("templates/sync", TemplateSyncView.as_view()),
    path("templates/<uuid:template_id>", TemplateOneView.as_view()),
    path("templates/<uuid:template_id>/submit", TemplateSubmitView.as_view()),
    path("templates/<uuid:template_id>/accept-category", TemplateCategoryView.as_view()),
    path("providers", ProvidersView.as_view()),
    path("connections", ConnectionsView.as_view()),
    path("connections/<uuid:connection_id>", ConnectionOneView.as_view()),
    path("connections/<uuid:connection_id>/disconnect", DisconnectView.as_view()),
    path("connections/<uuid:connection_id>/enable", EnableView.as_view()),
    path("connections/<uuid:connection_id>/test", TestConnectionView.as_view()),
    path("connections/<uuid:connection_id>/numbers", NumbersView.as_view()),
    path("connections/<uuid:connection_id>/numbers/<uuid:number_id>", NumberView.as_view()),
    path("api-keys", ApiKeysView.as_view()),
    path("api-keys/<uuid:key_id>", ApiKeyView.as_view()),
]
