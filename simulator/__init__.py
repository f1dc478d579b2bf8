"""The outside world over HTTP: WhatsApp Cloud API, payment provider and a phone to hold.

A program of its own. It imports nothing of the product, so that the product meets it only through the
providers' contracts, and so that its bill can check the product's ledger.
"""
