"""
Measure one client in its own environment; standard library only.

``python -m tests.bench.worker <contender> <url> <folder of answers>`` reads one order per line and
writes one result per line, so that several workers can take turns.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any

from .walking import walk

__all__ = ["WARM_UP"]

WARM_UP = 20
"""Calls before the first that counts."""


class Worker:
    """Make things ready once and repeat them as often as ordered."""

    def __init__(self, contender: str, url: str, answers: Path) -> None:
        self._contender = importlib.import_module(f"tests.bench.contenders.{contender}")
        self._url = url
        self._answers = answers
        self._runner = asyncio.Runner()
        self._connections = AsyncExitStack()
        self._connected: tuple[object, Callable[[], Awaitable[object]]] | None = None
        self._ready: dict[tuple[str, ...], Callable[[], object]] = {}

    def carry_out(self, order: dict[str, Any]) -> dict[str, float]:
        """Do one kind of work for one vendor `count` times."""
        if order["work"] == "hello":
            return {}
        vendor, count = order["vendor"], order["count"]
        if order["work"] == "tasks":
            return self._runner.run(self._tasks(vendor, count, order["tasks"]))
        if order["work"] == "profile":
            from .profiling import profile

            tasks = order.get("tasks")
            if tasks is None:
                return profile(self._call(vendor), count)
            turn = partial(self._tasks, vendor, tasks, tasks)
            parts = profile(lambda: self._runner.run(turn()), count // tasks)
            return {place: seconds / tasks for place, seconds in parts.items()}
        make = self._call if order["work"] == "call" else self._decode
        repeated = make(vendor, *order.get("details", ()))
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in range(count):
            repeated()
        return {"cpu": (time.process_time() - cpu) / count, "wall": (time.perf_counter() - wall) / count}

    def _call(self, vendor: str) -> Callable[[], object]:
        if ("call", vendor) not in self._ready:
            call = self._contender.call(vendor, self._url)
            for _ in range(WARM_UP):
                call()
            self._ready["call", vendor] = call
        return self._ready["call", vendor]

    def _decode(self, vendor: str, level: str, answer: str) -> Callable[[], object]:
        """Return decoding with as much reading as the level says; once done, the result is let go."""
        key = ("decode", vendor, level, answer)
        if key not in self._ready:
            content = (self._answers / answer).read_bytes()
            decode = json.loads if level == "loads" else self._contender.decoder(vendor)
            look = self._contender.FOUR[vendor] if level == "four" else walk if level == "all" else None
            self._ready[key] = (lambda: look(decode(content))) if look else (lambda: decode(content))
            self._ready[key]()
        return self._ready[key]

    async def _tasks(self, vendor: str, count: int, tasks: int) -> dict[str, float]:
        if self._connected is None or self._connected[0] != (vendor, tasks):
            await self._connections.aclose()
            call = await self._connections.enter_async_context(self._contender.connected(vendor, self._url))
            # Opens the connections that the measured part then keeps using.
            await asyncio.gather(*(_repeat(call, 2) for _ in range(tasks)))
            self._connected = (vendor, tasks), call
        call = self._connected[1]
        times = max(count // tasks, 1)
        wall, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(_repeat(call, times) for _ in range(tasks)))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        return {"cpu": cpu / (times * tasks), "wall": wall / (times * tasks)}


async def _repeat(call: Callable[[], Awaitable[object]], times: int) -> None:
    for _ in range(times):
        await call()


def main() -> None:
    """Carry out orders until there are no more."""
    worker = Worker(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    for line in sys.stdin:
        print(json.dumps(worker.carry_out(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
    # A vendor's package starts threads when it is imported; they are not worth waiting for.
    os._exit(0)
