"""Checks on the built files themselves; nothing is installed."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from email.parser import Parser
from pathlib import Path

from attrs import frozen

from tests.environments import DIST, ROOT, CommandError

__all__ = ["BUILT", "Built", "check_contents", "check_metadata", "check_rebuilt", "check_separate", "require"]


def require(condition: object, problem: str) -> None:
    """
    Go on only when something holds.

    Raises:
        CommandError: It does not.
    """
    if not condition:
        raise CommandError(problem)


@frozen
class Built:
    """
    One vendor's distribution.

    Args:
        project: The folder below overlays/.
        name: The name of the distribution.
        packages: Its import packages, the hand-written one first.
        needs: The distributions it may depend on directly.
    """

    project: str
    name: str
    packages: tuple[str, str]
    needs: frozenset[str]

    @property
    def wheel(self) -> Path:
        """The wheel."""
        return self._only("*.whl")

    @property
    def sdist(self) -> Path:
        """The source distribution."""
        return self._only("*.tar.gz")

    def _only(self, pattern: str) -> Path:
        found = list(DIST.glob(f"{self.name.replace('-', '_')}-{pattern}"))
        require(len(found) == 1, f"one {self.name} {pattern} is needed in dist/, there are {len(found)}")
        return found[0]

    def metadata(self) -> Message:
        """The METADATA file of the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            return Parser().parsestr(archive.read(name).decode())

    def requirements(self) -> list[str]:
        """What it needs without extras."""
        return [line for line in self.metadata().get_all("Requires-Dist", []) if "extra ==" not in line]


_CORE = frozenset({"anyio", "attrs", "h11", "httpcore", "httpx"})
BUILT = (
    Built("snaptrade", "snaptrade-kit", ("snaptrade_kit", "snaptrade_openapi"), _CORE),
    Built(
        "genesys_journey", "genesys-journey-kit", ("genesys_journey_kit", "genesys_journey_openapi"), _CORE
    ),
    Built("stream_chat", "stream-chat-kit", ("stream_chat_kit", "stream_chat_openapi"), _CORE | {"pyjwt"}),
)


def check_metadata(built: Built) -> str:
    """The metadata has license, description and Python version, and names only the allowed needs."""
    metadata = built.metadata()
    require(metadata["License-Expression"] == "MIT", "License-Expression is not MIT")
    require(metadata["License-File"] == "LICENSE", "License-File is missing")
    require(metadata["Requires-Python"] == ">=3.11", "Requires-Python is not >=3.11")
    require(metadata["Description-Content-Type"] == "text/markdown", "the description is not Markdown")
    readme = (ROOT / "overlays" / built.project / "README.md").read_text(encoding="utf-8")
    require(str(metadata.get_payload()).strip() == readme.strip(), "the description is not the README")
    found = {re.split(r"[^A-Za-z0-9._-]", line)[0].lower() for line in built.requirements()}
    require(found == built.needs, f"it needs {sorted(found)} instead of {sorted(built.needs)}")
    return f"version {metadata['Version']}, needs {', '.join(sorted(found))}"


def check_contents(built: Built) -> str:
    """The wheel holds its two packages with type markers and nothing else; RECORD lists every file."""
    with zipfile.ZipFile(built.wheel) as archive:
        names = archive.namelist()
        info = next(name for name in names if name.endswith("/RECORD")).partition("/")[0]
        record = {row[0] for row in csv.reader(io.StringIO(archive.read(f"{info}/RECORD").decode()))}
    require(record == set(names), "RECORD and contents differ")
    roots = {name.partition("/")[0] for name in names}
    require(roots == {*built.packages, info}, f"unexpected folders: {sorted(roots)}")
    strange = [
        name for name in names if not name.startswith(info) and not name.endswith((".py", "/py.typed"))
    ]
    require(not strange, f"unexpected files: {strange}")
    for package in built.packages:
        require(f"{package}/py.typed" in names, f"{package}/py.typed is missing")
    require(f"{info}/licenses/LICENSE" in names, "the license text is missing")
    return f"{len(names)} files"


def check_separate() -> str:
    """No file belongs to two wheels, so they can be installed and removed side by side."""
    owners: dict[str, str] = {}
    for built in BUILT:
        with zipfile.ZipFile(built.wheel) as archive:
            for name in archive.namelist():
                require(name not in owners, f"{name} is in {built.name} and in {owners.get(name)}")
                owners[name] = built.name
    return f"{len(owners)} files, none of them twice"


def check_rebuilt(built: Built) -> str:
    """A second build gives the same bytes, and so does a build from the source distribution."""
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder) / "again"
        _build(ROOT / "overlays" / built.project, again)
        for path in (built.wheel, built.sdist):
            same = (again / path.name).read_bytes() == path.read_bytes()
            require(same, f"a second build of {path.name} gives other bytes")
    with _unpacked(built.sdist) as source:
        _build(source, source / "dist", "--wheel")
        rebuilt = (source / "dist" / built.wheel.name).read_bytes()
        require(rebuilt == built.wheel.read_bytes(), "the source distribution gives another wheel")
    return "same bytes when built again and when built from the sdist"


@contextmanager
def _unpacked(sdist: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    try:
        with tarfile.open(sdist) as archive:
            archive.extractall(folder, filter="data")
        yield next(folder.iterdir())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _build(source: Path, target: Path, *options: str) -> None:
    tool = [sys.executable, "-m", "build", "--no-isolation"]
    command = [*tool, "--outdir", str(target), *options, str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    require(done.returncode == 0, f"the build failed:\n{done.stdout}\n{done.stderr}")
