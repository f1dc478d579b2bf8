"""Catalogue files of shops: our own CSV, and what Shopify and WooCommerce export, recognised by their columns."""

from leadnurturebot.catalog.importing.importing import ImportReport, import_catalog
from leadnurturebot.catalog.importing.problems import NothingToImport, Problem

__all__ = ["ImportReport", "NothingToImport", "Problem", "import_catalog"]
