"""
How the members of a JSON object become the attributes of a model: when somebody looks.

A model that was read keeps the object it came as, and its slots are empty. The first look at any
attribute fills them all, by a function that is written as source text like the ``__init__`` of
attrs classes; from then on, a look costs no more than with any other class. Ids, nested
models, lists and maps wait for a first look of their own, which most of them never see.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import NoneType
from typing import Any, NamedTuple, cast

from .codecs import ListOf, MapOf, ModelOf
from .report import report_unexpected
from .scalars import UUID_TEXT, Anything, Codec, Mismatch, Plain, Text

__all__ = ["Member", "Plan", "plan_of", "plans"]


class Member(NamedTuple):
    """
    One declared member of a model.

    Args:
        wire_name: Its name in JSON.
        codec: Decodes and encodes it.
        ready: The types of JSON values that need no decoding.
        read: Decodes any other value; one that cannot be is reported and reads as ``None``.
        slot: Returns what the slot of a model holds; raises `AttributeError` when it is empty.
    """

    wire_name: str
    codec: Codec
    ready: frozenset[type]
    read: Callable[[Any], Any]
    slot: Callable[[Any], Any]


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
            self.members[name] = Member(
                wire_name, codec, _ready_types(codec), read, getattr(model, name).__get__
            )
        self.late = frozenset(name for name, member in self.members.items() if _is_late(member))
        """The attributes that wait for a look of their own."""
        self.fill = _compile(self.members, self.late)
        """Fills the empty slots of a model, its first argument, from a JSON object, its second."""
        self.untouched = _references_when_untouched(model, self.members)
        """How many references a model has that was read and then neither looked at nor changed."""
        self._wire_names = frozenset(member.wire_name for member in self.members.values())

    def fill_around(self, model: Any, json: dict[str, Any]) -> None:
        """Do what `fill` does, but leave alone what was assigned before anybody looked."""
        assigned: list[tuple[str, Any]] = []
        for name, member in self.members.items():
            with suppress(AttributeError):
                assigned.append((name, member.slot(model)))
        self.fill(model, json)
        for name, value in assigned:
            setattr(model, name, value)

    def others(self, json: dict[str, Any]) -> dict[str, Any]:
        """Return the members that the specification does not name."""
        known = self._wire_names
        if known.issuperset(json):
            return {}
        return {key: value for key, value in json.items() if key not in known}


plans: dict[type, Plan] = {}


def plan_of(model: type) -> Plan:
    """Return the plan of a class; made on first use."""
    plan = plans.get(model)
    if plan is None:
        plan = plans[model] = Plan(model)
    return plan


def _references_when_untouched(model: Any, members: Iterable[str]) -> int:
    # The interpreter tells what an object refers to: here the JSON object and the class, and each
    # value in a slot. Nothing else tells cheaply whether somebody has assigned to an attribute.
    fresh = model._take({})
    found = len(gc.get_referents(fresh))
    for name in members:
        setattr(fresh, name, None)
    return found if found < len(gc.get_referents(fresh)) else -1


def _is_late(member: Member) -> bool:
    codec = member.codec
    return codec is UUID_TEXT or (isinstance(codec, ModelOf | ListOf | MapOf) and len(member.ready) == 1)


def _compile(members: dict[str, Member], late: frozenset[str]) -> Callable[[Any, dict[str, Any]], None]:
    lines = ["def fill(model, json):", "    get = json.get"]
    for name, member in members.items():
        kinds = sorted(kind.__name__ for kind in member.ready if kind is not NoneType)
        is_ready = " or ".join(["value is None", *(f"value.__class__ is {kind}" for kind in kinds)])
        lines.append(f"    value = get({member.wire_name!r})")
        if name in late:
            lines.append(f"    if value is None: model.{name} = None")
        else:
            lines.append(f"    model.{name} = value if {is_ready} else read_{name}(value)")
    space: dict[str, Any] = {f"read_{name}": member.read for name, member in members.items()}
    exec(compile("\n".join(lines), "<fill>", "exec"), space)  # noqa: S102 -- our own text
    return cast("Callable[[Any, dict[str, Any]], None]", space["fill"])


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
