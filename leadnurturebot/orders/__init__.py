"""Carts, orders, stock holds."""
