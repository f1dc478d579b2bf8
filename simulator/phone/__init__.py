"""The practice phone: what its page reads and what the person holding it does."""
