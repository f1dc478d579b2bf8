"""Simulated shoppers: people with a wish and habits who read what the shop writes and answer as people do."""
