"""What is wrong with a row or a file of products: a code with its values for the portal, which says it in the owner's
language, and English words for the command line."""

from collections.abc import Mapping

Values = Mapping[str, str | int]
_LONGEST_VALUE = 80

ROWS = {
    "size_chart_unknown": "there is no size chart {name!r}",
    "product_unknown": "there is no product {name!r}",
    "variant_unknown": "there is no variant {name!r}",
    "name_missing": "a product needs a name and an id",
    "variant_without_sku": "a variant of {name} has no SKU",
    "repeated": "{value} stands in row {row} already",
    "repeated_kind": "{kind} of {name} stands in row {row} already",
    "repeated_one": "this product of {name} stands in row {row} already",
    "in_file_already": "{value} is in the file already",
    "missing": "the {column} is missing",
    "title_missing": "the title of {name} is missing",
    "no_sku_and_no_id": "the product has neither SKU nor ID",
    "price_missing": "the price is missing",
    "no_price": "{text!r} is no price; write it like 49.90",
    "price_out_of_range": "{text} is no price",
    "price_zero": "a price must be above 0",
    "other_currency": "{text!r} is no price in {currency}, the shop's currency",
    "decimals": "{text} has more decimals than {currency}, which has {most}",
    "no_count": "{text!r} is no number of pieces",
    "no_whole_count": "{text!r} is no whole number of pieces",
    "no_stock": "{text} is no stock; use 0 or more",
    "no_stock_column": "the file has no stock; new variants stay sold out until their stock is set",
    "picture_address": "a picture's address must begin with https://, not {text!r}",
    "none_of": "{text!r} is none of {choices}",
    "no_measure": "{text} is no measure in centimetres",
    "too_long": "{text!r}… is longer than {most} characters",
    "unreadable": "the row cannot be read ({error})",
    "no_text": "the row holds signs that are no text",
    "too_many_cells": "the row has more cells than there are columns; put texts with commas in quotes",
    "type_not_sold": "a product of the type {text!r} is not sold in the chat",
    "gift_card": "{name} is a gift card; those are not sold in the chat",
    "no_parent": "there is no usable product {name!r} for this variation",
}
"""English words by code."""
FILES = {
    "nothing_usable": "no row of the file can be imported",
    "empty": "the file is empty; its first line must name the columns",
    "spreadsheet": "this is a spreadsheet, not a CSV file; open it and save it as CSV",
    "no_text_file": "this is no text file; export the catalogue as CSV",
    "columns_unknown": "these columns are unknown; use a product export of Shopify or WooCommerce, or columns named {needed}"
    " (found: {found})",
}
"""The same for whole files."""


class UnusableRow(ValueError):
    """A row that cannot be saved: its number from 1, its column, and what is wrong by a code of ROWS and its values."""

    def __init__(self, row: int, column: str, code: str, /, **values: str | int) -> None:
        self.row = row
        self.column = column
        self.code = code
        self.values: Values = {name: _short(value) for name, value in values.items()}
        self.message = ROWS[code].format(**values)
        super().__init__(f"row {row}, {column}: {self.message}")


def _short(value: str | int) -> str | int:
    return value if isinstance(value, int) else value[:_LONGEST_VALUE]
