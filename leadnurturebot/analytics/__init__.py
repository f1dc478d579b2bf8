"""Reports over the ledger: reads only."""
