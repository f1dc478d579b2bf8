"""Which size to take: what is known of a body against how a garment is cut, how sure that is, and what fits have taught."""
