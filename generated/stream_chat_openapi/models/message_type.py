"""The enumeration `MessageType`."""

from .._runtime.enums import OpenEnum

__all__ = ["MessageType"]


class MessageType(OpenEnum):
    """
    Kind of message: an ordinary one, one only its author sees, a failed one, a thread reply, a note of
    the system, or the remains of a deleted one.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    REGULAR = "regular"
    EPHEMERAL = "ephemeral"
    ERROR = "error"
    REPLY = "reply"
    SYSTEM = "system"
    DELETED = "deleted"
