"""A shop, its people, keys, connections and settings."""
