"""Command line of the proof: `python -m tests.parity`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from tests.sandbox.process import RunningSandbox, sandbox_process

from .coexist import NAME, coexist
from .driver import drive
from .environments import InstallationError, environment
from .results import Result, table
from .sdks import SDKS, Sdk


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chosen parts, print one table, and return 1 when anything in it failed."""
    options = _parser().parse_args(arguments)
    results: list[Result] = []
    if options.sdk or not options.coexist:
        results += _sandbox_part([sdk for sdk in SDKS if not options.sdk or sdk.name in options.sdk])
    if options.coexist or not options.sdk:
        results += _guarded(coexist, NAME, "-")
    failed = sum(not result.ok for result in results)
    print(table(results))
    print(f"\n{len(results) - failed} of {len(results)} agree")
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.parity", description=__doc__)
    parser.add_argument("--coexist", action="store_true", help="only the installation side by side")
    parser.add_argument("--sdk", action="append", choices=[sdk.name for sdk in SDKS], help="only this SDK")
    return parser


def _sandbox_part(sdks: Iterable[Sdk]) -> list[Result]:
    results: list[Result] = []
    with sandbox_process() as sandbox:
        for sdk in sdks:
            results += _guarded(partial(_drive, sdk, sandbox), sdk.name, sdk.version)
    return results


def _drive(sdk: Sdk, sandbox: RunningSandbox) -> list[Result]:
    return drive(sdk, environment(sdk.name, [sdk.pin]), sandbox)


def _guarded(action: Callable[[], list[Result]], name: str, version: str) -> list[Result]:
    """Turn a failed installation into a row, so that the others still have their turn."""
    try:
        return action()
    except InstallationError as error:
        print(error, file=sys.stderr)
        return [Result(name, version, "installation", ok=False, detail=str(error).splitlines()[0])]


if __name__ == "__main__":
    sys.exit(main())
