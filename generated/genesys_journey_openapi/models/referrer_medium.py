"""The enumeration `ReferrerMedium`."""

from .._runtime.enums import OpenEnum

__all__ = ["ReferrerMedium"]


class ReferrerMedium(OpenEnum):
    """
    Kind of source a referrer counts as.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    INTERNAL = "internal"
    SEARCH = "search"
    SOCIAL = "social"
    EMAIL = "email"
    UNKNOWN = "unknown"
    PAID = "paid"
