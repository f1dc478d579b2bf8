"""Judging recommendations: transactions, the lists of each way to suggest, and their figures."""
