"""What makes models pleasant: payloads of tagged events, custom data, hooks."""

from __future__ import annotations

from typing import Any

import pytest
from genesys_journey_kit import AppEvent, Event, UnknownPayload, WebEvent
from genesys_journey_openapi.models import GenericActionEvent
from snaptrade_kit import Brokerage, Unexpected, on_unexpected
from snaptrade_openapi._runtime import report
from stream_chat_kit import EventRequest, UserObjectRequest

WEB = "com.genesys.journey.WebEvent"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"eventType": WEB, "webEvent": {"eventName": "n"}}, WebEvent),
        ({"eventType": WEB, "webEvent": {}, "appEvent": {}}, WebEvent),
        ({"eventType": "com.genesys.journey.AppEvent", "webEvent": {}, "appEvent": {}}, AppEvent),
        ({"eventType": WEB, "appEvent": {"eventName": "n"}}, AppEvent),
        ({"eventType": "com.genesys.journey.Later", "genericActionEvent": {}}, GenericActionEvent),
        ({"webEvent": {}}, WebEvent),
        ({"eventType": "com.genesys.journey.Later", "laterEvent": {"a": 1}}, UnknownPayload),
        ({"eventType": WEB}, UnknownPayload),
        ({"laterEvent": {}}, UnknownPayload),
        ({"eventType": WEB, "webEvent": "odd"}, UnknownPayload),
        ({}, type(None)),
    ],
)
def test_payload_of_an_event(data: dict[str, Any], expected: type) -> None:
    """The member of the tag, else any that is set, else what nobody knows yet."""
    assert expected is type(Event.from_dict(data).payload)


def test_an_unknown_payload_keeps_its_data() -> None:
    """Kind and members of an unknown payload are there to be used."""
    event = Event.from_dict({"eventType": "later", "laterEvent": {"a": 1}})
    assert UnknownPayload("later", {"laterEvent": {"a": 1}}) == event.payload


def test_custom_data_is_flat() -> None:
    """Any further keyword is custom data, sent beside the declared members."""
    event = EventRequest(
        type="score",
        user=UserObjectRequest(id="jane", favourite_colour="green"),
        points=7,
        additional_properties={"not-a-name": None},
    )
    assert event.to_dict() == {
        "type": "score",
        "user": {"id": "jane", "favourite_colour": "green"},
        "points": 7,
        "not-a-name": None,
    }
    assert event.additional_properties == {"points": 7, "not-a-name": None}
    assert "points" in repr(event)


def test_hooks_hear_of_unexpected_values_once() -> None:
    """A hook is told each place once, without the value, until it is taken away."""
    report._reported.clear()
    heard: list[Unexpected] = []
    remove = on_unexpected(heard.append)
    for _ in range(2):
        assert Brokerage.from_dict({"enabled": "marker"}).enabled is None
    remove()
    remove()
    assert Brokerage.from_dict({"slug": 1}).slug is None

    assert [Unexpected("Brokerage", "enabled", "expected true or false, got str")] == heard
    assert "marker" not in repr(heard)
