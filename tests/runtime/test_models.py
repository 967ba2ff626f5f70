"""Models read anything, lose nothing, and write back what they read."""

from __future__ import annotations

import copy
import json
import logging
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from genesys_journey_openapi.models import Device, DeviceCategory, Event, EventListing
from snaptrade_openapi._runtime import members, report
from snaptrade_openapi._runtime.codecs import DATE, INTEGER, STRING, ListOf, MapOf, Mismatch, OneOf
from snaptrade_openapi._runtime.decoding import decode_list, decode_model
from snaptrade_openapi._runtime.timestamps import parse_date, parse_datetime
from snaptrade_openapi.models import (
    BrokerageAuthorization,
    RateOfReturnObject,
    RateOfReturnResponse,
    Timeframe,
)
from stream_chat_kit import NULL, InvalidArgumentError
from stream_chat_openapi.models import EventRequest, Message, SendEventRequest, SyncRequest

CONNECTION: dict[str, Any] = {
    "id": "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415",
    "created_date": "2025-09-11T17:28:37.000123+00:00",
    "brokerage": {"slug": "X", "exchanges": [1, "a", None], "new": {"a": 1}},
    "name": None,
    "disabled": "yes",
    "meta": {"x": [1, {"y": None}]},
    "future": [1, 2],
}


def test_what_cannot_be_read_reads_as_none_and_is_kept() -> None:
    """Null, absent and wrong types read as None; writing back gives the same object."""
    model = BrokerageAuthorization.from_dict(CONNECTION)

    assert UUID(CONNECTION["id"]) == model.id
    assert datetime(2025, 9, 11, 17, 28, 37, 123, tzinfo=UTC) == model.created_date
    assert (model.name, model.disabled, model.type) == (None, None, None)
    assert model.additional_properties == {"future": [1, 2]}
    assert model.to_dict() == CONNECTION


def test_changed_attributes_are_written() -> None:
    """An assignment wins over what was read, also where that could not be read."""
    model = BrokerageAuthorization.from_dict(CONNECTION)
    model.name = "new"
    model.disabled = True
    model.created_date = datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    model.additional_properties["more"] = 1

    written = model.to_dict()

    assert (
        written["name"],
        written["disabled"],
        written["created_date"],
        written["more"],
    ) == ("new", True, "2025-12-31T23:00:00Z", 1)


def test_what_was_assigned_first_stays() -> None:
    """Looking at one attribute leaves alone what was assigned to others before."""
    model = BrokerageAuthorization.from_dict(CONNECTION)
    model.name = "new"
    model.meta = {"x": 2}
    assert model.created_date is not None
    model.created_date = None
    assert (model.id, model.type, model.disabled) == (UUID(CONNECTION["id"]), None, None)
    assert model.disabled_date is model.updated_date is None, "by now all slots are filled"
    assert (model.name, model.meta, model.created_date) == ("new", {"x": 2}, None)
    written = CONNECTION | {"name": "new", "meta": {"x": 2}}
    del written["created_date"]
    assert written == model.to_dict()


def test_what_was_assigned_between_stays() -> None:
    """An attribute that was looked at, then assigned to, keeps the assigned value."""
    model = BrokerageAuthorization.from_dict(CONNECTION)
    assert model.meta == CONNECTION["meta"]
    model.meta = {"x": 2}
    assert [model.type, model.disabled, model.disabled_date, model.updated_date] == [None] * 4
    assert model.meta == {"x": 2}


def test_a_deleted_attribute_is_read_again() -> None:
    """Deleting an attribute takes back an assignment, whatever was looked at meanwhile."""
    model = BrokerageAuthorization.from_dict(CONNECTION)
    assert model.meta == CONNECTION["meta"]
    model.name = "new"
    del model.meta
    assert model.type is None
    assert (model.name, model.meta) == ("new", CONNECTION["meta"])


def test_nothing_is_copied_behind_the_back() -> None:
    """An attribute is one object however often it is read; what is changed in it is written."""
    model = BrokerageAuthorization.from_dict(CONNECTION)
    assert model.brokerage is model.brokerage
    assert model.additional_properties is model.additional_properties
    model.brokerage.slug = "Y"  # type: ignore[union-attr]
    model.meta["x"].append(3)  # type: ignore[index]
    written = model.to_dict()
    assert (written["brokerage"]["slug"], written["meta"]) == ("Y", {"x": [1, {"y": None}, 3]})
    assert CONNECTION["meta"] == {"x": [1, {"y": None}]}


