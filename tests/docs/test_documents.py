"""What the documents say of commands, settings, files and addresses is so."""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadnurturebot import __version__
from leadnurturebot.cli import parser
from leadnurturebot.providers.registry import addresses_in_the_world

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
NOT_OURS = {
    ".git", ".venv", ".node", "node_modules", "build", "dist", "coverage", "htmlcov", "__pycache__", ".hypothesis",
    ".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", "portal",
}  # fmt: skip
PICTURES_AND_DATA = {".png", ".npz", ".ico", ".woff2"}
# In pieces, so that this file is not what it looks for. A path of one machine has no place in a document either.
NOWHERE = ("py" + "pi", "python" + "hosted", "registry." + "npmjs", "deb." + "debian", "/" + "work/")
NOT_IN_DOCUMENTS = ("/" + "tmp/", "/" + "root/")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def files(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in NOT_OURS and not path.name.endswith(".egg-info"):
            yield from files(path)
        elif path.is_file() and path.name != ".git" and path.suffix not in PICTURES_AND_DATA:
            yield path


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


DOCUMENTS = [path for path in files() if path.suffix == ".md"]


def first_column(heading: str) -> set[str]:
    """The names in the first column of the table under a heading of the README."""
    section = README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE))


def commands() -> set[str]:
    groups = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return set(next(groups).choices)


def settings_read(module: str) -> set[str]:
    """Names of environment variables that a module of `config` reads: `env.text("NAME")`, `os.environ.get("NAME")`."""
    tree = ast.parse((ROOT / "leadnurturebot" / "config" / module).read_text("utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    readers = (call for call in calls if re.fullmatch(r"(env|os\.environ)\.\w+", ast.unparse(call.func)))
    firsts = (call.args[0] for call in readers)
    return {str(first.value) for first in firsts if isinstance(first, ast.Constant)}


def test_the_readme_names_every_command_and_no_other() -> None:
    assert first_column("Commands") == commands()


def test_the_readme_names_every_setting_and_no_other() -> None:
    # XDG_DATA_HOME is the desktop's own; the home's row names it.
    read = settings_read("settings.py") | settings_read("home.py") - {"XDG_DATA_HOME"}
    assert first_column("Settings") == read | set(addresses_in_the_world())


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_relative_link_leads_to_a_file(document: Path) -> None:
    links = [link.partition("#")[0] for link in _LINK.findall(document.read_text("utf-8"))]
    relative = [link for link in links if link and "://" not in link and not link.startswith("mailto:")]
    assert [link for link in relative if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_make_target_of_a_document_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    wanted = set(re.findall(r"(?:`|^)make ([a-z-]+)\b", document.read_text("utf-8"), re.MULTILINE))
    assert {target for target in wanted if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_command_of_a_document_exists(document: Path) -> None:
    wanted = set(re.findall(r"(?:`|^|/)leadnurturebot ([a-z][a-z-]+)\b", document.read_text("utf-8"), re.MULTILINE))
    assert wanted <= commands()


def test_every_decision_record_is_in_the_index_by_its_title() -> None:
    folder = ROOT / "docs" / "adr"
    records = [path for path in sorted(folder.glob("*.md")) if path.name != "README.md"]
    titles = [path.read_text("utf-8").splitlines()[0].removeprefix("# ").replace(". ", " ", 1) for path in records]
    index = (folder / "README.md").read_text("utf-8")
    assert re.findall(r"^- \[(.+)\]\((.+)\)$", index, re.MULTILINE) == [
        (title, path.name) for title, path in zip(titles, records, strict=True)
    ]


def test_every_decision_record_has_its_three_parts_on_half_a_page() -> None:
    for path in (ROOT / "docs" / "adr").glob("0*.md"):
        text = path.read_text("utf-8")
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], path.name
        assert len(text.split()) <= 260, path.name


def test_every_waiting_change_is_named_and_the_version_is_on_top() -> None:
    folder = ROOT / "changelog.d"
    waiting = {path.name for path in folder.glob("*.md")} - {"README.md"}
    assert waiting == set(re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8")))
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == __version__


def test_no_file_names_a_package_index_or_a_folder_of_one_machine() -> None:
    found = [
        (named(path), word)
        for path in files()
        for word in NOWHERE
        if word in path.read_text("utf-8", "replace").lower()
    ]
    found += [(named(path), word) for path in DOCUMENTS for word in NOT_IN_DOCUMENTS if word in path.read_text("utf-8")]
    assert found == []
