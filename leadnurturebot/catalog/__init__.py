"""Products, variants, stock, size charts, pictures, the search index."""
