"""
Turn the specifications into packages, or check that the committed packages are what they give.

``python -m generator_config.generate`` regenerates the vendors whose specification,
configuration, templates or runtime changed; ``--check`` writes nothing, prints the difference
and ends with status 1 when there is one.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from .checks import check_spec
from .project import parse
from .spec import SpecError, load_spec
from .verify import verify_package

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "generator_config"
CACHE = ROOT / ".cache" / "generate"
RUFF_FIX = ("check", "--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--fix-only")
RUFF_RULES = ("--select", "F401,I", "--line-length", "110")
RUFF_FORMAT = ("format", "--isolated", "--no-cache", "--quiet", "--line-length", "110")
_TOOLS = ("openapi-python-client", "jinja2", "ruff")


@frozen
class Vendor:
    """
    One specification and the package made from it.

    Args:
        name: The stem of the specification and of the configuration file.
        package: The name of the generated package.
    """

    name: str
    package: str

    @property
    def spec(self) -> Path:
        """The specification."""
        return ROOT / "specs" / f"{self.name}.yaml"

    @property
    def config(self) -> Path:
        """The generator's configuration."""
        return HERE / f"{self.name}.yaml"

    @property
    def target(self) -> Path:
        """Where the package is committed."""
        return ROOT / "generated" / self.package


VENDORS = (
    Vendor("snaptrade", "snaptrade_openapi"),
    Vendor("genesys_journey", "genesys_journey_openapi"),
    Vendor("stream_chat", "stream_chat_openapi"),
)


def package_files(folder: Path) -> Iterator[Path]:
    """Give the files of a package relative to it, sorted, without caches."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder)


def _digest(folder: Path, *more: Path) -> str:
    digest = hashlib.sha256()
    for path in [*(folder / name for name in package_files(folder)), *more]:
        digest.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _inputs(vendor: Vendor) -> str:
    tools = " ".join(f"{tool}={importlib.metadata.version(tool)}" for tool in _TOOLS)
    return f"{_digest(HERE, vendor.spec)} {tools}"


def _is_current(vendor: Vendor) -> bool:
    try:
        known = json.loads((CACHE / f"{vendor.name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(known == {"inputs": _inputs(vendor), "outputs": _digest(vendor.target)})


def _remember(vendor: Vendor) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    state = {"inputs": _inputs(vendor), "outputs": _digest(vendor.target)}
    (CACHE / f"{vendor.name}.json").write_text(json.dumps(state), encoding="utf-8")


def _ruff(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "ruff", *arguments], check=True)


def build(vendor: Vendor, spec_file: Path, output: Path) -> None:
    """
    Generate one package into an empty folder.

    Args:
        vendor: Whose package.
        spec_file: The specification; tests pass broken ones.
        output: Where the package goes; its last part is the package name.

    Raises:
        SpecError: The specification cannot be generated completely.
    """
    spec = load_spec(spec_file)
    for error in check_spec(spec):
        raise error
    project = parse(spec, vendor.config, vendor.package, output)
    project.render()
    shutil.copytree(
        HERE / "runtime",
        output / "_runtime",
        ignore=shutil.ignore_patterns("__pycache__"),
        dirs_exist_ok=True,
    )
    _ruff(*RUFF_FIX, *RUFF_RULES, str(output))
    _ruff(*RUFF_FORMAT, str(output))
    verify_package(spec, project, output)


def _difference(vendor: Vendor, fresh: Path) -> Iterator[str]:
    names = sorted({*package_files(vendor.target), *package_files(fresh)})
    for name in names:
        old, new = vendor.target / name, fresh / name
        before = old.read_text(encoding="utf-8").splitlines(keepends=True) if old.exists() else []
        after = new.read_text(encoding="utf-8").splitlines(keepends=True) if new.exists() else []
        label = f"generated/{vendor.package}/{name}"
        if old.exists() != new.exists():
            yield f"{label}: {'not committed' if new.exists() else 'committed but not generated'}\n"
        yield from difflib.unified_diff(before, after, f"{label} (committed)", f"{label} (generated)")


def check(vendors: tuple[Vendor, ...]) -> bool:
    """Print how committed and freshly generated packages differ; tell whether they do not."""
    clean = True
    for vendor in vendors:
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / vendor.package
            build(vendor, vendor.spec, fresh)
            for line in _difference(vendor, fresh):
                clean = False
                sys.stdout.write(line if line.endswith("\n") else f"{line}\n")
    return clean


def generate(vendors: tuple[Vendor, ...], *, force: bool = False) -> None:
    """Regenerate the packages whose inputs or outputs changed; all succeed or none is touched."""
    stale = [vendor for vendor in vendors if force or not _is_current(vendor)]
    with tempfile.TemporaryDirectory() as folder:
        for vendor in stale:
            build(vendor, vendor.spec, Path(folder) / vendor.package)
        for vendor in stale:
            shutil.rmtree(vendor.target, ignore_errors=True)
            shutil.copytree(
                Path(folder) / vendor.package, vendor.target, ignore=shutil.ignore_patterns("__pycache__")
            )
            _remember(vendor)
    for vendor in vendors:
        print(f"generated/{vendor.package}: {'written' if vendor in stale else 'is current'}")


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="generate", description=__doc__.strip().splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    parser.add_argument("--force", action="store_true", help="regenerate what seems current, too")
    options = parser.parse_args(arguments)
    try:
        if options.check:
            clean = check(VENDORS)
            verdict = "is what the specifications give" if clean else "differs; run make generate"
            print(f"generated/ {verdict}")
            return 0 if clean else 1
        generate(VENDORS, force=options.force)
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
