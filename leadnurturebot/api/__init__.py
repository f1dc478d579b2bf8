"""The HTTP API of the portal and of machines."""
