"""Messages as they leave us: a type for every kind that can be sent, none of which can break its limits."""
