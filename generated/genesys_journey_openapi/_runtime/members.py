"""
How the members of a JSON object become the attributes of a model: when somebody looks.

A model that was read keeps the object it came as, and its slots are empty. A look at an attribute
decodes it and fills its slot; from then on, a look costs no more than with any other class. Whoever
looks at a second attribute mostly wants more of them, so that look fills the other slots as well. Ids,
nested models, lists and maps always wait for a look of their own, which most of them never see.

The functions that do it are written as source text, like the ``__init__`` of attrs classes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from types import NoneType
from typing import Any, Final, NamedTuple

from .codecs import ListOf, MapOf, ModelOf
from .report import report_unexpected
from .scalars import UUID_TEXT, Anything, Codec, Mismatch, Plain, Text

__all__ = ["Member", "Plan", "looks", "plan_of"]

_OTHERS: Final = "additional_properties"
_SINGLE_LOOKS: Final = 1
_LOOK = """
def look_{name}(model):
    looked = model._looked
    if looked is not None:
        if len(looked) < {single_looks}:
            model._looked = (*looked, {name!r})
        else:
            fill(model, looked){and_return}
    value = model._json.get({wire_name!r})
    model.{name} = value = {value}
    return value
"""

Look = Callable[[Any], Any]


class Member(NamedTuple):
    """
    One declared member of a model.

    Args:
        wire_name: Its name in JSON.
        codec: Decodes and encodes it.
        ready: The types of JSON values that need no decoding.
        read: Decodes any other value; one that cannot be is reported and reads as ``None``.
    """

    wire_name: str
    codec: Codec
    ready: frozenset[type]
    read: Callable[[Any], Any]

    @property
    def is_late(self) -> bool:
        """Whether the attribute waits for a look of its own."""
        codec = self.codec
        return codec is UUID_TEXT or (isinstance(codec, ModelOf | ListOf | MapOf) and len(self.ready) == 1)


class Plan:
    """
    What has to be known to read the models of one class.

    Args:
        model: The class.
    """

    def __init__(self, model: Any) -> None:
        wire_names: dict[str, str] = model._wire_names
        self.members: dict[str, Member] = {}
        """The declared members by the names of their attributes."""
        for name, codec in model._members.items():
            wire_name = wire_names.get(name, name)
            read = _reader(codec, model.__name__, wire_name)
            self.members[name] = Member(wire_name, codec, _ready_types(codec), read)
        self.slots = {name: getattr(model, name).__get__ for name in (*self.members, _OTHERS)}
        """By attribute, what returns the content of its slot or raises `AttributeError` when it is empty."""
        self._wire_names = frozenset(member.wire_name for member in self.members.values())
        functions = _compiled(self.members, self._fill)
        self._put = functions["put"]
        self.looks: dict[str, Look] = {name: functions[f"look_{name}"] for name in self.members}
        """By attribute, what fills its slot and returns the value."""
        self.looks[_OTHERS] = self._look_at_others
        self._when_untouched = _references_when_untouched(model, self.members)

    def is_untouched(self, model: Any) -> bool:
        """Tell whether a model that was read has neither been looked at nor assigned to."""
        return self._holds(model, 0)

    def _holds(self, model: Any, values: int) -> bool:
        untouched = self._when_untouched
        return untouched is not None and len(gc.get_referents(model)) == untouched + values

    def _fill(self, model: Any, looked: tuple[str, ...]) -> None:
        """Fill all slots, but those of late attributes, of what was looked at and of what was assigned."""
        model._looked = None
        present = self._present(model, looked)
        self._put(model, model._json.get)
        for name, value in present:
            setattr(model, name, value)

    def _present(self, model: Any, looked: tuple[str, ...]) -> list[tuple[str, Any]]:
        """Return what the slots hold already."""
        if self._holds(model, len(looked)):
            with suppress(AttributeError):  # one was deleted, another assigned to
                return [(name, self.slots[name](model)) for name in looked]
        present: list[tuple[str, Any]] = []
        for name, slot in self.slots.items():
            with suppress(AttributeError):
                present.append((name, slot(model)))
        return present

    def _look_at_others(self, model: Any) -> dict[str, Any]:
        model.additional_properties = others = self.others(model._json)
        if model._looked is not None:
            model._looked = (*model._looked, _OTHERS)
        return others

    def others(self, json: dict[str, Any]) -> dict[str, Any]:
        """Return the members that the specification does not name."""
        known = self._wire_names
        if known.issuperset(json):
            return {}
        return {key: value for key, value in json.items() if key not in known}


looks: Final[dict[type, dict[str, Look]]] = {}
"""The looks of all classes that have a plan."""
_plans: dict[type, Plan] = {}


def plan_of(model: type) -> Plan:
    """Return the plan of a class; made on first use."""
    plan = _plans.get(model)
    if plan is None:
        plan = _plans[model] = Plan(model)
        looks[model] = plan.looks
    return plan


def _references_when_untouched(model: Any, members: dict[str, Member]) -> int | None:
    # The interpreter tells what an object refers to: here the class, the values in its slots, and
    # nothing else. There is no other cheap way to tell whether somebody has assigned to an attribute.
    fresh = model._take({})
    found = len(gc.get_referents(fresh))
    for name in members:
        setattr(fresh, name, None)
    return found if found + len(members) == len(gc.get_referents(fresh)) else None


def _compiled(members: dict[str, Member], fill: Callable[[Any, tuple[str, ...]], None]) -> dict[str, Any]:
    """Return ``put``, which fills the slots of a model, and a look for each attribute."""
    put = ["def put(model, get):", "    pass"]
    functions: list[str] = []
    space: dict[str, Any] = {"fill": fill}
    for name, member in members.items():
        space[f"read_{name}"] = member.read
        kinds = sorted(kind.__name__ for kind in member.ready if kind is not NoneType)
        is_ready = " or ".join(["value is None", *(f"value.__class__ is {kind}" for kind in kinds)])
        value = f"value if {is_ready} else read_{name}(value)"
        put.append(f"    value = get({member.wire_name!r})")
        put.append(
            f"    if value is None: model.{name} = None" if member.is_late else f"    model.{name} = {value}"
        )
        functions.append(
            _LOOK.format(
                name=name,
                wire_name=member.wire_name,
                value=value,
                single_looks=_SINGLE_LOOKS,
                and_return="" if member.is_late else f"\n            return model.{name}",
            )
        )
    exec(compile("\n".join([*put, *functions]), "<looks>", "exec"), space)  # noqa: S102 -- our own text
    return space


def _ready_types(codec: Codec) -> frozenset[type]:
    if isinstance(codec, Plain):
        return frozenset({NoneType, *codec.types})
    if isinstance(codec, ListOf | MapOf) and isinstance(codec.item, Anything):
        return frozenset({NoneType, list if isinstance(codec, ListOf) else dict})
    return frozenset({NoneType})


def _reader(codec: Codec, owner: str, wire_name: str) -> Callable[[Any], Any]:
    wanted = codec.wanted if isinstance(codec, Text) else ""
    decode = codec.parse if isinstance(codec, Text) else codec.decode  # the parser alone is faster

    def read(value: Any) -> Any:
        try:
            return decode(value)
        except (ValueError, TypeError, AttributeError, OverflowError) as error:
            mismatch = error if isinstance(error, Mismatch) else Mismatch(wanted, value)
            report_unexpected(owner, wire_name, str(mismatch))
            return None

    return read
