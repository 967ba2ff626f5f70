"""The enumeration `CriteriaEntityType`."""

from .._runtime.enums import OpenEnum

__all__ = ["CriteriaEntityType"]


class CriteriaEntityType(OpenEnum):
    """
    Kind of object a condition looks at.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    VISIT = "visit"
