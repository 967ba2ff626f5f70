"""Run operations by name and report each; standard library only, as this runs beside an SDK."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping


def expect(condition: object, message: object) -> None:
    """Fail the running operation unless something holds."""
    if not condition:
        raise AssertionError(message)


def perform(operations: Mapping[str, Callable[[], str]]) -> None:
    """Run the operations named on the command line, one JSON line each.

    After each line it waits for one on standard input, so that the reader can look what the
    sandbox saw before the next operation begins. When the reader is gone, nothing more is run.
    """
    for name in sys.argv[1:]:
        try:
            ok, detail = True, operations[name]()
        except Exception as error:  # noqa: BLE001 -- whatever an SDK raises is a result to report
            ok, detail = False, f"{type(error).__name__}: {error}"
        print(json.dumps({"operation": name, "ok": ok, "detail": detail}), flush=True)
        if not sys.stdin.readline():
            break
