"""Start a sandbox as a process of its own, talk to its control endpoints, and end it."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import httpx

from . import world

ROOT = Path(__file__).resolve().parents[2]
STARTUP_SECONDS = 30.0
STOP_SECONDS = 5.0


class SandboxStartError(RuntimeError):
    """Say what the process printed instead of becoming ready."""


@dataclass(frozen=True)
class Credentials:
    """Hold what a client needs to be let in by each vendor."""

    snaptrade_client_id: str = world.SNAPTRADE_CLIENT_ID
    snaptrade_consumer_key: str = world.SNAPTRADE_CONSUMER_KEY
    snaptrade_users: dict[str, str] = field(default_factory=lambda: dict(world.SNAPTRADE_USERS))
    genesys_client_id: str = world.GENESYS_CLIENT_ID
    genesys_client_secret: str = world.GENESYS_CLIENT_SECRET
    stream_api_key: str = world.STREAM_API_KEY
    stream_api_secret: str = world.STREAM_API_SECRET


class Control:
    """Give orders to a running sandbox."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/_sandbox", trust_env=False, timeout=10)

    def close(self) -> None:
        """Close the connections to the sandbox."""
        self._http.close()

    def reset(self) -> None:
        """Return the sandbox to the state of its start."""
        self._call("POST", "/reset")

    def requests(self) -> list[dict[str, Any]]:
        """Return all logged requests, oldest first."""
        logged: list[dict[str, Any]] = self._call("GET", "/requests")["requests"]
        return logged

    def forget_requests(self) -> None:
        """Empty the request log."""
        self._call("DELETE", "/requests")

    def violations(self) -> list[dict[str, Any]]:
        """Return the answers the sandbox held back because they broke a document."""
        found: list[dict[str, Any]] = self._call("GET", "/violations")["violations"]
        return found

    def state(self) -> dict[str, Any]:
        """Return what the vendors' own operations do not show."""
        return self._call("GET", "/state")

    def fault(self, **order: Any) -> None:
        """Queue one fault; the members are those of `tests.sandbox.faults.Fault`."""
        self._call("POST", "/faults", order)

    def clear_faults(self) -> None:
        """Drop all queued faults."""
        self._call("DELETE", "/faults")

    def clock(self, offset: float) -> None:
        """Set how many seconds the sandbox is ahead of real time."""
        self._call("POST", "/clock", {"offset": offset})

    def settings(self, **changes: Any) -> dict[str, Any]:
        """Change settings and return all of them."""
        return self._call("POST", "/settings", changes)

    def revoke_tokens(self) -> int:
        """Make all Genesys tokens invalid and return how many there were."""
        return int(self._call("POST", "/tokens/revoke")["revoked"])

    def _call(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        response = self._http.request(method, path, json=body)
        if response.is_error:
            raise ValueError(f"{method} {path} was refused: {response.text}")
        answer: dict[str, Any] = response.json()
        return answer


@dataclass(frozen=True)
class RunningSandbox:
    """Describe a sandbox that is ready."""

    url: str
    pid: int
    env: dict[str, str]
    control: Control
    credentials: Credentials = field(default_factory=Credentials)


@contextlib.contextmanager
def sandbox_process(*options: str) -> Iterator[RunningSandbox]:
    """Run a sandbox on a free port for the length of a `with` block.

    The process also ends when this one dies, because its standard input then closes.

    Raises:
        SandboxStartError: The process ended or stayed silent instead of becoming ready.

    """
    with tempfile.TemporaryFile() as errors, _started(options, errors) as process:
        ready = json.loads(_first_line(process, errors))
        control = Control(ready["url"])
        try:
            yield RunningSandbox(ready["url"], ready["pid"], ready["env"], control)
        finally:
            control.close()


@contextlib.contextmanager
def _started(options: tuple[str, ...], errors: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.sandbox", "--parent-pipe", *options],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
    )
    try:
        yield process
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def _first_line(process: subprocess.Popen[bytes], errors: IO[bytes]) -> bytes:
    """Wait for the line that tells readiness."""
    assert process.stdout is not None
    deadline = time.monotonic() + STARTUP_SECONDS
    line = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not line.endswith(b"\n"):
            if not selector.select(max(deadline - time.monotonic(), 0)):
                raise SandboxStartError(f"not ready within {STARTUP_SECONDS} seconds")
            # Past the buffer of the stream object: what it held back would never wake the selector.
            chunk = os.read(process.stdout.fileno(), 65_536)
            if not chunk:
                process.wait(STOP_SECONDS)
                errors.seek(0)
                raise SandboxStartError(errors.read().decode(errors="replace").strip())
            line += chunk
    return line.partition(b"\n")[0]
