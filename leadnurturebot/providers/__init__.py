"""Outside systems, one file each, found by the registry."""
