"""An environment for each client that is measured, and the stock generator's packages."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tests.parity.environments import ROOT, InstallationError, environment
from tests.parity.sdks import SDKS

__all__ = ["GETSTREAM", "ROOT", "InstallationError", "has_fast_extra", "ours", "sdk", "stock"]

FOLDER: Final = ROOT / "build" / "bench"
GETSTREAM: Final = "getstream==7.0.0"
VENDORS: Final = ("snaptrade", "genesys_journey", "stream_chat")
_GENERATOR_SECONDS = 120


def _shared_pins() -> list[str]:
    """Return what raw httpx, our packages and the stock ones must have in common to be compared."""
    return [f"{name}=={version(name)}" for name in ("httpx", "httpcore", "h11", "anyio", "attrs")]


def _wheels() -> list[Path]:
    wheels = sorted((ROOT / "dist").glob("*.whl"))
    if len(wheels) != len(VENDORS):
        raise InstallationError(f"{len(VENDORS)} wheels are needed in dist/: run `make wheels`")
    return wheels


def has_fast_extra() -> bool:
    """Tell whether the built wheels offer the extra ``[fast]``."""
    for wheel in _wheels():
        with zipfile.ZipFile(wheel) as archive:
            name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            if b"\nProvides-Extra: fast\n" not in archive.read(name):
                return False
    return True


def ours(*, fast: bool = False) -> Path:
    """Return the interpreter of an environment with our three wheels."""
    wheels = _wheels()
    extra = "[fast]" if fast else ""
    digests = " ".join(hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels)
    folder = FOLDER / ("fast" if fast else "ours")
    requirements = [*(f"{wheel}{extra}" for wheel in wheels), *_shared_pins()]
    return environment(str(folder), requirements, also_depends_on=digests)


def sdk(name: str) -> Path:
    """Return the interpreter of the environment of a vendor's SDK; `make parity` uses the same ones."""
    if name == "getstream":
        return environment(str(FOLDER / name), [GETSTREAM])
    return environment(name, [next(known.pin for known in SDKS if known.name == name)])


def stock() -> Path:
    """
    Return the interpreter of an environment with what the generator makes without our templates.

    Raises:
        InstallationError: The generator refused a specification.
    """
    specs = [(ROOT / "specs" / f"{vendor}.yaml").read_bytes() for vendor in VENDORS]
    digest = hashlib.sha256(b"".join(specs)).hexdigest()
    generator = f"openapi-python-client {version('openapi-python-client')}"
    python = environment(str(FOLDER / "stock"), _shared_pins(), also_depends_on=f"{generator} {digest}")
    packages = next((FOLDER / "stock" / "lib").glob("python*/site-packages"))
    for vendor in VENDORS:
        if not (packages / f"stock_{vendor}").exists():
            with tempfile.TemporaryDirectory() as folder:
                shutil.move(_generate(vendor, Path(folder)), packages)
    return python


def _generate(vendor: str, folder: Path) -> Path:
    settings = folder / "settings.yaml"
    settings.write_text(f"package_name_override: stock_{vendor}\npost_hooks: []\n", encoding="utf-8")
    target = folder / f"stock_{vendor}"
    command = [
        *(sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"),
        *("--path", str(ROOT / "specs" / f"{vendor}.yaml"), "--config", str(settings)),
        *("--output-path", str(target)),
    ]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=_GENERATOR_SECONDS
    )
    if done.returncode:
        raise InstallationError(f"the stock generator ended with {done.returncode}\n{done.stderr.strip()}")
    return target
