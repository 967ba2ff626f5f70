"""The enumeration `AutomodMode`."""

from .._runtime.enums import OpenEnum

__all__ = ["AutomodMode"]


class AutomodMode(OpenEnum):
    """
    How automatic moderation is run: not at all, by word rules, or by an AI service.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    DISABLED = "disabled"
    SIMPLE = "simple"
    AI = "AI"
