"""The model `ActionMap`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .action_map_action import ActionMapAction
    from .activation import Activation
    from .event_condition import EventCondition
    from .outcome_probability_condition import OutcomeProbabilityCondition
    from .url_condition import UrlCondition

__all__ = ["ActionMap"]


@model
class ActionMap(Model):
    """
    Rule that decides when an action is offered to a visitor. Today an event carries only a reference to
    it: id, selfUri, version and displayName.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    id: str | None = None
    """Identifier of the action map, a UUID in text form."""
    name: str | None = None
    """Deprecated. Internal name of the action map."""
    version: int | None = None
    """Revision number of the action map, raised by each change."""
    is_active: bool | None = None
    """Deprecated. Whether the action map is in use."""
    display_name: str | None = None
    """Name of the action map to show to people."""
    trigger_with_segments: list[str] | None = None
    """Deprecated. Ids of segments; being assigned any one of them triggers the action map."""
    trigger_with_event_conditions: list[EventCondition] | None = None
    """Deprecated. Conditions on events that trigger the action map."""
    trigger_with_outcome_probability_conditions: list[OutcomeProbabilityCondition] | None = None
    """Deprecated. Conditions on outcome probabilities that trigger the action map."""
    page_url_conditions: list[UrlCondition] | None = None
    """Deprecated. Conditions on the page address under which the action may be offered."""
    activation: Activation | None = None
    """Deprecated. Moment at which the action map takes effect after its trigger."""
    weight: int | None = None
    """Deprecated. Priority against other action maps that qualify at the same time; a higher number wins."""
    action: ActionMapAction | None = None
    """Deprecated. Action to perform."""
    estimated_wait_time_limit: int | None = None
    """Deprecated. Longest estimated wait for an agent at which the action is still offered; the unit is not documented."""
    self_uri: str | None = None
    """Address of the action map in the API."""
    created_date: datetime | None = None
    """Deprecated. Moment the action map was created, in ISO 8601 form."""
    modified_date: datetime | None = None
    """Deprecated. Moment the action map last changed, in ISO 8601 form."""
    start_date: datetime | None = None
    """Deprecated. Moment from which the action map applies, in ISO 8601 form."""
    end_date: datetime | None = None
    """Deprecated. Moment until which the action map applies, in ISO 8601 form."""

    _wire_names: ClassVar[dict[str, str]] = {
        "is_active": "isActive",
        "display_name": "displayName",
        "trigger_with_segments": "triggerWithSegments",
        "trigger_with_event_conditions": "triggerWithEventConditions",
        "trigger_with_outcome_probability_conditions": "triggerWithOutcomeProbabilityConditions",
        "page_url_conditions": "pageUrlConditions",
        "estimated_wait_time_limit": "estimatedWaitTimeLimit",
        "self_uri": "selfUri",
        "created_date": "createdDate",
        "modified_date": "modifiedDate",
        "start_date": "startDate",
        "end_date": "endDate",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "id": STRING,
        "name": STRING,
        "version": INTEGER,
        "is_active": BOOLEAN,
        "display_name": STRING,
        "trigger_with_segments": ListOf(STRING),
        "trigger_with_event_conditions": ListOf(ModelOf(__package__, "EventCondition")),
        "trigger_with_outcome_probability_conditions": ListOf(
            ModelOf(__package__, "OutcomeProbabilityCondition")
        ),
        "page_url_conditions": ListOf(ModelOf(__package__, "UrlCondition")),
        "activation": ModelOf(__package__, "Activation"),
        "weight": INTEGER,
        "action": ModelOf(__package__, "ActionMapAction"),
        "estimated_wait_time_limit": INTEGER,
        "self_uri": STRING,
        "created_date": DATETIME,
        "modified_date": DATETIME,
        "start_date": DATETIME,
        "end_date": DATETIME,
    }
