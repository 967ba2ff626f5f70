"""The ratios as bars, drawn by hand: an SVG of one scale, with a mark at each target."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

from attrs import frozen

from .figures import Row
from .table import as_ratio

__all__ = ["draw"]

WIDTH, LEFT, RIGHT = 960, 340, 70
BAR, GAP, HEADING, TOP = 11, 9, 34, 64
LEAST, MOST = 0.02, 200.0
COLOURS = {"ours": "#1a7f5a", "stock": "#8a8f98", "sdk": "#c4702b"}
INK, PALE, MARK = "#24292f", "#d8dee4", "#b3261e"


@frozen
class _Bar:
    label: str
    ratio: float
    colour: str


def draw(rows: Sequence[Row]) -> str:
    """Return an SVG with a group of bars per row."""
    parts: list[str] = []
    y = TOP
    for heading, chosen in (
        (
            "cost against raw httpx and json.loads: shorter is better",
            [r for r in rows if not r.bigger_is_better],
        ),
        ("calls per second against raw httpx: longer is better", [r for r in rows if r.bigger_is_better]),
    ):
        if not chosen:
            continue
        parts.append(_text(16, y + 20, heading, size=14, weight="bold"))
        top = y = y + HEADING
        groups: list[str] = []
        for row in chosen:
            drawn, y = _group(row, y)
            groups += drawn
        parts += [*_grid(top, y), *groups]
        y += GAP
    return "\n".join([*_frame(y + 16), *parts, "</svg>", ""])


def _x(ratio: float) -> float:
    """Return the place of a ratio on the logarithmic scale."""
    share = math.log(min(max(ratio, LEAST), MOST) / LEAST) / math.log(MOST / LEAST)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _bars(row: Row) -> Iterable[_Bar]:
    if row.ours is not None:
        yield _Bar("ours", row.ours, COLOURS["ours"])
    if row.stock is not None:
        yield _Bar("stock", row.stock, COLOURS["stock"])
    for name, ratio in row.sdks.items():
        yield _Bar(name, ratio, COLOURS["sdk"])


def _group(row: Row, y: int) -> tuple[list[str], int]:
    bars = list(_bars(row))
    height = len(bars) * BAR
    parts = [_text(LEFT - 8, y + height / 2 + 4, row.work, anchor="end")]
    for number, bar in enumerate(bars):
        top, end = y + number * BAR, _x(bar.ratio)
        parts.append(
            f'<rect x="{LEFT}" y="{top}" width="{end - LEFT:.1f}" height="{BAR - 2}" fill="{bar.colour}"/>'
        )
        label = as_ratio(bar.ratio) + ("" if bar.label in COLOURS else f" {bar.label}")
        parts.append(_text(end + 4, top + BAR - 3, label, size=9))
    if row.target is not None:
        place = f"{_x(row.target.limit):.1f}"
        parts.append(
            f'<line x1="{place}" x2="{place}" y1="{y - 3}" y2="{y + height + 1}" stroke="{MARK}"'
            ' stroke-width="2"/>'
        )
    return parts, y + height + GAP


def _grid(top: int, bottom: int) -> list[str]:
    parts = []
    for ratio in (0.1, 1.0, 10.0, 100.0):
        place = f"{_x(ratio):.1f}"
        colour = INK if ratio == 1 else PALE
        parts.append(f'<line x1="{place}" x2="{place}" y1="{top - 6}" y2="{bottom}" stroke="{colour}"/>')
        parts.append(_text(_x(ratio), top - 9, f"{ratio:g}x", size=9, anchor="middle"))
    return parts


def _frame(height: int) -> list[str]:
    legend = [("ours", "ours"), ("stock", "stock generator"), ("sdk", "official SDKs")]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif">',
        "<title>Ratios measured by make bench</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(16, 26, "make bench", size=18, weight="bold"),
    ]
    x = 16
    for key, label in legend:
        parts.append(f'<rect x="{x}" y="40" width="11" height="11" fill="{COLOURS[key]}"/>')
        parts.append(_text(x + 16, 50, label))
        x += 30 + 7 * len(label)
    parts.append(f'<line x1="{x + 4}" x2="{x + 4}" y1="38" y2="53" stroke="{MARK}" stroke-width="2"/>')
    parts.append(_text(x + 12, 50, "target for ours"))
    return parts


def _text(
    x: float, y: float, text: str, *, size: int = 11, anchor: str = "start", weight: str = "normal"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}"'
        f' fill="{INK}">{escape(text)}</text>'
    )
