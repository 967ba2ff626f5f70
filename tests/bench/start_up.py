"""Import, first client, second client and first call, in a fresh process each time."""

from __future__ import annotations

import operator
from statistics import median
from typing import Any

from attrs import asdict

from .clients import OURS, SDKS_OF, STOCK, Bench
from .figures import RAW, Row, Target, as_amount, ratios
from .starts import STARTS, Start
from .workers import fresh

__all__ = ["measure_start_up"]

_NAMES = {"snaptrade": "SnapTrade", "genesys_journey": "Genesys", "stream_chat": "Stream"}
_ROUNDS = 13
_ROUNDS_OF_SLOW = 4
_SLOW_SECONDS = 0.5
_SCRIPT = """
import time
began = time.process_time()
{load}
client = {make}
made = time.process_time()
second = {make}
again = time.process_time()
import json, os, sys
prepared = time.process_time()
{secure}
secured = time.process_time()
models = sum("_openapi.models." in name for name in sys.modules)
asked = time.process_time()
result = {call}
answered = time.process_time()
assert result, "the call gave nothing"
print(json.dumps({{
    "start": made - began,
    "second": again - made,
    "secure": made - began + secured - prepared,
    "answer": made - began + answered - asked,
    "models": models,
}}), flush=True)
os._exit(0)  # threads of an SDK are not worth waiting for
"""


def _run(bench: Bench, client: str, start: Start) -> dict[str, Any]:
    script = f"URL = {bench.url!r}\n" + _SCRIPT.format(**asdict(start))
    return fresh(bench.pythons[client], "-I", "-c", script)


def measure_start_up(bench: Bench) -> list[Row]:
    """Return the rows about starting."""
    starts = {key: start for key, start in STARTS.items() if bench.present(key[0])}
    # The first run writes the bytecode; it also tells who is too slow for all rounds.
    samples = {key: [_run(bench, key[0], start)] for key, start in starts.items()}
    slow = {key for key, found in samples.items() if found[0]["start"] > _SLOW_SECONDS}
    if not bench.quick:
        samples = {key: [] for key in starts}
        for turn in range(_ROUNDS):
            for key in starts if turn % 2 == 0 else reversed(starts):
                if turn < _ROUNDS_OF_SLOW or key not in slow:
                    samples[key].append(_run(bench, key[0], starts[key]))
    rows = [_row(samples, vendor, "start", "import + client", Target(1.10)) for vendor in SDKS_OF]
    rows += [_row(samples, vendor, "second", "second client", Target(0.1)) for vendor in SDKS_OF]
    rows += [_row(samples, vendor, "secure", "import + client, ready for https", None) for vendor in SDKS_OF]
    rows += [_row(samples, vendor, "answer", "import + client + first call", None) for vendor in SDKS_OF]
    return rows


def _row(
    samples: dict[tuple[str, str], list[dict[str, Any]]],
    vendor: str,
    figure: str,
    work: str,
    target: Target | None,
) -> Row:
    pick = operator.itemgetter(figure)
    names = {RAW, OURS, STOCK, *(SDKS_OF[vendor] if figure != "secure" else ())}
    mine = {
        name: [*map(pick, found)]
        for (name, of), found in samples.items()
        if of in {vendor, "any"} and name in names
    }
    found = ratios(mine)
    models = max(sample["models"] for sample in samples[OURS, vendor])
    return Row(
        work=f"{work}: {_NAMES[vendor]}",
        raw=as_amount(median(mine[RAW]), "s"),
        ours=found[OURS],
        stock=found.get(STOCK),
        sdks={name: found[name] for name in SDKS_OF[vendor] if name in found},
        target=target,
        more={"model modules": models},
    )
