"""The enumeration `EventActionState`."""

from .._runtime.enums import OpenEnum

__all__ = ["EventActionState"]


class EventActionState(OpenEnum):
    """
    How far an action got with the visitor.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    TIMEDOUT = "timedout"
    ERRORED = "errored"
    IGNORED = "ignored"
    QUALIFIED = "qualified"
    OFFERED = "offered"
    STARTED = "started"
    ENGAGED = "engaged"
    QUALIFIED_OUTSIDE_SCHEDULE = "qualifiedOutsideSchedule"
    OFFERED_OUTSIDE_SCHEDULE = "offeredOutsideSchedule"
    ABANDONED = "abandoned"
    COMPLETED = "completed"
    FREQUENCY_CAP_REACHED = "frequencyCapReached"
    MISSED = "missed"
