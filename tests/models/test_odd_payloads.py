"""200 odd answers per vendor, made from the specification's examples: all are read, none loses anything."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from genesys_journey_openapi.models import EventListing
from snaptrade_openapi.models import BrokerageAuthorization, RateOfReturnResponse, SessionEvent
from stream_chat_openapi.models import EventResponse, SyncResponse

from generator_config.generate import VENDORS
from generator_config.spec import load_spec

from .test_lossless import look_at

MODELS: dict[str, dict[str, Any]] = {
    "snaptrade": {
        "detailBrokerageAuthorization": BrokerageAuthorization,
        "listBrokerageAuthorizations": BrokerageAuthorization,
        "returnRates": RateOfReturnResponse,
        "sessionEvents": SessionEvent,
    },
    "genesys_journey": {"getJourneySessionEvents": EventListing},
    "stream_chat": {"sendEvent": EventResponse, "sync": SyncResponse},
}
COUNT = 200
Place = tuple[Any, Any]


def _places(value: Any) -> Iterator[Place]:
    """Give every container and key of a JSON value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in list(pairs):
        yield value, key
        yield from _places(item)


def _null(container: Any, key: Any) -> None:
    container[key] = None


def _number_as_text(container: Any, key: Any) -> None:
    container[key] = str(container[key])


def _text_as_number(container: Any, key: Any) -> None:
    container[key] = 12345678901234567890


def _empty_text(container: Any, key: Any) -> None:
    container[key] = ""


def _unknown_word(container: Any, key: Any) -> None:
    container[key] = "invented_tomorrow"


def _in_a_list(container: Any, key: Any) -> None:
    container[key] = [None, container[key], None]


def _in_an_object(container: Any, key: Any) -> None:
    container[key] = {"value": container[key], "unit": None}


def _further_members(container: Any, key: Any) -> None:
    if isinstance(container, dict):
        container[f"{key}_v2"] = {"deep": [{"er": None}, 1, "x"], "": False}


def _gone(container: Any, key: Any) -> None:
    del container[key]


ODDITIES: tuple[Callable[[Any, Any], None], ...] = (
    _null,
    _number_as_text,
    _text_as_number,
    _empty_text,
    _unknown_word,
    _in_a_list,
    _in_an_object,
    _further_members,
    _gone,
)


def _examples(vendor: str) -> list[tuple[Any, Any]]:
    spec = load_spec(next(entry for entry in VENDORS if entry.name == vendor).spec)
    found: list[tuple[Any, Any]] = []
    for _, _, operation, _ in spec.operations():
        model = MODELS[vendor].get(operation["operationId"])
        for status, response in operation["responses"].items():
            if model is not None and str(status).startswith("2"):
                example = spec.resolve(response)["content"]["application/json"]["example"]
                found += [(model, item) for item in (example if isinstance(example, list) else [example])]
    return found


def _odd(vendor: str) -> Iterator[tuple[Any, Any]]:
    """Make the payloads; the same ones on every run."""
    chance = random.Random(vendor)
    examples = _examples(vendor)
    for number in range(COUNT):
        model, example = examples[number % len(examples)]
        payload = copy.deepcopy(example)
        for _ in range(1 + number % 7):
            places = list(_places(payload))
            if places:
                chance.choice(ODDITIES)(*chance.choice(places))
        yield model, payload


@pytest.mark.parametrize("vendor", MODELS)
def test_odd_payloads(vendor: str) -> None:
    """Each is read, looked at in every corner, and written back as it came."""
    count = 0
    for model, payload in _odd(vendor):
        untouched = copy.deepcopy(payload)
        read = model.from_dict(payload)
        look_at(read)
        assert untouched == read.to_dict() == payload
        count += 1
    assert count == COUNT


@pytest.mark.parametrize("vendor", MODELS)
def test_payloads_with_nulls_everywhere(vendor: str) -> None:
    """Every single member may be null, and all of them at once."""
    for model, example in _examples(vendor):
        for index in range(len(list(_places(example)))):
            payload = copy.deepcopy(example)
            _null(*list(_places(payload))[index])
            assert payload == model.from_dict(payload).to_dict()
        nothing = dict.fromkeys(example)
        read = model.from_dict(nothing)
        look_at(read)
        assert nothing == read.to_dict()
