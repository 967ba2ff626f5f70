"""The enumeration `Timeframe`."""

from .._runtime.enums import OpenEnum

__all__ = ["Timeframe"]


class Timeframe(OpenEnum):
    """
    Period a rate of return covers, counted back from now. ALL is the whole life of the connection, YTD
    the current calendar year; otherwise a number of years (Y), months (M), weeks (W) or days (D).

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    ALL = "ALL"
    ONE_YEAR = "1Y"
    SIX_MONTHS = "6M"
    THREE_MONTHS = "3M"
    ONE_MONTH = "1M"
    YTD = "YTD"
    ONE_WEEK = "1W"
    ONE_DAY = "1D"
