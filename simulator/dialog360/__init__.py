"""WhatsApp as 360dialog carries it: Meta's bodies at an address of its own, a key for every number."""
