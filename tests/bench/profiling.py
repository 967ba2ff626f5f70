"""Where the time of a sync call goes, by the package whose code runs; standard library only."""

from __future__ import annotations

import cProfile
import pstats
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

__all__ = ["as_table", "place_of", "profile"]

_DEPENDENCIES = ("httpx", "httpcore", "h11", "anyio")
_LEAST_MICROSECONDS = 2


def profile(call: Callable[[], object], count: int) -> dict[str, float]:
    """
    Return CPU seconds per call for each place, scaled to what a call takes without a profiler.

    Built-in functions count for the code that calls them, except the socket's: those are the kernel.
    """
    cpu = time.process_time()
    for _ in range(count):
        call()
    cpu = (time.process_time() - cpu) / count
    profiler = cProfile.Profile(time.process_time)
    profiler.enable()
    for _ in range(count):
        call()
    profiler.disable()
    own: dict[str, float] = defaultdict(float)
    stats: Any = pstats.Stats(profiler)
    for (file, _, name), (_, _, seconds, _, callers) in stats.stats.items():
        if file != "~":
            own[place_of(file)] += seconds
        elif "socket" in name or "poll" in name:
            own["socket"] += seconds
        else:
            for (caller, _, _), (_, _, part, _) in callers.items():
                own[place_of(caller)] += part
    total = sum(own.values())
    return {place: seconds / total * cpu for place, seconds in own.items()} | {"total": cpu}


def place_of(file: str) -> str:
    """Name the package or, for our own, the module that a source file belongs to."""
    path = PurePath(file)
    if "_runtime" in path.parts:
        return f"ours: {path.stem}"
    if any(part.endswith("_kit") for part in path.parts):
        return "ours: overlay"
    if any(part.endswith("_openapi") for part in path.parts):
        return "ours: generated"
    known = next((name for name in _DEPENDENCIES if name in path.parts), None)
    if known or not any(part.startswith("python3") for part in path.parts):
        return known or "other"
    package = path.parent.name
    return f"stdlib: {path.stem if package.startswith('python3') else package}"


def as_table(profiles: Mapping[str, Mapping[str, float]]) -> str:
    """Return Markdown with a line per place, in microseconds, the dearest first."""
    named = {place for parts in profiles.values() for place, us in parts.items() if us >= _LEAST_MICROSECONDS}
    places = sorted(
        named - {"total", "other"},
        key=lambda place: -max(parts.get(place, 0.0) for parts in profiles.values()),
    )
    whole = {
        title: {**parts} | {"other": parts["total"] - sum(parts.get(place, 0.0) for place in places)}
        for title, parts in profiles.items()
    }
    lines = [("us of CPU in one call", *profiles), ("---", *["---:"] * len(profiles))]
    lines += [
        (place, *(f"{parts.get(place, 0.0):.0f}" for parts in whole.values()))
        for place in [*places, "other", "total"]
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
