"""Counters of the message path. Every process counts its own; `shared_counters` brings them together for `/metrics`."""

from prometheus_client import CollectorRegistry, Counter

# Not the default registry: there the figures of one process would pass for those of all.
REGISTRY = CollectorRegistry()

webhook_requests = Counter("leadnurturebot_webhook_requests", "Webhook requests received", registry=REGISTRY)
unknown_numbers = Counter(
    "leadnurturebot_unknown_numbers", "Events for numbers that no connection serves", registry=REGISTRY
)
messages_handled = Counter("leadnurturebot_messages_handled", "Inbound messages handled", registry=REGISTRY)
messages_sent = Counter("leadnurturebot_messages_sent", "Messages accepted by the provider", registry=REGISTRY)
sends_unknown = Counter("leadnurturebot_sends_unknown", "Sends whose answer never came", registry=REGISTRY)
send_errors = Counter(
    "leadnurturebot_send_errors", "Sends refused by the provider or failed afterwards", ["code"], registry=REGISTRY
)
receipts = Counter(
    "leadnurturebot_receipts", "Read receipts and typing indicators by HTTP status", ["status"], registry=REGISTRY
)
receipts_dropped = Counter(
    "leadnurturebot_receipts_dropped", "Read receipts that a newer one or the budget replaced", registry=REGISTRY
)
parked = Counter("leadnurturebot_parked", "Inbox rows set aside after repeated failures", registry=REGISTRY)
