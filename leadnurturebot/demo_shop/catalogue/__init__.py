"""The demo shop's goods: data a person can read, expanded into products and variants."""
