"""The model `GenericActionEvent`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .action_map import ActionMap
    from .generic_event_action import GenericEventAction

__all__ = ["GenericActionEvent"]


@model
class GenericActionEvent(Model):
    """
    Change of an action that is not bound to a web page.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    action: GenericEventAction | None = None
    """Action that changed."""
    action_map: ActionMap | None = None
    """Action map that caused the action."""
    error_code: str | None = None
    """Code of the failure when the action did not work out."""
    error_message: str | None = None
    """Text of the failure when the action did not work out."""

    _wire_names: ClassVar[dict[str, str]] = {
        "action_map": "actionMap",
        "error_code": "errorCode",
        "error_message": "errorMessage",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "action": ModelOf(__package__, "GenericEventAction"),
        "action_map": ModelOf(__package__, "ActionMap"),
        "error_code": STRING,
        "error_message": STRING,
    }
