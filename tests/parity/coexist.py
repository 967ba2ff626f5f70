"""Install our wheels together with the vendors' SDKs and look whether they leave each other alone."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from .driver import SECONDS, clean_environment
from .environments import ROOT, InstallationError, environment, run
from .results import Result
from .sdks import SDKS

NAME = "coexist"
DIST = ROOT / "dist"
WHEELS = ("snaptrade_kit", "genesys_journey_kit", "stream_chat_kit")
PROBE = Path(__file__).with_name("coexist_probe.py")


def coexist() -> list[Result]:
    """Check one environment that holds everything.

    Raises:
        InstallationError: A wheel is missing or pip found no versions that agree.

    """
    wheels = _wheels()
    pins: dict[str, str] = {}
    for sdk in SDKS:
        # Of two versions of one distribution the first is the one our packages were derived from.
        pins.setdefault(sdk.distribution, sdk.pin)
    digests = " ".join(hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels)
    requirements = [*map(str, wheels), *pins.values()]
    python = environment(NAME, requirements, also_depends_on=digests)
    return [
        Result("all together", "-", report["operation"], ok=report["ok"], detail=report["detail"])
        for report in _probe(python)
    ]


def _wheels() -> list[Path]:
    found = _built()
    if len(found) < len(WHEELS):
        run(["make", "wheels"])
        found = _built()
    if len(found) != len(WHEELS):
        raise InstallationError(f"dist/ should hold one wheel of each of {', '.join(WHEELS)}")
    return found


def _built() -> list[Path]:
    return [wheel for name in WHEELS for wheel in sorted(DIST.glob(f"{name}-*.whl"))]


def _probe(python: Path) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            # Isolated, so that nothing is imported from this tree instead of the wheels.
            [str(python), "-I", str(PROBE)],
            cwd=home,
            env=clean_environment(home, {}),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    if done.returncode:
        reason = (done.stderr.strip() or f"ended with {done.returncode}").splitlines()[-1]
        return [{"operation": PROBE.stem, "ok": False, "detail": reason}]
    return [json.loads(line) for line in done.stdout.splitlines()]
