"""What importing a package does to the process: next to nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .vendors import Vendor

PROBE = Path(__file__).with_name("import_probe.py")
MODULE_FILES = {".py", ".pyc", ".so", ".pyd"}


@pytest.fixture(scope="module")
def findings() -> dict[str, Any]:
    """Remember what was found out, since a new process is slow."""
    return {}


@pytest.fixture
def imported(vendor: Vendor, findings: dict[str, Any]) -> dict[str, Any]:
    """Import a package in a process of its own and return what was noticed."""
    if vendor.kit not in findings:
        # The place the tests themselves import from: source tree or installed wheel.
        place = Path(vendor.module.__path__[0]).parent
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-W", "error", str(PROBE), vendor.kit, str(place)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        findings[vendor.kit] = json.loads(done.stdout)
    found: dict[str, Any] = findings[vendor.kit]
    return found


def test_import_starts_no_thread(imported: dict[str, Any]) -> None:
    """After the import only the main thread is there."""
    assert imported["threads"] == 1


def test_import_opens_only_modules(imported: dict[str, Any]) -> None:
    """No file but those of Python modules is opened; no socket and no process either."""
    others = [
        (event, what)
        for event, what in imported["events"]
        if event != "open" or Path(what).suffix not in MODULE_FILES
    ]
    assert others == []


def test_import_leaves_logging_alone(imported: dict[str, Any], vendor: Vendor) -> None:
    """No existing logger changes; our own have no level and a handler that does nothing."""
    before, after = imported["logging"]
    assert before == {name: after[name] for name in before}
    ours = {name: state for name, state in after.items() if name.startswith((vendor.kit, vendor.generated))}
    assert ours
    assert set(map(str, ours.values())) == {str([0, False, ["NullHandler"]])}


def test_import_loads_no_model(imported: dict[str, Any], vendor: Vendor) -> None:
    """The many model modules are loaded when they are used, not before."""
    assert [name for name in imported["modules"] if name.startswith(f"{vendor.generated}.models.")] == []


def test_import_brings_no_other_package(imported: dict[str, Any], vendor: Vendor) -> None:
    """The packages of other vendors stay unloaded: no vendor imports another."""
    roots = {name.partition(".")[0] for name in imported["modules"]}
    assert {root for root in roots if root.endswith(("_kit", "_openapi"))} == {vendor.kit, vendor.generated}
