"""What the shop says in its own words instead of ours: sentence by sentence, in each language."""
