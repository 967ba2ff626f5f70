"""The enumeration `SurveyQuestionType`."""

from .._runtime.enums import OpenEnum

__all__ = ["SurveyQuestionType"]


class SurveyQuestionType(OpenEnum):
    """
    Form field a question is shown as.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    TEXT = "text"
    HIDDEN = "hidden"
    SELECT = "select"
    CHECKBOX = "checkbox"
    TEXTAREA = "textarea"
