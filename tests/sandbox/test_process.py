"""The process of the sandbox: readiness, a taken port, and every way to stop."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys

import pytest

from .process import ROOT, RunningSandbox, SandboxStartError, sandbox_process


def is_alive(pid: int) -> bool:
    """Tell whether a process of ours still runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_process_ends_with_its_block() -> None:
    """Nothing is left behind, even when the block fails; it took a free port and told its variables."""
    pids = []

    def use_and_fail() -> None:
        with sandbox_process("--speed", "60") as sandbox:
            pids.append(sandbox.pid)
            assert sandbox.control.settings()["window"] == 1
            assert {sandbox.env["SANDBOX_URL"], sandbox.env["STREAM_BASE_URL"]} == {sandbox.url}
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        use_and_fail()
    assert not is_alive(pids[0])


def test_a_taken_port_is_one_clear_line(running: RunningSandbox) -> None:
    """The second sandbox on a port says so and exits with 2."""
    port = running.url.rpartition(":")[2]
    command = [sys.executable, "-m", "tests.sandbox", "--port", port]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"port {port} on 127.0.0.1 is already in use" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    with pytest.raises(SandboxStartError, match="already in use"), sandbox_process("--port", port):
        pass


def start() -> subprocess.Popen[bytes]:
    """Start a process without the usual care for its end."""
    command = [sys.executable, "-m", "tests.sandbox", "--help-env", "--parent-pipe"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)


def test_every_way_to_stop_is_a_clean_exit() -> None:
    """Signals and the end of the parent's pipe stop the server with status 0."""
    with start() as interrupted, start() as terminated, start() as orphaned:
        ready = []
        for process in (interrupted, terminated, orphaned):
            assert process.stdout is not None
            ready.append(json.loads(process.stdout.readline()))
            assert process.stdout.readline().startswith(b"export SANDBOX_URL=")
        interrupted.send_signal(signal.SIGINT)
        terminated.send_signal(signal.SIGTERM)
        for process, told in zip((orphaned, interrupted, terminated), (ready[2], *ready[:2]), strict=True):
            _, errors = process.communicate(timeout=5)
            assert (0, b"", process.pid) == (process.returncode, errors, told["pid"])
            with socket.socket() as probe:
                assert probe.connect_ex(("127.0.0.1", int(told["url"].rpartition(":")[2]))) != 0
