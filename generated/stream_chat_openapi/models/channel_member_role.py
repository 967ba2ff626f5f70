"""The enumeration `ChannelMemberRole`."""

from .._runtime.enums import OpenEnum

__all__ = ["ChannelMemberRole"]


class ChannelMemberRole(OpenEnum):
    """
    Coarse role of a channel member.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    MEMBER = "member"
    MODERATOR = "moderator"
    ADMIN = "admin"
    OWNER = "owner"
