"""The model `ActionMapAction`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, STRING, Codec, EnumOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .action_properties import ActionProperties
    from .event_action_media_type import EventActionMediaType

__all__ = ["ActionMapAction"]


@model
class ActionMapAction(Model):
    """
    Action that an action map performs once its conditions hold.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    media_type: EventActionMediaType | None = None
    """Channel the action uses."""
    action_target_id: str | None = None
    """Id of the action target that receives the interaction."""
    is_pacing_enabled: bool | None = None
    """Whether offers are held back to match the number of free agents."""
    props: ActionProperties | None = None
    """Settings for the chosen channel."""

    _wire_names: ClassVar[dict[str, str]] = {
        "media_type": "mediaType",
        "action_target_id": "actionTargetId",
        "is_pacing_enabled": "isPacingEnabled",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "media_type": EnumOf(__package__, "EventActionMediaType"),
        "action_target_id": STRING,
        "is_pacing_enabled": BOOLEAN,
        "props": ModelOf(__package__, "ActionProperties"),
    }
