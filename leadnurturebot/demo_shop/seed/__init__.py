"""Builds the demo shop in the database, through the actions and batches that live traffic goes through."""

from leadnurturebot.demo_shop.seed.build import SeededShop, seed
from leadnurturebot.demo_shop.seed.founding import DemoConnections

__all__ = ["DemoConnections", "SeededShop", "seed"]
