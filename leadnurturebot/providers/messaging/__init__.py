"""Messaging providers."""
