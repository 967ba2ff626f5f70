"""Virtual environments under `build/parity/`, kept as long as what they should hold is the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "parity"
STAMP = ".installed"
ERROR_LINES = 15


class InstallationError(RuntimeError):
    """Say what the installer printed."""


def environment(name: str, requirements: Sequence[str], *, also_depends_on: str = "") -> Path:
    """Return the interpreter of an environment that holds exactly what is asked.

    Args:
        name: Folder of the environment.
        requirements: What pip is to install; all in one go, so that it must find versions that agree.
        also_depends_on: Anything that, when it changes, asks for a new environment.

    Raises:
        InstallationError: pip or venv failed.

    """
    folder = FOLDER / name
    python = folder / "bin" / "python"
    stamp = folder / STAMP
    wanted = "\n".join([sys.version, *requirements, also_depends_on])
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"installing {', '.join(Path(item).name for item in requirements)}", file=sys.stderr, flush=True)
    run([sys.executable, "-m", "venv", "--clear", str(folder)])
    run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements])
    stamp.write_text(wanted, encoding="utf-8")
    return python


def run(command: Sequence[str]) -> None:
    """Run a command whose output matters only when it fails.

    Raises:
        InstallationError: The status was not 0.

    """
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-ERROR_LINES:])
        raise InstallationError(f"{' '.join(command[:4])} ... ended with {done.returncode}\n{tail}")
