"""Calls, concurrent calls and decoding, by workers that take turns."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import Any, Final

from .clients import FAST, OURS, SDKS_OF, STOCK, Bench
from .figures import RAW, Row, Target, as_amount, ratios
from .workers import take_turns

__all__ = ["measure_calls", "measure_decoding", "measure_tasks"]

_CALLS_OF_TASKS: Final = {1: 150, 10: 200, 50: 300, 200: 600}
_TARGET_TASKS: Final = 50
_QUICK_TASKS: Final = (1, 50)
CALLS: Final = {
    "snaptrade": "SnapTrade list, GET",
    "genesys_journey": "Genesys events, GET",
    "stream_chat": "Stream send event, POST",
}
_ASYNC_CLIENTS: Final = {
    "snaptrade": (RAW, OURS, STOCK, "SnapTrade"),
    "stream_chat": (RAW, OURS, STOCK, "stream-chat"),
}
_DECODED: Final = {
    "genesys_journey": ("200 Genesys events", Target(2.2), Target(1.3)),
    "snaptrade": ("100 SnapTrade connections", Target(2.6), Target(1.5)),
    "stream_chat": ("1,000 Stream events", Target(1.9), Target(1.3)),
}
_LEVELS: Final = {"received": "as received", "four": "four attributes read", "all": "every attribute read"}


def measure_calls(bench: Bench) -> list[Row]:
    """Return the rows about one small sync call after the other."""
    rows = []
    for vendor, work in CALLS.items():
        names = bench.present(RAW, OURS, STOCK, *SDKS_OF[vendor])
        order = {"work": "call", "vendor": vendor}
        samples = _turns(bench, names, order, rounds=41, seconds=0.05)
        cpu = {name: [one["cpu"] for one in found] for name, found in samples.items()}
        raw = as_amount(median(cpu[RAW]), "s")
        rows.append(_row(f"sync call, CPU: {work}", vendor, raw, ratios(cpu), Target(0.80)))
    return rows


def measure_tasks(bench: Bench) -> list[Row]:
    """Return the rows about many calls at once: speeds, so more is better."""
    rows = []
    for vendor, names in _ASYNC_CLIENTS.items():
        speeds: dict[int, dict[str, list[float]]] = {}
        for tasks in _QUICK_TASKS if bench.quick else _CALLS_OF_TASKS:
            # Always as many calls: what happens to connections depends on their number.
            count = 2 * tasks if bench.quick else _CALLS_OF_TASKS[tasks]
            order = {"work": "tasks", "vendor": vendor, "tasks": tasks, "count": count}
            samples = _turns(bench, bench.present(*names), order, rounds=7, seconds=1)
            speeds[tasks] = {name: [1 / one["wall"] for one in found] for name, found in samples.items()}
            cpu = {name: median(one["cpu"] for one in found) * 1e6 for name, found in samples.items()}
            rows.append(
                _row(
                    f"{tasks} {'task' if tasks == 1 else 'tasks'}, calls/s: {CALLS[vendor]}",
                    vendor,
                    as_amount(median(speeds[tasks][RAW]), "/s"),
                    ratios(speeds[tasks]),
                    Target(4, "at least") if tasks == _TARGET_TASKS else None,
                    more={"CPU us per call": cpu},
                    bigger_is_better=True,
                )
            )
        rows.append(_flatness(vendor, speeds))
    return rows


def _flatness(vendor: str, speeds: dict[int, dict[str, list[float]]]) -> Row:
    """Compare each client with itself: with many tasks it should do as much as with one."""
    least, most = min(speeds), max(speeds)
    few, many = speeds[least], speeds[most]
    shares = {name: median(many[name]) / median(few[name]) for name in few}
    return Row(
        work=f"calls/s with {most} tasks / with {least}: {CALLS[vendor]}",
        raw=f"{shares[RAW]:.2f}x",
        ours=shares[OURS],
        stock=shares.get(STOCK),
        sdks={name: shares[name] for name in SDKS_OF[vendor] if name in shares},
        target=Target(1, "at least"),
        bigger_is_better=True,
    )


def measure_decoding(bench: Bench) -> list[Row]:
    """
    Return the rows about making objects of bytes.

    Each client is compared with `json.loads` in its own process: how often Python looks for
    garbage depends on how much else is loaded there.
    """
    rows = []
    for vendor, (work, pure, fast) in _DECODED.items():
        for level, name in _LEVELS.items():
            clients = bench.present(OURS, FAST, STOCK, *SDKS_OF[vendor])
            if bench.quick or level != "received":
                # Takes seconds for each turn, and has nothing left to decode.
                clients = [one for one in clients if one != "getstream"]
            found, raw = _decoding_ratios(bench, vendor, level, clients)
            with_fast = found.pop(FAST, None)
            rows.append(_row(f"decode {work}, {name}", vendor, raw, found, pure if level != "all" else None))
            if with_fast is not None:
                target = fast if level != "all" else None
                rows.append(_row(f"decode {work}, {name}, [fast]", vendor, raw, {OURS: with_fast}, target))
    return rows


def _decoding_ratios(
    bench: Bench, vendor: str, level: str, clients: Iterable[str]
) -> tuple[dict[str, float], str]:
    orders: dict[tuple[str, str], dict[str, Any]] = {}
    for client in clients:
        answer = "getstream.json" if client == "getstream" else f"{vendor}.json"
        for what in ("loads", level):
            orders[client, what] = {"work": "decode", "vendor": vendor, "details": [what, answer]}
    samples = take_turns(bench.workers, orders, rounds=bench.rounds(21), seconds=bench.seconds(0.03))
    cpu = {key: [one["cpu"] for one in found] for key, found in samples.items()}
    found = {one: ratios({RAW: cpu[one, "loads"], one: cpu[one, level]})[one] for one in clients}
    return found, as_amount(median(cpu[OURS, "loads"]), "s")


def _turns(
    bench: Bench, names: Iterable[str], order: dict[str, Any], *, rounds: int, seconds: float
) -> dict[str, list[dict[str, float]]]:
    orders = {(name, order["work"]): order for name in names}
    samples = take_turns(bench.workers, orders, rounds=bench.rounds(rounds), seconds=bench.seconds(seconds))
    return {name: found for (name, _), found in samples.items()}


def _row(
    work: str,
    vendor: str,
    raw: str,
    found: dict[str, float],
    target: Target | None,
    **more: Any,
) -> Row:
    return Row(
        work=work,
        raw=raw,
        ours=found[OURS],
        stock=found.get(STOCK),
        sdks={name: found[name] for name in SDKS_OF[vendor] if name in found},
        target=target,
        **more,
    )
