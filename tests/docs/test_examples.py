"""The examples run as they are, against a local server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.demo import demo_variables
from tests.sandbox.process import RunningSandbox, sandbox_process
from tests.sandbox.world_genesys import SHORT_SESSION

from .blocks import ROOT

SOURCES = [ROOT / "overlays" / name for name in ("snaptrade", "genesys_journey", "stream_chat")]


@pytest.fixture(scope="module")
def running() -> Iterator[RunningSandbox]:
    """Keep one server for all examples."""
    with sandbox_process() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: RunningSandbox) -> RunningSandbox:
    """Return the server as it was at its start."""
    running.control.reset()
    return running


def run(
    sandbox: RunningSandbox, name: str, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run an example with the packages of the source tree."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": os.pathsep.join(map(str, SOURCES)),
        "SNAPTRADE_USER_ID": "ada",
        "SNAPTRADE_USER_SECRET": sandbox.credentials.snaptrade_users["ada"],
        **demo_variables(sandbox),
        **variables,
    }
    return subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "examples" / name), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("demo.py", [], "30 of 30 calls gave what they should"),
        ("snaptrade_connections.py", [], "the user has to reconnect"),
        ("genesys_events.py", [SHORT_SESSION], "this was the last page"),
        ("stream_events.py", ["messaging:general", "jane"], "sent typing.start"),
        ("stream_events.py", ["broadcast:news", "jane"], "events cannot be sent there"),
    ],
    ids=["demo", "snaptrade", "genesys", "stream", "stream-refused"],
)
def test_example(sandbox: RunningSandbox, name: str, arguments: list[str], expected: str) -> None:
    """An example ends well and prints what it promises; warnings are errors."""
    done = run(sandbox, name, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert expected in done.stdout


@pytest.mark.parametrize("name", ["genesys_events.py", "stream_events.py"])
def test_example_without_arguments_explains_itself(sandbox: RunningSandbox, name: str) -> None:
    """Without its arguments an example prints how it is called."""
    done = run(sandbox, name)
    assert done.returncode == 1
    assert name in done.stderr


def test_demo_fails_when_an_operation_fails(sandbox: RunningSandbox) -> None:
    """The demo does not hide a failure: it marks the row and ends with status 1."""
    done = run(sandbox, "demo.py", DEMO_USER_ID="nobody")
    assert done.returncode == 1
    assert "FAILED" in done.stdout
    assert "see FAILED above" in done.stdout.splitlines()[-1]
