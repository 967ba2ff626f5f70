"""The base of all generated models: tolerant when reading, lossless when writing back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar, cast, dataclass_transform

from attrs import define, field

from .errors import InvalidArgumentError
from .members import Member, looks, plan_of
from .scalars import Codec, Mismatch, copy_json

__all__ = ["NULL", "Explicit", "Model", "model"]

_LONGEST_REPR = 80

M = TypeVar("M")


class Explicit:
    """The type of `NULL`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NULL"

    def __reduce__(self) -> str:
        return "NULL"

    def __bool__(self) -> bool:
        return False


NULL = Explicit()
"""Stands for an explicit ``null`` in a request; ``None`` means "leave the member out"."""


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
def model(cls: type[M]) -> type[M]:
    """Make an attrs class of a model; comparison and text form are those of `Model`."""
    return define(cls, kw_only=True, eq=False, repr=False, weakref_slot=False)


class _Source:
    """What a model keeps beside its attributes."""

    __slots__ = ("_json", "_looked")

    _json: dict[str, Any]
    """The JSON object it was read from."""
    _looked: tuple[str, ...] | None
    """The attributes that were decoded one by one, ``None`` once all were."""


@model
class Model(_Source):
    """
    One JSON object of the API.

    Reading never fails because of a single value: what is absent, null or of an unexpected type
    reads as ``None``. Nothing is lost either: `to_dict` gives back the object as it came,
    with explicit nulls, unknown members and unreadable values.
    """

    additional_properties: dict[str, Any] = field(factory=dict[str, Any])
    """Members that the specification does not name."""

    _members: ClassVar[dict[str, Codec]] = {}
    _wire_names: ClassVar[dict[str, str]] = {}
    _secret_names: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """
        Read a JSON object; the model does not depend on it afterwards.

        Raises:
            TypeError: The data is not an object at all.
        """
        return cls._take(copy_json(data))

    @classmethod
    def _take(cls, data: Any) -> Self:
        """Read a JSON object and keep it."""
        if data.__class__ is not dict:
            if not isinstance(data, Mapping):
                raise TypeError(f"expected an object for {cls.__name__}, got {type(data).__name__}")
            data = dict(cast("Mapping[str, Any]", data))
        read = _new(cls)
        read._json = data
        read._looked = ()
        return read

    def to_dict(self) -> dict[str, Any]:
        """
        Return the JSON object, equal to what was read unless attributes were changed.

        Raises:
            InvalidArgumentError: An attribute has no JSON form, such as a naive datetime.
        """
        plan, source = plan_of(type(self)), self._json
        if source and plan.is_untouched(self):
            return copy_json(source)  # type: ignore[no-any-return]
        written = dict(source)
        for name, member in plan.members.items():
            try:
                value = plan.slots[name](self)
            except AttributeError:  # nobody has looked at it
                if member.wire_name in source:
                    written[member.wire_name] = copy_json(source[member.wire_name])
            else:
                if value is not None or source:
                    _write(written, name, member, value)
        for key in plan.others(source):
            del written[key]
        return written | copy_json(self.additional_properties)  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a JSON text."""
        return cls._take(json.loads(text))

    def to_json(self) -> str:
        """Return the JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    if not TYPE_CHECKING:  # Checkers are to find wrong names.

        def __getattr__(self, name: str) -> Any:
            # Only asked when a slot is empty: nobody has looked at the attribute yet.
            try:
                look = looks[self.__class__][name]
            except KeyError:
                look = _first_look(self, name)
            return look(self)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = attrgetter("additional_properties", *self._members)
        return bool(values(self) == values(other))

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.to_dict())

    def __repr__(self) -> str:
        shown: list[str] = []
        for name in (*self._members, "additional_properties"):
            value = getattr(self, name)
            if value is None or value == {}:
                continue
            text = "'[hidden]'" if name in self._secret_names else repr(value)
            if len(text) > _LONGEST_REPR:
                text = text[: _LONGEST_REPR - 1] + "…"
            shown.append(f"{name}={text}")
        return f"{type(self).__name__}({', '.join(shown)})"


_new = object.__new__
_NOTHING: Final[dict[str, Any]] = {}


def _first_look(model: Model, name: str) -> Callable[[Model], Any]:
    """Return the first look at any model of a class, or at what is no attribute."""
    look = plan_of(type(model)).looks.get(name)
    if look is not None:
        return look
    # A model that was made by its constructor comes from nothing, and nothing is left to be decoded.
    if name in _Source.__slots__:
        return lambda _: _NOTHING if name == "_json" else None
    raise AttributeError(f"{type(model).__name__!r} object has no attribute {name!r}")


def _restore(cls: type[Model], data: dict[str, Any]) -> Model:
    return cls.from_dict(data)


def _write(written: dict[str, Any], name: str, member: Member, value: Any) -> None:
    """Put the value of an attribute in the place of what was read, which stays when the value is that."""
    wire_name, codec = member.wire_name, member.codec
    raw = written.get(wire_name)
    try:
        if value is NULL:
            written[wire_name] = None
        elif value is not None:
            written[wire_name] = codec.encode(value) if raw is None else codec.restore(raw, value)
        elif raw is not None:
            if _is_readable(codec, raw):
                del written[wire_name]
            else:
                written[wire_name] = copy_json(raw)
    except InvalidArgumentError:
        raise  # a nested model has named its attribute already
    except (ValueError, AttributeError, TypeError) as error:
        raise InvalidArgumentError(f"{name} {error}") from None


def _is_readable(codec: Codec, raw: Any) -> bool:
    try:
        codec.decode(raw)
    except Mismatch:
        return False
    return True
