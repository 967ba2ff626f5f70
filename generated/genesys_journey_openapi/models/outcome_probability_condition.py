"""The model `OutcomeProbabilityCondition`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import NUMBER, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["OutcomeProbabilityCondition"]


@model
class OutcomeProbabilityCondition(Model):
    """
    Condition on the predicted probability that the visitor reaches an outcome.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    outcome_id: str | None = None
    """Id of the outcome whose probability is looked at."""
    maximum_probability: float | None = None
    """Probability of the outcome, from 0 to 1, from which on the action map triggers."""
    probability: float | None = None
    """Additional bound, from 0 to 1: the action map triggers only while the present probability is not above
    it."""

    _wire_names: ClassVar[dict[str, str]] = {
        "outcome_id": "outcomeId",
        "maximum_probability": "maximumProbability",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "outcome_id": STRING,
        "maximum_probability": NUMBER,
        "probability": NUMBER,
    }
