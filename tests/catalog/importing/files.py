"""Small catalogue files, written by hand as the programs write them."""

from pathlib import Path

_EXPORTS = Path(__file__).parent / "exports"
OWN, SHOPIFY, SHOPIFY_NEW, WOOCOMMERCE = (
    (_EXPORTS / f"{name}.csv").read_text("utf-8") for name in ("own", "shopify", "shopify_2025", "woocommerce")
)


def written(folder: Path, text: str, *, encoding: str = "utf-8") -> Path:
    """The text as a file."""
    file = folder / "catalogue.csv"
    file.write_text(text, encoding=encoding)
    return file
