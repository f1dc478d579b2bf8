"""People: identities, touches, consent, source, status."""
