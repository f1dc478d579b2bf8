"""Razorpay: payment links, refunds, signed webhooks, and the dashboard page where a webhook is pasted."""
