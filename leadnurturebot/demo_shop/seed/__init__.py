"""Builds the demo shop in the database, through the actions and batches that live traffic goes through."""

from leadnurturebot.demo_shop.seed.build import SeededShop, seed
from leadnurturebot.demo_shop.seed.founding import DemoConnections
from leadnurturebot.demo_shop.seed.picture_files import finish_pictures

__all__ = ["DemoConnections", "SeededShop", "finish_pictures", "seed"]
