"""Command line of the bench: ``python -m tests.bench``."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.environments import end_on_sigterm

from .clients import OURS, Bench, ready_bench
from .environments import InstallationError
from .figures import RAW, Row
from .page import machine, write_results
from .peaks import measure_peaks
from .start_up import measure_start_up
from .steady import CALLS, measure_calls, measure_decoding, measure_tasks
from .table import as_text
from .workers import BrokenWorkerError

PARTS = {
    "start": measure_start_up,
    "calls": measure_calls,
    "tasks": measure_tasks,
    "decode": measure_decoding,
    "memory": measure_peaks,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write the results unless only a part was asked for."""
    options = _parser().parse_args(arguments)
    end_on_sigterm()
    before = machine()
    try:
        with tempfile.TemporaryDirectory() as folder, ready_bench(Path(folder), quick=options.quick) as bench:
            began = time.monotonic()
            rows = [row for name in options.part or PARTS for row in _timed(name, bench)]
            profiles = _profiles(bench)
    except (InstallationError, BrokenWorkerError) as error:
        print(f"make bench: {error}", file=sys.stderr)
        return 1
    print(as_text(rows))
    missed = sum(row.verdict == "NO" for row in rows)
    print(
        f"\n{missed} targets missed, load average {before['load']} before, {machine()['load']} after", end=""
    )
    print(f", {time.monotonic() - began:.0f} s")
    if not options.quick and not options.part:
        write_results(rows, before, profiles)
        print("written: docs/performance.json, docs/performance.svg, docs/performance.md")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only see that everything runs; writes nothing")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; writes nothing")
    return parser


def _timed(name: str, bench: Bench) -> list[Row]:
    began = time.monotonic()
    rows = PARTS[name](bench)
    print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return rows


def _profiles(bench: Bench) -> dict[str, dict[str, float]]:
    """Return where the microseconds of a call go, for our packages and for raw httpx."""
    orders: list[tuple[str, str, dict[str, int]]] = [
        (RAW, "snaptrade", {}),
        *((OURS, vendor, {}) for vendor in CALLS),
        (RAW, "snaptrade", {"tasks": 50}),
        (OURS, "snaptrade", {"tasks": 50}),
    ]
    found = {}
    for client, vendor, more in orders:
        count = 100 if bench.quick else 2_000
        parts = bench.workers[client].ask(work="profile", vendor=vendor, count=count, **more)
        title = f"{client}, {'50 tasks' if more else 'sync'}, {CALLS[vendor]}"
        found[title] = {place: value * 1e6 for place, value in parts.items()}
    return found


if __name__ == "__main__":
    sys.exit(main())
