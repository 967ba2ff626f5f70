"""One line per operation, and how the lines are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEADINGS = ("SDK", "version", "operation", "result", "the sandbox saw")


@dataclass(frozen=True)
class Result:
    """Say how one operation went, and what reached the sandbox."""

    sdk: str
    version: str
    operation: str
    ok: bool
    detail: str
    seen: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the cells of a table row."""
        outcome = "ok" if self.ok else "FAILED"
        counted = (f"{line} (x{self.seen.count(line)})" for line in dict.fromkeys(self.seen))
        seen = "; ".join(line.removesuffix(" (x1)") for line in counted)
        return self.sdk, self.version, self.operation, f"{outcome}: {self.detail}", seen or "-"


def table(results: Sequence[Result]) -> str:
    """Lay the results out in columns."""
    rows = [HEADINGS, *(result.cells for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS) - 1)]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "-" * max(len(line) for line in lines))
    return "\n".join(lines)


def _line(row: Iterable[str], widths: Sequence[int]) -> str:
    *cells, last = row
    return "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), last])
