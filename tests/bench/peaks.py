"""Peak memory, in a fresh process for each client; exact, so once is enough."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Final

from .clients import CLIENTS, FAST, OURS, STOCK, Bench
from .figures import RAW, Row, Target, as_amount
from .workers import fresh

__all__ = ["measure_peaks"]

_LEVELS: Final = {"received": "as received", "all": "every attribute read"}


def measure_peaks(bench: Bench) -> list[Row]:
    """Return the rows about memory."""
    answer = str(bench.answers / ("stream_chat.json" if bench.quick else "memory.json"))
    number = "1,000" if bench.quick else "10,000"

    def peak(client: str, level: str) -> int:
        arguments = ("-m", "tests.bench.memory", CLIENTS[client].contender, level, answer)
        return int(fresh(bench.pythons[client], *arguments)["peak"])

    names = bench.present(RAW, OURS, FAST, STOCK, "stream-chat")
    todo = [(name, level) for level in _LEVELS for name in names if level == "received" or name != RAW]
    with ThreadPoolExecutor(2) as pool:
        peaks = dict(zip(todo, pool.map(peak, *zip(*todo, strict=True)), strict=True))
    base = peaks[RAW, "received"]
    rows = []
    for level, said in _LEVELS.items():
        share = {name: peaks[name, level] / base for name in names if (name, level) in peaks}
        target = Target(1.3) if level == "received" else None
        work = f"peak memory, {number} Stream events, {said}"
        raw = as_amount(base, "bytes")
        sdks = {"stream-chat": share["stream-chat"]} if "stream-chat" in share else {}
        stock = share.get(STOCK)
        rows.append(Row(work=work, raw=raw, ours=share[OURS], stock=stock, sdks=sdks, target=target))
        if FAST in share:
            rows.append(Row(work=f"{work}, [fast]", raw=raw, ours=share[FAST], target=target))
    return rows
