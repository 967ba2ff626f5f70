"""The enumeration `ModerationBehavior`."""

from .._runtime.enums import OpenEnum

__all__ = ["ModerationBehavior"]


class ModerationBehavior(OpenEnum):
    """
    What happens to content that moderation objects to: reported, refused, or hidden from everybody but
    its author.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    FLAG = "flag"
    BLOCK = "block"
    SHADOW_BLOCK = "shadow_block"
