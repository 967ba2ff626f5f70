"""Import one package and print what that did to the process; run as a process of its own."""

from __future__ import annotations

import contextlib
import importlib
import json
import logging
import sys
import threading
from typing import Any

_TELLING = {"socket", "subprocess", "os", "ctypes", "urllib"}
_HARMLESS = {"os.listdir", "os.scandir"}


def logging_state() -> dict[str, Any]:
    """Return level, flag and handlers of each logger."""
    loggers = {
        name: logger
        for name, logger in logging.Logger.manager.loggerDict.items()
        if isinstance(logger, logging.Logger)
    }
    return {
        name: [logger.level, logger.disabled, [type(handler).__name__ for handler in logger.handlers]]
        for name, logger in {**loggers, "root": logging.root}.items()
    } | {"disabled below": logging.root.manager.disable}


def main(kit: str, places: list[str]) -> None:
    """Watch the import."""
    sys.path[:0] = places
    # What the dependencies do is not the package's doing.
    for name in ("attrs", "httpx", "httpcore", "anyio", "jwt"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    events: list[tuple[str, str]] = []
    watching = True

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and (event == "open" or (event.partition(".")[0] in _TELLING and event not in _HARMLESS)):
            events.append((event, str(arguments[0]) if arguments else ""))

    before = logging_state()
    sys.addaudithook(watch)
    importlib.import_module(kit)
    watching = False
    report = {
        "events": events,
        "threads": threading.active_count(),
        "modules": sorted(sys.modules),
        "logging": [before, logging_state()],
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
