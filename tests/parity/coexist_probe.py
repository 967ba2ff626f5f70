"""Look around in an environment; runs there, with nothing but the standard library of its own."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import distributions

PACKAGES = (
    "snaptrade_kit",
    "genesys_journey_kit",
    "stream_chat_kit",
    "snaptrade_client",
    "PureCloudPlatformClientV2",
    "stream_chat",
)
SHOWN = 5


def files() -> tuple[bool, str]:
    """Look for files that two distributions claim in their RECORD."""
    owners: dict[str, set[str]] = defaultdict(set)
    unrecorded = []
    for distribution in distributions():
        name = distribution.metadata["Name"]
        if distribution.read_text("RECORD") is None:
            unrecorded.append(name)
        for path in distribution.files or []:
            owners[os.path.normpath(str(path.locate()))].add(name)
    shared = [f"{path} of {' and '.join(sorted(names))}" for path, names in owners.items() if len(names) > 1]
    if unrecorded:
        return False, f"no RECORD: {', '.join(unrecorded)}"
    if shared:
        return False, f"{len(shared)} shared files: {'; '.join(shared[:SHOWN])}"
    return True, f"{len(owners)} files, none owned twice"


def imports() -> tuple[bool, str]:
    """Import all packages into this one process."""
    for name in PACKAGES:
        try:
            module = importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 -- whatever an import raises is a result to report
            return False, f"{name}: {type(error).__name__}: {error}"
        if not str(module.__file__).startswith(sys.prefix):
            return False, f"{name} comes from {module.__file__}"
    return True, f"{len(PACKAGES)} packages in one process"


def requirements() -> tuple[bool, str]:
    """Ask pip whether every distribution has what it requires."""
    command = [sys.executable, "-I", "-m", "pip", "check", "--disable-pip-version-check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0, " ".join((done.stdout + done.stderr).split())


if __name__ == "__main__":
    for name, check in (("files", files), ("imports", imports), ("requirements", requirements)):
        ok, detail = check()
        print(json.dumps({"operation": name, "ok": ok, "detail": detail}), flush=True)
    # A vendor's package starts threads when it is imported; they are not worth waiting for.
    os._exit(0)
