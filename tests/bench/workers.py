"""Start workers, give them orders, and let them take turns."""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from tests.environments import clean_variables

from .environments import ROOT

__all__ = ["BrokenWorkerError", "WorkerProcess", "fresh", "take_turns", "worker"]

SECONDS = 120.0
"""For one order; some clients wait for ever when something goes wrong."""
_MUCH_LONGER = 8
_FEW = 3


class BrokenWorkerError(RuntimeError):
    """Say what a worker printed last."""


class WorkerProcess:
    """One client in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], errors: IO[str]) -> None:
        self._process = process
        self._errors = errors

    def ask(self, **order: Any) -> dict[str, float]:
        """
        Give one order and return the result.

        Raises:
            BrokenWorkerError: The process ended instead, or took too long.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        alarm = threading.Timer(SECONDS, self._process.kill)
        alarm.start()
        try:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            alarm.cancel()
        if not line:
            self._process.wait(SECONDS)
            self._errors.seek(0)
            said = self._errors.read().strip().splitlines() or [f"ended with {self._process.returncode}"]
            raise BrokenWorkerError(f"{order}: {said[-1]}")
        result: dict[str, float] = json.loads(line)
        return result


def _variables(home: str) -> dict[str, str]:
    return clean_variables({"HOME": home, "PYTHONDONTWRITEBYTECODE": ""})


@contextlib.contextmanager
def worker(python: Path, *arguments: str) -> Iterator[WorkerProcess]:
    """Run a worker for the length of a `with` block."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            [str(python), "-m", "tests.bench.worker", *arguments],
            cwd=ROOT,
            env=_variables(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            yield WorkerProcess(process, errors)
        finally:
            process.kill()
            process.communicate()


def fresh(python: Path, *arguments: str) -> dict[str, Any]:
    """
    Run Python once, without anything of this folder on its path, and return the JSON it prints.

    Raises:
        BrokenWorkerError: It failed.
    """
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [str(python), *arguments],
            cwd=ROOT,
            env=_variables(home),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    if done.returncode:
        raise BrokenWorkerError((done.stderr.strip() or f"ended with {done.returncode}").splitlines()[-1])
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def take_turns(
    workers: Mapping[str, WorkerProcess],
    orders: dict[tuple[str, str], dict[str, Any]],
    *,
    rounds: int,
    seconds: float,
) -> dict[tuple[str, str], list[dict[str, float]]]:
    """
    Let each worker do its orders once per round; every other round goes backwards.

    Args:
        workers: By the names of their clients.
        orders: By client and a word for what it is to do; a `count` in one is kept.
        rounds: How many turns each gets; what needs much longer for a single one gets fewer.
        seconds: About how long one turn takes.
    """
    counts: dict[tuple[str, str], int] = {}
    turns: dict[tuple[str, str], int] = {}
    for key, order in orders.items():
        # The first time is slower than all others, so the second tells how often it fits.
        first = order.get("count", 1)
        workers[key[0]].ask(**{**order, "count": first})
        wall = workers[key[0]].ask(**{**order, "count": first})["wall"]
        counts[key] = order.get("count") or max(int(seconds / wall), 1)
        turns[key] = rounds if wall < _MUCH_LONGER * seconds else min(rounds, _FEW)
    results: dict[tuple[str, str], list[dict[str, float]]] = {key: [] for key in orders}
    for turn in range(rounds):
        for key in orders if turn % 2 == 0 else reversed(orders):
            if turn < turns[key]:
                results[key].append(workers[key[0]].ask(**{**orders[key], "count": counts[key]}))
    return results
