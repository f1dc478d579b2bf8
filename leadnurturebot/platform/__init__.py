"""Ground under every room: tenancy, clocks, encryption, jobs, live events, errors, the embedded database."""
