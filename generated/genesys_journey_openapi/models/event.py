"""The model `Event`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from .._runtime.codecs import DATETIME, STRING, Codec, ModelOf
from .._runtime.model import Model, model
from .._runtime.unions import UnknownPayload, payload_of

if TYPE_CHECKING:
    from .app_event import AppEvent
    from .event_session import EventSession
    from .generic_action_event import GenericActionEvent
    from .outcome_achieved_event import OutcomeAchievedEvent
    from .segment_assigned_event import SegmentAssignedEvent
    from .segment_assignment_event import SegmentAssignmentEvent
    from .web_action_event import WebActionEvent
    from .web_event import WebEvent

__all__ = ["Event"]


@model
class Event(Model):
    """
    Event of a journey session. eventType names its kind, and exactly one of the fields ending in Event is
    expected to carry the details of that kind. New kinds may appear at any time.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    id: str | None = None
    """Identifier of the event, a UUID in text form."""
    correlation_id: str | None = None
    """Identifier, a UUID in text form, of whatever caused the event, such as a request or another event."""
    customer_id: str | None = None
    """Identifier of the visitor in the system that reported the event, of the kind named by customerIdType."""
    customer_id_type: str | None = None
    """Kind of identifier in customerId, such as cookie or email."""
    session: EventSession | None = None
    """Session the event belongs to."""
    event_type: str | None = None
    """Kind of the event as a dotted name, for example com.genesys.journey.WebEvent. The set of names is
    open."""
    generic_action_event: GenericActionEvent | None = None
    """Deprecated. Details when an action outside of web pages changed."""
    outcome_achieved_event: OutcomeAchievedEvent | None = None
    """Deprecated. Details when an outcome was reached."""
    segment_assigned_event: SegmentAssignedEvent | None = None
    """Deprecated. Details when a segment was assigned, in the form of the page era."""
    segment_assignment_event: SegmentAssignmentEvent | None = None
    """Details when a segment was assigned."""
    web_action_event: WebActionEvent | None = None
    """Details when an action on a web page changed."""
    web_event: WebEvent | None = None
    """Details when something happened on a web page."""
    app_event: AppEvent | None = None
    """Details when something happened in a mobile app."""
    created_date: datetime | None = None
    """Moment of the event, in ISO 8601 form in UTC, with or without milliseconds."""

    _wire_names: ClassVar[dict[str, str]] = {
        "correlation_id": "correlationId",
        "customer_id": "customerId",
        "customer_id_type": "customerIdType",
        "event_type": "eventType",
        "generic_action_event": "genericActionEvent",
        "outcome_achieved_event": "outcomeAchievedEvent",
        "segment_assigned_event": "segmentAssignedEvent",
        "segment_assignment_event": "segmentAssignmentEvent",
        "web_action_event": "webActionEvent",
        "web_event": "webEvent",
        "app_event": "appEvent",
        "created_date": "createdDate",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "id": STRING,
        "correlation_id": STRING,
        "customer_id": STRING,
        "customer_id_type": STRING,
        "session": ModelOf(__package__, "EventSession"),
        "event_type": STRING,
        "generic_action_event": ModelOf(__package__, "GenericActionEvent"),
        "outcome_achieved_event": ModelOf(__package__, "OutcomeAchievedEvent"),
        "segment_assigned_event": ModelOf(__package__, "SegmentAssignedEvent"),
        "segment_assignment_event": ModelOf(__package__, "SegmentAssignmentEvent"),
        "web_action_event": ModelOf(__package__, "WebActionEvent"),
        "web_event": ModelOf(__package__, "WebEvent"),
        "app_event": ModelOf(__package__, "AppEvent"),
        "created_date": DATETIME,
    }
    _payload_members: ClassVar[dict[str, str]] = {
        "com.genesys.journey.WebEvent": "web_event",
        "com.genesys.journey.AppEvent": "app_event",
        "com.genesys.journey.WebActionEvent": "web_action_event",
        "com.genesys.journey.SegmentAssignmentEvent": "segment_assignment_event",
        "com.genesys.journey.OutcomeAchievedEvent": "outcome_achieved_event",
        "com.genesys.journey.SegmentAssignedEvent": "segment_assigned_event",
        "com.genesys.journey.GenericActionEvent": "generic_action_event",
    }

    @property
    def payload(
        self,
    ) -> (
        WebEvent
        | AppEvent
        | WebActionEvent
        | SegmentAssignmentEvent
        | OutcomeAchievedEvent
        | SegmentAssignedEvent
        | GenericActionEvent
        | UnknownPayload
        | None
    ):
        """
        The one payload that is set, whatever its kind.

        A kind that this version does not know comes as `UnknownPayload`; an object without tag and
        payload gives ``None``.
        """
        found: Any = payload_of(self, self.event_type, self._payload_members)
        return found  # type: ignore[no-any-return]
