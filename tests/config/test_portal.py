"""The built portal and product pictures."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client


@pytest.fixture
def built(settings: Any, tmp_path: Path) -> Path:
    """A portal folder with its page."""
    settings.PORTAL_FOLDER = tmp_path
    (tmp_path / "index.html").write_text("<!doctype html><title>LeadNurtureBot</title>")
    return tmp_path


@pytest.mark.parametrize("path", ["/", "/inbox/01990000-0000-7000-8000-00000000000a", "/sign-in"])
def test_every_page_of_the_portal_is_its_index(built: Path, path: str) -> None:
    answer = Client().get(path)
    assert answer.content == b"<!doctype html><title>LeadNurtureBot</title>"
    assert answer["Cache-Control"] == "no-cache"
    assert "script-src 'self';" in answer["Content-Security-Policy"]
    assert "lnb_csrftoken" in answer.cookies


@pytest.mark.parametrize("path", ["/api/v2/me", "/hooks/x", "/static/portal/x.js", "/media/x.png", "/docs/none"])
def test_addresses_of_the_server_are_never_answered_with_the_portal(built: Path, path: str) -> None:
    answer = Client().get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_before_it_is_built_it_says_what_to_do(settings: Any, tmp_path: Path) -> None:
    settings.PORTAL_FOLDER = tmp_path
    answer = Client().get("/")
    assert (answer.status_code, answer.content.decode()) == (
        503, "The portal is not built yet. Run `make frontend`, then load this page again.\n"
    )  # fmt: skip


def test_pictures_are_served_for_a_long_time(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / "1.png").write_bytes(b"PNG")
    answer = Client().get("/media/products/1.png")
    assert (answer.content, answer["Content-Type"]) == (b"PNG", "image/png")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path", ["../secret.png", "notes.txt", "page.html", "drawing.svg", "missing.png", "%2e%2e/secret.png"]
)
def test_nothing_else_of_the_folder_is_handed_out(settings: Any, tmp_path: Path, path: str) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media").mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    for name in ("notes.txt", "page.html", "drawing.svg"):
        (tmp_path / "media" / name).write_text("text")
    assert Client().get(f"/media/{path}").status_code == 404
