"""Append-only facts, from ad tap to refund."""
