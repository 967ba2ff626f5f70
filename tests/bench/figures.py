"""Medians, ratios, and the rows of the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any, Literal

from attrs import field, frozen

__all__ = ["RAW", "Row", "Target", "as_amount", "ratios"]

RAW = "raw"


@frozen
class Target:
    """
    What a ratio is wanted to be.

    Args:
        limit: The ratio.
        side: On which side of it is good.
    """

    limit: float
    side: Literal["at most", "at least"] = "at most"

    def is_met(self, ratio: float) -> bool:
        """Judge a ratio as it is shown, with two digits."""
        shown = round(ratio, 2)
        return shown <= self.limit if self.side == "at most" else shown >= self.limit

    def __str__(self) -> str:
        return f"{'≤' if self.side == 'at most' else '≥'} {self.limit:g}x"


@frozen(kw_only=True)
class Row:
    """
    One line of the table.

    Args:
        work: What is done.
        raw: How long or how much raw httpx and `json.loads` take, as text.
        ours: The ratio of our package.
        stock: The ratio of the stock generator's package.
        sdks: The ratios of the official SDKs by name.
        target: What ours should be.
        more: Further figures for the JSON file.
        bigger_is_better: Whether the ratio compares speeds instead of costs.
    """

    work: str
    raw: str
    ours: float | None = None
    stock: float | None = None
    sdks: Mapping[str, float] = field(factory=dict[str, float])
    target: Target | None = None
    more: Mapping[str, Any] = field(factory=dict[str, Any])
    bigger_is_better: bool = False

    @property
    def verdict(self) -> str:
        """Whether the target is met."""
        if self.target is None or self.ours is None:
            return ""
        return "yes" if self.target.is_met(self.ours) else "NO"


def ratios(samples: Mapping[str, Sequence[float]], base: str = RAW) -> dict[str, float]:
    """
    Return the median of each client's ratio to the base, turn by turn.

    What slows the machine for a moment slows neighbours alike and cancels out.
    """
    return {
        name: median(mine / other for mine, other in zip(values, samples[base], strict=False))
        for name, values in samples.items()
        if name != base and values
    }


def as_amount(value: float, unit: Literal["s", "bytes", "/s"]) -> str:
    """Write an amount with a fitting unit."""
    if unit == "bytes":
        return f"{value / 1e6:,.0f} MB"
    if unit == "/s":
        return f"{value:,.0f}/s"
    if value < 1e-3:
        return f"{value * 1e6:,.0f} us"
    return f"{value * 1e3:,.1f} ms" if value < 1 else f"{value:,.2f} s"
