"""Objects of which exactly one member out of several is set, named by a tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

__all__ = ["UnknownPayload", "payload_of"]


@frozen
class UnknownPayload:
    """
    A kind of payload that this version of the package does not know.

    Args:
        kind: The tag, as the vendor sent it.
        data: The members that the specification does not name; the payload is among them.
    """

    kind: str | None
    data: Mapping[str, Any] = field(factory=dict[str, Any])


def payload_of(model: Any, tag: str | None, members: Mapping[str, str]) -> Any:
    """
    Return the payload of a tagged object.

    The member that belongs to the tag wins; otherwise any member that is set is taken, since the
    vendor documents the members but not the tags.

    Args:
        model: The object.
        tag: The value of its tag.
        members: The attribute that belongs to each tag.

    Returns:
        A model, `UnknownPayload` for a kind nobody knows, or ``None`` when there is neither a tag
        nor a payload.
    """
    named = members.get(tag or "")
    for attribute in [*([named] if named else []), *members.values()]:
        value = getattr(model, attribute)
        if value is not None:
            return value
    if tag is None and not model.additional_properties:
        return None
    return UnknownPayload(tag, dict(model.additional_properties))
