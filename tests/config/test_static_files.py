"""The portal's built files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client


@pytest.fixture
def browser(settings: Any, tmp_path: Path) -> Iterator[Client]:
    """A browser before a built portal with one script."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index-abc123.js").write_text("export {}")
    (tmp_path / "favicon.svg").write_text("<svg/>")
    cached: Any = finders.get_finder  # remembers the folders it found first
    settings.STATICFILES_DIRS = [("portal", tmp_path)]
    cached.cache_clear()
    yield Client()
    cached.cache_clear()


def test_hashed_files_are_kept_for_ever(browser: Client) -> None:
    answer = browser.get("/static/portal/assets/index-abc123.js")
    assert (answer.content, answer["Content-Type"]) == (b"export {}", 'text/javascript; charset="utf-8"')
    assert "immutable" in answer["Cache-Control"]


def test_other_files_are_asked_for_again_and_answered_by_304(browser: Client) -> None:
    first = browser.get("/static/portal/favicon.svg")
    again = browser.get("/static/portal/favicon.svg", headers={"if-none-match": first["ETag"]})
    assert ("immutable" in first["Cache-Control"], again.status_code, again.content) == (False, 304, b"")


def test_an_unknown_file_is_not_there(browser: Client) -> None:
    assert browser.get("/static/portal/assets/none.js").status_code == 404
