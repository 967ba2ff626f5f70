"""The enumeration `PushLevel`."""

from .._runtime.enums import OpenEnum

__all__ = ["PushLevel"]


class PushLevel(OpenEnum):
    """
    Which messages trigger a push.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    ALL = "all"
    ALL_MENTIONS = "all_mentions"
    MENTIONS = "mentions"
    DIRECT_MENTIONS = "direct_mentions"
    NONE = "none"
