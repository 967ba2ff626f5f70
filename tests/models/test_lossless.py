"""For every model: nothing fails to be read, nothing is lost, whatever is looked at meanwhile."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from attrs import fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .schemas import ModelCase, all_models

CASES = all_models()


def look_at(value: Any) -> None:
    """Read every attribute of a model and of what is inside it."""
    if isinstance(value, list):
        for item in value:
            look_at(item)
    elif isinstance(value, dict):
        look_at(list(value.values()))
    elif hasattr(value, "to_dict"):
        for attribute in fields(type(value)):
            if not attribute.name.startswith("_"):
                look_at(getattr(value, attribute.name))


def test_all_models_are_there() -> None:
    """The three packages together have more than a hundred models, none is left out."""
    assert len(CASES) > 100


@pytest.mark.parametrize("case", CASES, ids=repr)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_round_trip(case: ModelCase, data: st.DataObject) -> None:
    """``from_dict(x).to_dict() == x``, before and after looking, and for every copy."""
    original = data.draw(case.objects())
    untouched = copy.deepcopy(original)

    model = case.cls.from_dict(original)

    assert untouched == model.to_dict()
    look_at(model)
    repr(model)
    assert untouched == model.to_dict()
    assert untouched == original, "reading changes nothing"
    for arrived in (
        copy.deepcopy(model),
        pickle.loads(pickle.dumps(model)),
        case.cls.from_json(model.to_json()),
    ):
        assert untouched == arrived.to_dict()
        assert model == arrived
