"""The demo shop's past: people, what was said, what was bought, and how it fitted. Made by seed, told from a `now`."""
