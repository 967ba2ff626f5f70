"""The model `ActionSurvey`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .journey_survey_question import JourneySurveyQuestion

__all__ = ["ActionSurvey"]


@model
class ActionSurvey(Model):
    """
    Form a visitor fills in before a web chat starts.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    questions: list[JourneySurveyQuestion] | None = None
    """Questions of the form in the order they are shown."""

    _members: ClassVar[dict[str, Codec]] = {
        "questions": ListOf(ModelOf(__package__, "JourneySurveyQuestion")),
    }
