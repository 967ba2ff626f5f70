"""Fresh virtual environments for the checks on built wheels."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

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


def run_to_end(command: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[str]:
    """
    Run a command; when this program is stopped meanwhile, end it with all that it has started.

    Args:
        command: Program and arguments.
        options: As for `subprocess.Popen`.
    """
    process = subprocess.Popen([str(word) for word in command], text=True, start_new_session=True, **options)
    try:
        output, errors = process.communicate()
    except BaseException:
        # pip and ensurepip start further processes, which would outlive their parent.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        raise
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


class Environment:
    """
    A virtual environment that has been made anew.

    Args:
        path: Where; whatever is there is deleted.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.python = path / "bin" / "python"
        done = run_to_end([sys.executable, "-I", "-m", "venv", "--clear", path], stderr=subprocess.PIPE)
        if done.returncode:
            raise CommandError(f"python -m venv {path}:\n{done.stderr.strip()}")

    def install(self, *arguments: str | Path) -> None:
        """
        Install with pip; dependencies come from the configured package index.

        Raises:
            CommandError: pip failed.
        """
        # Twice quiet: only errors. pip may need the proxies, which the checks themselves must not use.
        options = ("--disable-pip-version-check", "--no-input", "-qq")
        command = [self.python, "-I", "-m", "pip", "install", *options, *arguments]
        done = run_to_end(command, cwd=self.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
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
        done = run_to_end(
            [self.python, *arguments],
            cwd=directory or self.path,
            env=clean_variables(variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if done.returncode:
            printed = f"{done.stdout}\n{done.stderr}".strip()
            raise CommandError(f"python {' '.join(map(str, arguments))}:\n{printed}")
        return done.stdout

    def watch(self, arguments: Sequence[str | Path], *, variables: Mapping[str, str] | None = None) -> int:
        """Run Python with these arguments, let it print, and return its status."""
        sys.stdout.flush()
        command = [self.python, *arguments]
        return run_to_end(command, cwd=self.path, env=clean_variables(variables)).returncode
