"""Picture files are written once, by other processes."""

from pathlib import Path

import pytest

from leadnurturebot.demo_shop.pictures import files
from leadnurturebot.demo_shop.pictures.files import finish_pictures, first_pictures
from leadnurturebot.demo_shop.shop import SHOP


def test_missing_pictures_are_finished_by_other_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = sorted(first_pictures())[:3]
    monkeypatch.setattr(files, "gallery", lambda: dict.fromkeys(wanted))
    said: list[str] = []
    assert finish_pictures(media_root=tmp_path, log=said.append) == 3
    assert said == ["3 pictures drawn"]
    assert all((tmp_path / SHOP.slug / name).read_bytes().startswith(b"\x89PNG") for name in wanted)
    assert finish_pictures(media_root=tmp_path, log=said.append) == 0
