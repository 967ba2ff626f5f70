"""Checks on fresh environments with the wheels installed."""

from __future__ import annotations

import json
import re
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.demo import demo_variables
from tests.environments import ROOT, Environment, find_wheels
from tests.sandbox.process import RunningSandbox

from .archives import BUILT, Built, require

__all__ = ["check_alone", "check_face", "check_lowest", "check_together"]

PROBE = Path(__file__).with_name("probe.py")
WORK = ROOT / "build" / "wheels"
_TOOLS = {"pip", "setuptools", "wheel"}
_LIST = """
import importlib.metadata as m, json
print(json.dumps({d.metadata["Name"]: d.requires or [] for d in m.distributions()}))
"""


def _installed(environment: Environment) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(environment.run(["-I", "-c", _LIST]))
    return {canonicalize_name(name): needs for name, needs in found.items()}


def _closure(roots: frozenset[str], installed: dict[str, list[str]]) -> set[str]:
    """Return these distributions and all that they need without extras."""
    seen: set[str] = set()
    waiting = set(roots)
    while waiting:
        name = waiting.pop()
        if name in seen or name not in installed:
            continue
        seen.add(name)
        needs = map(Requirement, installed[name])
        waiting |= {
            canonicalize_name(need.name)
            for need in needs
            if need.marker is None or need.marker.evaluate({"extra": ""})
        }
    return seen


def _probe(environment: Environment, built: Built, sandbox: RunningSandbox) -> None:
    # A foreign directory: nothing of the repository may be found by accident.
    foreign = environment.path / "elsewhere"
    foreign.mkdir(exist_ok=True)
    environment.run(
        ["-I", "-W", "error", PROBE, built.packages[0]], variables=demo_variables(sandbox), directory=foreign
    )


def check_alone(built: Built, sandbox: RunningSandbox) -> str:
    """A wheel alone brings only what it declares, and works with that."""
    environment = Environment(WORK / built.project)
    environment.install(built.wheel)
    installed = _installed(environment)
    allowed = _closure(built.needs, installed) | _TOOLS | {built.name}
    require(set(installed) <= allowed, f"unexpected distributions: {sorted(set(installed) - allowed)}")
    _probe(environment, built, sandbox)
    others = sorted(set(installed) - _TOOLS - {built.name})
    return f"imports cleanly, calls sync and async, with only {', '.join(others)}"


def check_lowest(sandbox: RunningSandbox) -> str:
    """The lowest declared versions of the dependencies are enough."""
    lowest: set[str] = set()
    for built in BUILT:
        for line in built.requirements():
            bound = re.search(r">=\s*([0-9.]+)", line)
            require(bound, f"{built.name} needs {line} without a lower bound")
            if bound:
                version = bound[1] if bound[1].count(".") > 1 else f"{bound[1]}.0"
                lowest.add(f"{Requirement(line).name}=={version}")
    environment = Environment(WORK / "lowest")
    environment.install(*find_wheels(), *sorted(lowest))
    for built in BUILT:
        _probe(environment, built, sandbox)
    return ", ".join(sorted(lowest))


def check_together(sandbox: RunningSandbox) -> str:
    """The three wheels live in one environment, and removing one leaves the others working."""
    environment = Environment(WORK / "together")
    environment.install(*find_wheels())
    for built in BUILT:
        _probe(environment, built, sandbox)
    gone, *rest = BUILT
    environment.run(["-I", "-m", "pip", "uninstall", "--yes", "--quiet", gone.name])
    left = list(environment.path.glob(f"**/{gone.packages[0]}")) + list(
        environment.path.glob(f"**/{gone.packages[1]}")
    )
    require(not left, f"uninstalling {gone.name} leaves {[str(path) for path in left]}")
    for built in rest:
        _probe(environment, built, sandbox)
    return f"all work; without {gone.name} the others still do"


def check_face() -> str:
    """The tests of the public face pass on the installed wheels, the source folders out of sight."""
    environment = Environment(WORK / "face")
    environment.install("--require-hashes", "--requirement", ROOT / "requirements-dev.txt")
    environment.install("--no-deps", *find_wheels())
    printed = environment.run(
        [
            *("-I", "-m", "pytest", "tests/face"),
            *("--rootdir", ROOT, "-c", ROOT / "pyproject.toml"),
            # The source roots come from this setting; empty, only the environment is left.
            *("-o", "pythonpath=", "-p", "no:cacheprovider", "-q"),
        ],
        directory=ROOT,
    )
    return printed.strip().splitlines()[-1]
