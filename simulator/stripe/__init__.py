"""Stripe Checkout: sessions, a hosted practice page, refunds and signed events."""
