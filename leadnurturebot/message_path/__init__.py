"""Receiver, worker, sender, timers: the way of one customer message through the house."""
