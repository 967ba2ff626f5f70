"""The model `SegmentAssignmentEvent`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .addressable_entity_ref import AddressableEntityRef

__all__ = ["SegmentAssignmentEvent"]


@model
class SegmentAssignmentEvent(Model):
    """
    Record that the visitor was put into a segment, with a reference to the segment.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    segment: AddressableEntityRef | None = None
    """Segment that was assigned, as a reference."""

    _members: ClassVar[dict[str, Codec]] = {
        "segment": ModelOf(__package__, "AddressableEntityRef"),
    }
