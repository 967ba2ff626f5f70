"""Write the results into docs/: figures as JSON, bars as SVG, and the table into the page."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.parity.sdks import SDKS

from .environments import GETSTREAM, ROOT
from .figures import Row
from .plot import draw
from .profiling import as_table
from .table import as_markdown, as_ratio

__all__ = ["between_marks", "machine", "write_results"]

BEGIN, END = "<!-- figures: written by the bench -->", "<!-- end of figures -->"


def machine() -> dict[str, Any]:
    """Describe what the figures were taken on."""
    cpu = platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), cpu)
    except OSError:
        pass
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": platform.system(),
        "cpu": cpu,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }


def _versions() -> dict[str, str]:
    ours = ("httpx", "httpcore", "h11", "anyio", "attrs", "openapi-python-client")
    sdks = [sdk.pin for sdk in SDKS if sdk.name != "snaptrade-11"]
    return {name: version(name) for name in ours} | dict(pin.split("==") for pin in [*sdks, GETSTREAM])


def _as_json(rows: Sequence[Row], before: Mapping[str, Any], profiles: Mapping[str, Any]) -> str:
    found = [
        {
            "work": row.work,
            "raw": row.raw,
            "ours": _short(row.ours),
            "stock": _short(row.stock),
            "sdks": {name: _short(ratio) for name, ratio in row.sdks.items()},
            "target": str(row.target) if row.target else None,
            "met": row.verdict == "yes" if row.verdict else None,
            "more": row.more,
        }
        for row in rows
    ]
    profile = {name: {place: round(us, 1) for place, us in parts.items()} for name, parts in profiles.items()}
    whole = {"machine": before, "versions": _versions(), "rows": found, "us of CPU in one call": profile}
    return json.dumps(whole, indent=2, ensure_ascii=False, default=_short) + "\n"


def _short(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 3)


def between_marks(page: str, figures: str) -> str:
    """
    Put the figures between the two marks of a page.

    Raises:
        ValueError: A mark is missing.
    """
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page needs the marks {BEGIN} and {END}")
    return f"{head}{BEGIN}\n\n{figures.strip()}\n\n{END}{tail}"


def write_results(
    rows: Sequence[Row], before: Mapping[str, Any], profiles: Mapping[str, Mapping[str, float]]
) -> None:
    """Write docs/performance.json, .svg and .md; of the page only what is between its marks."""
    folder = ROOT / "docs"
    (folder / "performance.json").write_text(_as_json(rows, before, profiles), encoding="utf-8")
    (folder / "performance.svg").write_text(draw(rows), encoding="utf-8")
    used = ", ".join(f"{name} {number}" for name, number in _versions().items())
    machine_line = (
        f"Machine: {before['cores']} cores ({before['cpu']}), {before['system']}, {before['python']}; load"
        f" average {before['load']} at the beginning. Versions: {used}."
    )
    missed = [row for row in rows if row.verdict == "NO"]
    summary = f"{len(missed)} targets missed." if missed else "All targets are met."
    lines = [f"- {row.work}: {as_ratio(row.ours)}, wanted {row.target}" for row in missed]
    parts = [machine_line, as_markdown(rows), "\n".join([summary, "", *lines]), as_table(profiles)]
    page = folder / "performance.md"
    page.write_text(between_marks(page.read_text(encoding="utf-8"), "\n\n".join(parts)), encoding="utf-8")
