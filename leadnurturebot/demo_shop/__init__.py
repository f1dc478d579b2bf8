"""TrendyThreads Boutique: the shop a fresh installation shows, with its goods, pictures, rules and past."""
