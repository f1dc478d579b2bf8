"""Counters and gauges of the message path for `/metrics`."""

from prometheus_client import Counter

webhook_requests = Counter("leadnurturebot_webhook_requests", "Webhook requests received")
unknown_numbers = Counter("leadnurturebot_unknown_numbers", "Events for numbers that no connection serves")
messages_handled = Counter("leadnurturebot_messages_handled", "Inbound messages handled")
messages_sent = Counter("leadnurturebot_messages_sent", "Messages accepted by the provider")
sends_unknown = Counter("leadnurturebot_sends_unknown", "Sends whose answer never came")
send_errors = Counter("leadnurturebot_send_errors", "Sends refused by the provider", ["code"])
receipts = Counter("leadnurturebot_receipts", "Read receipts and typing indicators by HTTP status", ["status"])
receipts_dropped = Counter("leadnurturebot_receipts_dropped", "Read receipts that a newer one or the budget replaced")
parked = Counter("leadnurturebot_parked", "Inbox rows set aside after repeated failures")
