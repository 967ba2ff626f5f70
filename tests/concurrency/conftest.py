"""Fixtures: a fast server in a process of its own, and a look at what a test leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from attrs import frozen

__all__ = ["FastServer", "descriptors", "threads"]


@frozen
class FastServer:
    """
    A running server.

    Args:
        url: Where it is.
    """

    url: str

    def stats(self) -> dict[str, Any]:
        """Return how often each user was asked for, and how many connections are and were open."""
        with httpx.Client(trust_env=False) as http:
            found: dict[str, Any] = http.get(f"{self.url}/stats").json()
        return found


@pytest.fixture
def fast_server() -> Iterator[FastServer]:
    """Run the server for one test, so that its counts belong to that test."""
    script = Path(__file__).with_name("server.py")
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        yield FastServer(f"http://127.0.0.1:{port}")
        process.communicate(timeout=10)


def descriptors() -> int | None:
    """Return how many files and sockets this process has open, ``None`` where nobody knows."""
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.is_dir() else None  # noqa: PTH208 -- a count, not paths


def threads() -> set[str]:
    """Return the names of the threads of this process."""
    return {thread.name for thread in threading.enumerate()}
