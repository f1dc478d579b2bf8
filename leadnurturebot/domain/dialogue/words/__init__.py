"""Words that customers use beside the intents, one module a language; `every.py` reads them, `shape.py` explains them."""
