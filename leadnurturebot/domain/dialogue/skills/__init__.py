"""What the assistant can do, one file a skill. A skill is a function of the draft and one request."""
