"""The table, for people and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .figures import Row

__all__ = ["as_markdown", "as_ratio", "as_text"]

HEAD = ("work", "raw", "ours", "stock", "official SDKs", "target", "met?")


def as_ratio(ratio: float | None) -> str:
    """Write a ratio; nothing where there is none."""
    if ratio is None:
        return ""
    return f"{ratio:.2f}x" if ratio < 10 else f"{ratio:.0f}x"


def _cells(row: Row) -> tuple[str, ...]:
    sdks = ", ".join(f"{name} {as_ratio(ratio)}" for name, ratio in row.sdks.items())
    target = str(row.target) if row.target else ""
    return row.work, row.raw, as_ratio(row.ours), as_ratio(row.stock), sdks, target, row.verdict


def as_text(rows: Iterable[Row]) -> str:
    """Return the table for a terminal."""
    lines = [HEAD, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        _padded(line, widths) for line in [lines[0], [width * "-" for width in widths], *lines[1:]]
    )


def _padded(line: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def as_markdown(rows: Iterable[Row]) -> str:
    """Return the table for a page."""
    lines = [HEAD, ("---", *["---:"] * 3, "---", "---", "---"), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
