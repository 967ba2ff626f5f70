"""What importing a package does to the process: next to nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .vendors import Vendor

_PROGRAM = """
import json, logging, sys, threading
sys.path[:0] = PATHS
import attrs, httpx  # what they do is not ours to answer for
try:
    import jwt
except ImportError:
    pass

def loggers():
    found = {n: l for n, l in logging.Logger.manager.loggerDict.items() if isinstance(l, logging.Logger)}
    return {n: [l.level, l.disabled, [type(h).__name__ for h in l.handlers]] for n, l in found.items()}

events = []
def watch(event, arguments):
    if event == "open":
        events.append(["open", str(arguments[0])])
    elif event.split(".")[0] in {"socket", "subprocess", "os.fork", "ctypes"}:
        events.append([event, ""])

before = loggers(), logging.root.level, len(logging.root.handlers), dict(logging.Logger.manager.__dict__)["disable"]
sys.addaudithook(watch)
import KIT
seen = list(events)
after = loggers(), logging.root.level, len(logging.root.handlers), dict(logging.Logger.manager.__dict__)["disable"]
print(json.dumps({
    "events": seen,
    "threads": threading.active_count(),
    "modules": sorted(sys.modules),
    "loggers": [before[0], after[0]],
    "root": [before[1:], after[1:]],
}))
"""


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    """Remember what was found out, since a new process is slow."""
    return {}


@pytest.fixture
def imported(vendor: Vendor, facts: dict[str, Any]) -> dict[str, Any]:
    """Import a package in a process of its own and return what was noticed."""
    if vendor.kit not in facts:
        # The place the tests themselves import from: source tree or installed wheel.
        places = {str(Path(module.__path__[0]).parent) for module in (vendor.module,)}
        program = _PROGRAM.replace("PATHS", repr(sorted(places))).replace("KIT", vendor.kit)
        done = subprocess.run(
            [sys.executable, "-I", "-W", "error", "-c", program], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        facts[vendor.kit] = json.loads(done.stdout)
    found: dict[str, Any] = facts[vendor.kit]
    return found


def test_import_starts_no_thread(imported: dict[str, Any]) -> None:
    """After the import only the main thread is there."""
    assert imported["threads"] == 1


def test_import_opens_only_modules(imported: dict[str, Any]) -> None:
    """No file but those of Python modules is opened, and nothing else of the system is touched."""
    others = [
        pair for pair in imported["events"] if Path(pair[1]).suffix not in {".py", ".pyc", ".so", ".pyd"}
    ]
    assert others == []


def test_import_leaves_logging_alone(imported: dict[str, Any], vendor: Vendor) -> None:
    """No level, handler or flag of another logger changes; our own only get a handler that does nothing."""
    before, after = imported["loggers"]
    ours = (vendor.kit, vendor.generated)
    changed = {name: state for name, state in after.items() if before.get(name) != state}
    assert [state for name, state in changed.items() if name.partition(".")[0] in ours] == [
        [0, False, ["NullHandler"]] for name in changed if name.partition(".")[0] in ours
    ]
    foreign = {name: state for name, state in changed.items() if name.partition(".")[0] not in ours}
    assert all(state == [0, False, []] and name not in before for name, state in foreign.items())
    assert imported["root"][0] == imported["root"][1]


def test_import_loads_no_model(imported: dict[str, Any], vendor: Vendor) -> None:
    """The many model modules are loaded when they are used, not before."""
    assert [name for name in imported["modules"] if name.startswith(f"{vendor.generated}.models.")] == []


def test_import_brings_no_other_package(imported: dict[str, Any], vendor: Vendor) -> None:
    """The packages of other vendors stay unloaded: no vendor imports another."""
    ours = {vendor.kit, vendor.generated}
    roots = {name.partition(".")[0] for name in imported["modules"]}
    assert ours == {root for root in roots if root.endswith(("_kit", "_openapi"))}
