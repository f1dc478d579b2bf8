"""Follow-ups, templates and message budget."""
