"""Which clients take part, in which environment, and where they stand in the table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from . import environments, payloads
from .environments import InstallationError
from .figures import RAW
from .server import running_server
from .workers import BrokenWorkerError, WorkerProcess, worker

__all__ = ["CLIENTS", "FAST", "OURS", "SDKS_OF", "STOCK", "Bench", "Client", "ready_bench"]

OURS: Final = "ours"
FAST: Final = "fast"
STOCK: Final = "stock"

SDKS_OF: Final = {
    "snaptrade": ("SnapTrade",),
    "genesys_journey": ("Genesys",),
    "stream_chat": ("stream-chat", "getstream"),
}
"""The official SDKs of each vendor, as the table calls them."""


@frozen
class Client:
    """
    One client and how to get an interpreter that has it.

    Args:
        contender: Its module among the contenders.
        python: Makes its environment.
    """

    contender: str
    python: Callable[[], Path]


CLIENTS: Final = {
    RAW: Client("raw", environments.ours),
    OURS: Client("ours", environments.ours),
    FAST: Client("ours", partial(environments.ours, fast=True)),
    STOCK: Client("stock", environments.stock),
    "SnapTrade": Client("snaptrade_sdk", partial(environments.sdk, "snaptrade-13")),
    "Genesys": Client("genesys_sdk", partial(environments.sdk, "genesys")),
    "stream-chat": Client("stream_chat_sdk", partial(environments.sdk, "stream")),
    "getstream": Client("getstream_sdk", partial(environments.sdk, "getstream")),
}
_ANSWERS: Final[dict[str, Callable[[], object]]] = {
    "snaptrade": lambda: payloads.connections(100),
    "genesys_journey": lambda: payloads.journey_events(200),
    "stream_chat": lambda: payloads.stream_events(1_000),
    "getstream": lambda: payloads.with_nanoseconds(payloads.stream_events(1_000)),
    "memory": lambda: payloads.stream_events(10_000),
}


@frozen(kw_only=True)
class Bench:
    """
    All that stands ready to be measured.

    Args:
        url: Of the local server.
        answers: The folder with the answers to decode.
        pythons: The interpreters by client.
        workers: The processes by client.
        quick: Whether it is enough to see that everything runs.
    """

    url: str
    answers: Path
    pythons: dict[str, Path]
    workers: dict[str, WorkerProcess]
    quick: bool

    def rounds(self, wanted: int) -> int:
        """Return how many turns to take."""
        return 1 if self.quick else wanted

    def seconds(self, wanted: float) -> float:
        """Return how long a turn takes."""
        return wanted / 8 if self.quick else wanted

    def present(self, *names: str) -> list[str]:
        """Return which of these clients are there."""
        return [name for name in names if name in self.workers]


@contextmanager
def ready_bench(folder: Path, *, quick: bool) -> Iterator[Bench]:
    """
    Build environments, write the answers, start server and workers.

    A client that cannot be installed or started is left out, with the reason on standard error.
    """
    for name, make in _ANSWERS.items():
        if quick and name == "memory":
            continue
        (folder / f"{name}.json").write_bytes(payloads.write_json(make()))
    pythons: dict[str, Path] = {}
    workers: dict[str, WorkerProcess] = {}
    with ExitStack() as stack:
        url = stack.enter_context(running_server())
        for name, client in CLIENTS.items():
            try:
                if name == FAST and not environments.has_fast_extra():
                    raise InstallationError("the wheels have no such extra")
                python = client.python()
                process = stack.enter_context(worker(python, client.contender, url, str(folder)))
                process.ask(work="hello")
            except (InstallationError, BrokenWorkerError) as error:
                if name in {RAW, OURS}:
                    raise
                print(f"without {name}: {error}", file=sys.stderr, flush=True)
                continue
            pythons[name], workers[name] = python, process
        yield Bench(url=url, answers=folder, pythons=pythons, workers=workers, quick=quick)
