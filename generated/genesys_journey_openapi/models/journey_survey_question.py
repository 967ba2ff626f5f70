"""The model `JourneySurveyQuestion`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, STRING, Codec, EnumOf, ListOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .survey_customer_property import SurveyCustomerProperty
    from .survey_question_type import SurveyQuestionType

__all__ = ["JourneySurveyQuestion"]


@model
class JourneySurveyQuestion(Model):
    """
    Question of the form shown before a web chat.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    type: SurveyQuestionType | None = None
    """Form field the question is shown as."""
    label: str | None = None
    """Text of the question."""
    customer_property: SurveyCustomerProperty | None = None
    """Customer property the answer is stored under."""
    choices: list[str] | None = None
    """Answers to choose from, for questions with a choice."""
    is_mandatory: bool | None = None
    """Whether the question must be answered."""

    _wire_names: ClassVar[dict[str, str]] = {
        "customer_property": "customerProperty",
        "is_mandatory": "isMandatory",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "type": EnumOf(__package__, "SurveyQuestionType"),
        "label": STRING,
        "customer_property": EnumOf(__package__, "SurveyCustomerProperty"),
        "choices": ListOf(STRING),
        "is_mandatory": BOOLEAN,
    }
