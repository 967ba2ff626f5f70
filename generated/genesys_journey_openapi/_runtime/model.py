"""The base of all generated models: tolerant when reading, lossless when writing back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast, dataclass_transform

from attrs import define, field, fields

from .codecs import Codec, Mismatch, copy_json
from .errors import InvalidArgumentError
from .lazy import LazyDict, LazyValue, raw_name, to_json_value
from .reader import reader_of

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
    """Make an attrs class of a model, with attributes that are decoded on first reading."""
    made: Any = define(kw_only=True, repr=False, weakref_slot=False)(cls)
    for name, codec in made.__dict__.get("_members", {}).items():
        if codec.raw is not None:
            slot = made.__dict__[name]
            setattr(made, raw_name(name), slot)
            setattr(made, name, LazyValue(slot, codec, made.__name__, made._wire_names.get(name, name)))
    return made  # type: ignore[no-any-return]


@model
class Model:
    """
    One JSON object of the API.

    Reading never fails because of a single value: what is absent, null or of an unexpected type
    reads as ``None``. Nothing is lost either: `to_dict` gives back the object as it came,
    with explicit nulls, unknown members and unreadable values.
    """

    additional_properties: dict[str, Any] = field(factory=dict[str, Any])
    """Members that the specification does not name."""
    _kept: dict[str, Any] | None = field(default=None, init=False, eq=False)

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
        """Read a JSON object and keep its parts."""
        read: Self = reader_of(cls)(data)
        return read

    def to_dict(self) -> dict[str, Any]:
        """
        Return the JSON object, equal to what was read unless attributes were changed.

        Raises:
            InvalidArgumentError: An attribute has no JSON form, such as a naive datetime.
        """
        data: dict[str, Any] = {}
        kept = self._kept or {}
        for name, codec in self._members.items():
            wire_name = self._wire_names.get(name, name)
            value = getattr(self, name if codec.raw is None else raw_name(name))
            if value is NULL:
                data[wire_name] = None
            elif wire_name in kept and _is_unchanged(codec, kept[wire_name], value):
                data[wire_name] = copy_json(kept[wire_name])
            elif value is not None and (written := _written(codec, name, value)) is not None:
                data[wire_name] = written
        data.update(copy_json(self.additional_properties))
        return data

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a JSON text."""
        return cls._take(json.loads(text))

    def to_json(self) -> str:
        """Return the JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Only asked when a slot is empty: the member was absent.
            if name == "_kept" or name.removeprefix("_raw_") in self._members:
                return None
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.to_dict())

    def __repr__(self) -> str:
        shown: list[str] = []
        every = fields(cast("Any", type(self)))  # made by attrs, which `model` hides from checkers
        own = [attribute for attribute in every if attribute.name != "_kept"]
        # What the specification does not name comes last.
        for attribute in [*own[1:], own[0]]:
            value = getattr(self, attribute.name)
            if value is None or value == {}:
                continue
            text = "'[hidden]'" if attribute.name in self._secret_names else repr(value)
            if len(text) > _LONGEST_REPR:
                text = text[: _LONGEST_REPR - 1] + "…"
            shown.append(f"{attribute.name}={text}")
        return f"{type(self).__name__}({', '.join(shown)})"


_slot = Model.__dict__["additional_properties"]
setattr(Model, raw_name("additional_properties"), _slot)
setattr(Model, "additional_properties", LazyDict(_slot))  # noqa: B010 -- the type is that of the annotation


def _restore(cls: type[Model], data: dict[str, Any]) -> Model:
    return cls.from_dict(data)


def _written(codec: Codec, name: str, value: Any) -> Any:
    try:
        return codec.encode(value) if codec.raw is None else to_json_value(codec, value)
    except InvalidArgumentError:
        raise  # a nested model has named its attribute already
    except (ValueError, AttributeError, TypeError) as error:
        raise InvalidArgumentError(f"{name} {error}") from None


def _is_unchanged(codec: Codec, kept: Any, value: Any) -> bool:
    if kept is None:
        return value is None
    try:
        return bool(codec.decode(kept) == value)
    except Mismatch:
        return value is None
