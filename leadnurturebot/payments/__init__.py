"""Payments, our payment link, applying provider events."""