def test_interpreters_that_do_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing tells whether a model was assigned to, everything is as right, only slower."""
    monkeypatch.setattr(members.gc, "get_referents", lambda *_: [])
    plan = members.Plan(BrokerageAuthorization)
    monkeypatch.setitem(members._plans, BrokerageAuthorization, plan)
    monkeypatch.setitem(members.looks, BrokerageAuthorization, plan.looks)
    model = BrokerageAuthorization.from_dict(CONNECTION)
    model.name = "new"
    assert UUID(CONNECTION["id"]) == model.id
    read = (model.name, model.disabled, model.type, model.meta, model.disabled_date, model.updated_date)
    assert read == ("new", None, None, CONNECTION["meta"], None, None)
    assert model.to_dict() == CONNECTION | {"name": "new"}


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-02T03:04:05Z",
        "2024-01-02T03:04:05.1Z",
        "2024-01-02T03:04:05.123456789Z",
        "2024-01-02T03:04:05.000000+00:00",
        "2024-01-02 03:04:05.000000+00:00",
        "2024-01-02T03:04:05-05:00",
        "2024-01-02",
        "2024-01-02T03:04:05",
        "not a date",
        "",
        "2024-13-45T99:99:99Z",
        "0001-01-01T00:00:00+23:59",
    ],
)
def test_dates_keep_their_text(text: str) -> None:
    """Whatever form a date comes in, it is written back in that form."""
    model = RateOfReturnObject.from_dict({"created_date": text})

    assert {"created_date": text} == model.to_dict()
    assert model.created_date is None or model.created_date.tzinfo is not None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-02T03:04:05.123456789Z", datetime(2024, 1, 2, 3, 4, 5, 123456, tzinfo=UTC)),
        ("2024-01-02T03:04:05.27Z", datetime(2024, 1, 2, 3, 4, 5, 270000, tzinfo=UTC)),
        ("2024-01-02 03:04:05+00:00", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2024-01-02", datetime(2024, 1, 2, tzinfo=UTC)),
    ],
)
def test_date_forms(text: str, moment: datetime) -> None:
    """0 to 9 fractional digits, a blank instead of T, and a bare date are read."""
    assert moment == parse_datetime(text)


def test_bare_dates() -> None:
    """A date field takes a date, also when a time follows."""
    assert date(2024, 1, 2) == parse_date("2024-01-02") == DATE.decode("2024-01-02T03:04:05Z")
    assert DATE.encode(date(2024, 1, 2)) == "2024-01-02"
    with pytest.raises(Mismatch):
        DATE.decode("yesterday")


def test_unknown_enum_values_are_kept() -> None:
    """A value that was invented later compares, hashes, copies and pickles by its text."""
    model = RateOfReturnObject.from_dict({"timeframe": "10Y"})
    timeframe = model.timeframe

    assert isinstance(timeframe, Timeframe)
    assert not timeframe.is_known
    assert Timeframe.ONE_YEAR.is_known
    assert "10Y" == timeframe == str(timeframe) == f"{timeframe}"
    assert {timeframe: 1}["10Y"] == 1  # type: ignore[index]
    assert timeframe == copy.deepcopy(timeframe) == copy.copy(timeframe)
    assert timeframe == pickle.loads(pickle.dumps(timeframe))
    assert Timeframe.ALL is pickle.loads(pickle.dumps(Timeframe.ALL))
    assert repr(timeframe) == "<Timeframe '10Y' (unknown)>"
    assert repr(Timeframe.ALL) == "<Timeframe 'ALL'>"
    assert model.to_dict() == {"timeframe": "10Y"}
    assert timeframe != 10
    with pytest.raises(ValueError, match="10"):
        Timeframe(10)


def test_unknown_enum_values_do_not_pile_up() -> None:
    """Unknown values are not registered in the class."""
    before = len(Timeframe._value2member_map_)
    for number in range(100):
        Timeframe(f"n{number}")
    assert before == len(Timeframe._value2member_map_)


def test_odd_items_of_lists_are_left_out_but_kept() -> None:
    """A list attribute has the readable items; the whole list is written back."""
    data = {"data": [{"timeframe": "ALL"}, None, 7, {"timeframe": "1Y"}]}
    model = RateOfReturnResponse.from_dict(data)

    assert [item.timeframe for item in model.data or []] == [Timeframe.ALL, Timeframe.ONE_YEAR]
    assert data == model.to_dict()

    assert model.data is not None
    model.data[1].timeframe = None
    assert model.to_dict() == {"data": [{"timeframe": "ALL"}, None, 7, {}]}, "odd items keep their places"
    model.data.pop()
    assert model.to_dict() == {"data": [{"timeframe": "ALL"}]}, "another length: the list is the caller's"


def test_maps_and_unions() -> None:
    """Free keys with typed values, and values of several kinds."""
    numbers = MapOf(INTEGER)
    assert numbers.decode({"a": 1, "b": None}) == {"a": 1}
    assert numbers.restore({"a": 1, "b": None}, {"a": 1}) == {"a": 1, "b": None}
    assert numbers.restore({"a": 1, "b": None, "c": 2}, {"a": 3, "d": 4}) == {"a": 3, "b": None, "d": 4}
    assert numbers.restore("odd", {"a": 1}) == numbers.encode({"a": 1}) == {"a": 1}
    with pytest.raises(Mismatch):
        numbers.decode([1])
    either = OneOf(INTEGER, STRING, ListOf(INTEGER))
    assert [either.decode(value) for value in (1, "a", [1, "x"])] == [1, "a", [1]]
    assert either.restore([1, "x"], [1]) == [1, "x"]
    assert either.restore(None, "a") == either.encode("a") == "a"
    with pytest.raises(Mismatch):
        either.decode(None)
    with pytest.raises(Mismatch):
        INTEGER.decode(True)


def test_models_travel() -> None:
    """Copies and pickles are equal and write the same object."""
    model = BrokerageAuthorization.from_dict(CONNECTION)
    for arrived in (copy.deepcopy(model), pickle.loads(pickle.dumps(model)), copy.copy(model)):
        assert model == arrived
        assert arrived.to_dict() == CONNECTION


def test_json_both_ways() -> None:
    """``from_json`` and ``to_json`` are the text forms of ``from_dict`` and ``to_dict``."""
    model = Event.from_json(b'{"id": "\\u00e9", "x": 1}')
    assert json.loads(model.to_json()) == {"id": "é", "x": 1}


def test_nested_tagged_events() -> None:
    """Nested models, renamed members and open enumerations work together."""
    listing = EventListing.from_dict(
        {"entities": [{"eventType": "e", "webEvent": {"device": {"category": "watch", "isMobile": 1}}}]}
    )
    device = listing.entities[0].web_event.device  # type: ignore[index, union-attr]
    assert isinstance(device, Device)
    assert DeviceCategory("watch") == device.category
    assert device.is_mobile is None


def test_a_model_from_something_else() -> None:
    """Only an object can become a model."""
    with pytest.raises(TypeError, match="expected an object for Event, got list"):
        Event.from_dict([])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "expected an object, got an array"),
        ("x", "expected an object, got a text"),
        (None, "expected an object, got null"),
        (True, "expected an object, got true or false"),
        (1, "expected an object, got a number"),
    ],
)
def test_bodies_of_a_wrong_type(data: Any, message: str) -> None:
    """A body that is no object is an error that says what came instead."""
    with pytest.raises(TypeError, match=message):
        decode_model(data, BrokerageAuthorization)


def test_lists_of_a_wrong_type() -> None:
    """A body that is no list, or a list of something else, is an error."""
    assert decode_list([], BrokerageAuthorization) == []
    with pytest.raises(TypeError, match="expected an array, got an object"):
        decode_list({}, BrokerageAuthorization)
    with pytest.raises(TypeError, match="expected an object, got null"):
        decode_list([None], BrokerageAuthorization)


def test_requests_leave_out_none_and_send_explicit_null() -> None:
    """None means "leave out"; NULL is a null on the wire; custom data stays flat."""
    body = SendEventRequest(
        event=EventRequest(type="x", user_id=None, parent_id=NULL, additional_properties={"color": "red"})  # type: ignore[arg-type]
    )
    assert body.to_dict() == {"event": {"type": "x", "parent_id": None, "color": "red"}}
    assert repr(NULL) == "NULL"
    assert not NULL
    assert NULL is copy.deepcopy(NULL)


def test_required_members_of_requests() -> None:
    """A request cannot be made without what the vendor requires."""
    with pytest.raises(TypeError, match="type"):
        EventRequest(user_id="jane")  # type: ignore[call-arg]


def test_moments_in_requests() -> None:
    """A datetime goes out in UTC, its text as it is, a naive one is refused by name."""
    moment = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert SyncRequest(last_sync_at=moment).to_dict()["last_sync_at"] == "2026-01-01T10:00:00Z"
    text = "2024-01-02T03:04:05.270208768Z"
    assert text == SyncRequest(last_sync_at=text).to_dict()["last_sync_at"]
    with pytest.raises(InvalidArgumentError, match="last_sync_at must carry a timezone"):
        SyncRequest(last_sync_at=datetime(2026, 1, 1)).to_dict()  # noqa: DTZ001 -- naive on purpose


@pytest.mark.parametrize(
    ("member", "value", "message"),
    [
        ("type", 7, "type must be a text, not int"),
        ("watcher_count", True, "watcher_count must be a whole number, not bool"),
        ("automoderation", "yes", "automoderation must be true or false, not str"),
        ("user", "jane", "user must be a UserObjectRequest or a dict, not str"),
        ("created_at", 1.5, "created_at must be an RFC 3339 date and time, not float"),
    ],
)
def test_members_of_another_type_are_refused(member: str, value: Any, message: str) -> None:
    """What has no form on the wire is refused by name, before anything is sent."""
    members_given: dict[str, Any] = {"type": "x", member: value}
    with pytest.raises(InvalidArgumentError, match=f"^{message}$"):
        EventRequest(**members_given).to_dict()


def test_members_are_open() -> None:
    """What a person would pass is taken: a dict for a model, an id or a moment for a text, any list."""
    key = UUID("0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415")
    given: dict[str, Any] = {"user": {"id": "jane"}, "cid": key, "reason": datetime(2026, 1, 1, tzinfo=UTC)}
    assert EventRequest(type="x", **given).to_dict() == {
        "type": "x",
        "user": {"id": "jane"},
        "cid": str(key),
        "reason": "2026-01-01T00:00:00Z",
    }
    cids: Any = ("messaging:a", "messaging:b")
    assert SyncRequest(last_sync_at="x", channel_cids=cids).to_dict()["channel_cids"] == list(cids)


def test_repr_is_short() -> None:
    """Only what is set is shown, long values are cut."""
    model = BrokerageAuthorization.from_dict({"name": "n" * 500, "x": 1})
    text = repr(model)
    assert text.startswith("BrokerageAuthorization(name='nnn")
    assert len(text) < 200
    assert "disabled" not in text


def test_recursive_models() -> None:
    """A message that quotes a message is read to any sensible depth."""
    data: dict[str, Any] = {"text": "leaf"}
    for _ in range(50):
        data = {"quoted_message": data}
    assert data == Message.from_dict(data).to_dict()


def test_unexpected_values_are_reported_once(caplog: pytest.LogCaptureFixture) -> None:
    """The log tells the place once, without the value."""
    report._reported.clear()
    with caplog.at_level(logging.WARNING, "snaptrade_openapi"):
        for _ in range(3):
            assert BrokerageAuthorization.from_dict({"disabled": "marker"}).disabled is None

    assert len(caplog.records) == 1
    assert "BrokerageAuthorization.disabled: expected true or false, got str" in caplog.text
    assert "marker" not in caplog.text


def test_reports_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory of reported places is bounded."""
    monkeypatch.setattr(report, "_reported", {("m", str(number)) for number in range(report._PLACES_KEPT)})
    report.report_unexpected("m", "another", "x")
    assert len(report._reported) == report._PLACES_KEPT
