"""Addresses of version 1."""

from django.urls import path

from leadnurturebot.api.v1.conversations import ConversationsView, ConversationView, HandBackView, TakeOverView
from leadnurturebot.api.v1.dashboard import DashboardView
from leadnurturebot.api.v1.leads import LeadMergesView, LeadMergeUndoView
from leadnurturebot.api.v1.me import MeView, MyShopView
from leadnurturebot.api.v1.media import MediaView
from leadnurturebot.api.v1.messages import MessagesView
from leadnurturebot.api.v1.notices import NoticeDismissView
from leadnurturebot.api.v1.orders import OrderOneView, OrdersView
from leadnurturebot.api.v1.parked import ParkedRetryView, ParkedView
from leadnurturebot.api.v1.products import ProductOneView, ProductsView
from leadnurturebot.api.v1.status import DemoClockView, StatusView

urlpatterns = [
    path("me", MeView.as_view()),
    path("me/shop", MyShopView.as_view()),
    path("status", StatusView.as_view()),
    path("demo/clock", DemoClockView.as_view()),
    path("dashboard", DashboardView.as_view()),
    path("conversations", ConversationsView.as_view()),
    path("conversations/<uuid:thread_id>", ConversationView.as_view()),
    path("conversations/<uuid:thread_id>/messages", MessagesView.as_view()),
    path("conversations/<uuid:thread_id>/take-over", TakeOverView.as_view()),
    path("conversations/<uuid:thread_id>/hand-back", HandBackView.as_view()),
    path("conversations/<uuid:thread_id>/media/<uuid:media_id>", MediaView.as_view()),
    path("leads/<uuid:lead_id>/merges", LeadMergesView.as_view()),
    path("leads/<uuid:lead_id>/merges/<uuid:merge_id>/undo", LeadMergeUndoView.as_view()),
    path("notices/<uuid:notice_id>/dismiss", NoticeDismissView.as_view()),
    path("products", ProductsView.as_view()),
    path("products/<uuid:product_id>", ProductOneView.as_view()),
    path("orders", OrdersView.as_view()),
    path("orders/<uuid:order_id>", OrderOneView.as_view()),
    path("parked", ParkedView.as_view()),
    path("parked/<uuid:row_id>/retry", ParkedRetryView.as_view()),
]
