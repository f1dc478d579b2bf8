"""PayPal: Orders v2 with approval and capture, refunds, webhooks signed by certificate."""
