"""
How the members of a JSON object become the attributes of a model: when somebody looks.

A model that was read keeps the object it came as, and its slots are empty. A look at an attribute
decodes it and fills its slot; from then on, a look costs no more than with any other class. Whoever
looks at a second attribute mostly wants more of them, so that look fills the other slots as well. Ids,
nested models, lists and maps always wait for a look of their own, which most of them never see.

The function that fills all slots is written as source text, like the ``__init__`` of attrs classes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from math import nan
from types import NoneType
from typing import Any, Final, NamedTuple, cast

from .codecs import ListOf, MapOf, ModelOf
from .report import report_unexpected
from .scalars import UUID_TEXT, Anything, Codec, Mismatch, Plain, Text

__all__ = ["Member", "Plan", "looks", "plan_of"]

_OTHERS: Final = "additional_properties"
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
        self.looks: dict[str, Look] = {name: self._look_at(name) for name in self.members}
        """By attribute, what fills its slot and returns the value."""
        self.looks[_OTHERS] = self._look_at_others
        self._when_untouched = _references_when_untouched(model, self.members)

    def is_untouched(self, model: Any) -> bool:
        """Tell whether a model that was read has neither been looked at nor assigned to."""
        return len(gc.get_referents(model)) == self._when_untouched

    def _look_at(self, name: str) -> Look:
        wire_name, _, ready, read = member = self.members[name]
        is_late, first, fill, slot = member.is_late, (name,), self._fill, self.slots[name]

        def look(model: Any) -> Any:
            looked = model._looked
            if looked:
                fill(model, looked)
                if not is_late:
                    return slot(model)
            elif looked is not None:
                model._looked = first
            value = model._json.get(wire_name)
            if value.__class__ not in ready:
                value = read(value)
            setattr(model, name, value)
            return value

        return look

    @cached_property
    def _put(self) -> Callable[[Any, dict[str, Any]], None]:
        return _compiled(self.members)

    def _fill(self, model: Any, looked: tuple[str, ...]) -> None:
        """Fill all slots, but those of late attributes, of what was looked at and of what was assigned."""
        model._looked = None
        present = self._present(model, looked)
        self._put(model, model._json)
        for name, value in present:
            setattr(model, name, value)

    def _present(self, model: Any, looked: tuple[str, ...]) -> list[tuple[str, Any]]:
        """Return what the slots hold already."""
        slots = self.slots
        if len(gc.get_referents(model)) == self._when_untouched + len(looked):
            try:
                return [(name, slots[name](model)) for name in looked]
            except AttributeError:
                pass  # one was deleted, another assigned to
        present: list[tuple[str, Any]] = []
        for name, slot in slots.items():
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


def _references_when_untouched(model: Any, members: dict[str, Member]) -> float:
    # The interpreter tells what an object refers to: here the class, the values in its slots, and
    # nothing else. There is no other cheap way to tell whether somebody has assigned to an attribute.
    fresh = model._take({})
    found = len(gc.get_referents(fresh))
    for name in members:
        setattr(fresh, name, None)
    # An interpreter that does not tell: the number that equals no other.
    return found if found + len(members) == len(gc.get_referents(fresh)) else nan


def _compiled(members: dict[str, Member]) -> Callable[[Any, dict[str, Any]], None]:
    lines = ["def put(model, json):", "    get = json.get"]
    for name, member in members.items():
        kinds = sorted(kind.__name__ for kind in member.ready if kind is not NoneType)
        is_ready = " or ".join(["value is None", *(f"value.__class__ is {kind}" for kind in kinds)])
        lines.append(f"    value = get({member.wire_name!r})")
        if member.is_late:
            lines.append(f"    if value is None: model.{name} = None")
        else:
            lines.append(f"    model.{name} = value if {is_ready} else read_{name}(value)")
    space: dict[str, Any] = {f"read_{name}": member.read for name, member in members.items()}
    exec(compile("\n".join(lines), "<put>", "exec"), space)  # noqa: S102 -- our own text
    return cast("Callable[[Any, dict[str, Any]], None]", space["put"])


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
