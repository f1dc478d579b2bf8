"""Understanding, deciding and phrasing of replies."""
