"""The model `ActionProperties`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .action_survey import ActionSurvey

__all__ = ["ActionProperties"]


@model
class ActionProperties(Model):
    """
    Settings of an action that depend on its media type.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    webchat_prompt: str | None = None
    """Text with which a web chat is offered."""
    webchat_survey: ActionSurvey | None = None
    """Form to fill in before the web chat."""

    _wire_names: ClassVar[dict[str, str]] = {
        "webchat_prompt": "webchatPrompt",
        "webchat_survey": "webchatSurvey",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "webchat_prompt": STRING,
        "webchat_survey": ModelOf(__package__, "ActionSurvey"),
    }
