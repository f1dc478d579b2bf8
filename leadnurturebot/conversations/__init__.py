"""Threads, conversations, messages and hand-off."""
