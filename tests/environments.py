"""Fresh virtual environments for the checks on built wheels."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

__all__ = ["DIST", "ROOT", "CommandError", "Environment", "clean_variables", "end_on_sigterm", "find_wheels"]

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"


class CommandError(RuntimeError):
    """Say which command failed and what it printed."""


def find_wheels() -> list[Path]:
    """
    Return the three built wheels.

    Raises:
        CommandError: They are not there; `make wheels` builds them.
    """
    wheels = sorted(DIST.glob("*.whl"))
    if len(wheels) != 3:
        raise CommandError(f"3 wheels are needed in dist/, there are {len(wheels)}: run `make wheels`")
    return wheels


def clean_variables(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment without what could lead Python or a request astray."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTHON") and not name.lower().endswith("_proxy")
    }
    return {**kept, **(more or {})}


def end_on_sigterm() -> None:
    """Turn a request to end into an exception, so that every `with` block is left properly."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)


class Environment:
    """
    A virtual environment that has been made anew.

    Args:
        path: Where; whatever is there is deleted.
    """

    def __init__(self, path: Path) -> None:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(path)
        self.path = path
        self.python = path / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def install(self, *arguments: str | Path) -> None:
        """
        Install with pip; dependencies come from the configured package index.

        Raises:
            CommandError: pip failed.
        """
        # Twice quiet: only errors.
        options = ("--disable-pip-version-check", "--no-input", "-qq")
        # pip needs the proxies, which the checks themselves must not use.
        command = [str(self.python), "-I", "-m", "pip", "install", *options, *map(str, arguments)]
        done = subprocess.run(command, cwd=self.path, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CommandError(f"pip install {' '.join(map(str, arguments))}:\n{done.stderr.strip()}")

    def run(
        self,
        arguments: Sequence[str | Path],
        *,
        variables: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> str:
        """
        Run Python with these arguments and return what it printed.

        Raises:
            CommandError: It ended with another status than 0.
        """
        done = subprocess.run(
            [str(self.python), *map(str, arguments)],
            cwd=directory or self.path,
            env=clean_variables(variables),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            printed = f"{done.stdout}\n{done.stderr}".strip()
            raise CommandError(f"python {' '.join(map(str, arguments))}:\n{printed}")
        return done.stdout

    def watch(
        self,
        arguments: Sequence[str | Path],
        *,
        variables: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> int:
        """Run Python with these arguments, let it print, and return its status."""
        sys.stdout.flush()
        return subprocess.run(
            [str(self.python), *map(str, arguments)],
            cwd=directory or self.path,
            env=clean_variables(variables),
            check=False,
        ).returncode
