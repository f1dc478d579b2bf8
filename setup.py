"""What `pyproject.toml` cannot say: the guides of `docs` are packed beside the code that serves them."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

GUIDES = ("integrations", "webhooks", "security")


class WithGuides(build_py):
    """Copies the guides into the built package; an editable installation reads them where they are."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib, "leadnurturebot", "guides")
        self.mkpath(str(target))
        for name in GUIDES:
            self.copy_file(f"docs/{name}.md", str(target / f"{name}.md"))


setup(cmdclass={"build_py": WithGuides})
