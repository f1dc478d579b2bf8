"""Replies in words: the texts of a language, the locale's money and lists, the brand's voice, the format's limits."""
