"""Prove that a generated package has everything that its specification has."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from .project import KitProject
from .spec import Spec

__all__ = ["verify_package"]

_RESOURCES = ("_sync.py", "_async.py", "_sync_raw.py", "_async_raw.py")


def verify_package(spec: Spec, project: KitProject, output: Path) -> None:
    """
    Count operations in and methods out, parameters in and arguments out; import every module.

    Raises:
        SpecError: Something is missing; the message names it.
    """
    found: dict[str, list[set[str]]] = {}
    for file in _RESOURCES:
        for path in sorted((output / "api").glob(f"*/{file}")):
            for name, arguments in _methods(path).items():
                found.setdefault(name, []).append(arguments)
    for facts in project.operations.values():
        pointer = f"operation {facts.identifier!r}"
        methods = found.get(facts.name, [])
        if len(methods) != len(_RESOURCES):
            raise spec.error(pointer, f"{len(methods)} methods were generated instead of {len(_RESOURCES)}")
        wanted = {parameter.argument for parameter in facts.parameters} | ({"body"} if facts.body else set())
        for arguments in methods:
            if lost := wanted - arguments:
                raise spec.error(pointer, f"the arguments {sorted(lost)} were lost")
    _import_everything(spec, output)


def _methods(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            arguments = {argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]}
            if "request_options" in arguments:
                found[node.name] = arguments
    return found


def _import_everything(spec: Spec, output: Path) -> None:
    modules = [
        ".".join([output.name, *path.relative_to(output).with_suffix("").parts]).removesuffix(".__init__")
        for path in sorted(output.rglob("*.py"))
    ]
    program = (
        "import importlib, sys\n"
        f"for name in {modules!r}:\n"
        "    module = importlib.import_module(name)\n"
        "    for value in list(vars(module).values()):\n"
        "        if hasattr(value, '_members') and getattr(value, '__module__', '') == name:\n"
        "            value.from_dict({})\n"
        "            for codec in value._members.values():\n"
        "                codec = getattr(codec, 'item', codec)\n"
        "                getattr(codec, 'target', None)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", program],
        cwd=output.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1]
        raise spec.error("#", f"the generated package does not import: {last}")
