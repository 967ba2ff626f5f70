"""The enumeration `ConditionOperator`."""

from .._runtime.enums import OpenEnum

__all__ = ["ConditionOperator"]


class ConditionOperator(OpenEnum):
    """
    Comparison between a value of the visitor and the values of a condition.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    EQUAL = "equal"
    NOT_EQUAL = "notEqual"
    LIKE = "like"
    NOT_LIKE = "notLike"
    GREATER_THAN = "greaterThan"
    GREATER_THAN_OR_EQUAL = "greaterThanOrEqual"
    LESS_THAN = "lessThan"
    LESS_THAN_OR_EQUAL = "lessThanOrEqual"
