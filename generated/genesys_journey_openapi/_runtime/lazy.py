"""
Attributes that are worked out when they are first read.

Dates, ids, enumerations and nested objects stay as they came until somebody looks: most never
are, and the exact JSON is there to be written back.
"""

from __future__ import annotations

from typing import Any, Final

from .codecs import Codec, Mismatch, ModelOf, copy_json
from .report import report_unexpected

__all__ = ["LazyDict", "LazyValue", "raw_name", "to_json_value"]

_EXACT: Final[Any] = object()


def raw_name(attribute: str) -> str:
    """Return the name under which a class offers the slot behind a lazy attribute."""
    return f"_raw_{attribute}"


class LazyValue:
    """
    Stands in front of a slot that holds JSON, and decodes it on the first look.

    The slot is empty when the member was absent. Otherwise it holds the JSON as it came; once it
    was looked at, a pair of JSON and value, or just the nested model; or what the caller assigned.

    Args:
        slot: The slot.
        codec: Decodes the JSON.
        owner: The name of the class, for reports.
        member: The name on the wire, for reports.
    """

    def __init__(self, slot: Any, codec: Codec, owner: str, member: str) -> None:
        self._get = slot.__get__
        self._set = slot.__set__
        self._codec = codec
        self._raw = codec.raw
        self._is_container = codec.raw is not str and not isinstance(codec, ModelOf)
        self._owner = owner
        self._member = member

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        value = self._get(instance)
        if value.__class__ is tuple:
            return value[1]
        if value.__class__ is not self._raw:
            return value
        return self._look(instance, value)

    def _look(self, instance: Any, value: Any) -> Any:
        codec = self._codec
        try:
            decoded = codec.decode(value)
        except Mismatch as mismatch:
            report_unexpected(self._owner, self._member, str(mismatch))
            decoded = None
        if isinstance(codec, ModelOf):
            self._set(instance, decoded)
        elif self._is_container and codec.exact(value, decoded):
            self._set(instance, (_EXACT, decoded))
        else:
            self._set(instance, (value, decoded))
        return decoded

    def __set__(self, instance: Any, value: Any) -> None:
        if self._is_container and value.__class__ is self._raw:
            value = (_EXACT, value)
        self._set(instance, value)

    def __delete__(self, instance: Any) -> None:
        self._set(instance, None)


def to_json_value(codec: Codec, stored: Any) -> Any:
    """Return the JSON for what the slot of a lazy attribute holds; ``None`` means "leave out"."""
    if stored.__class__ is codec.raw:
        return copy_json(stored)
    if stored.__class__ is not tuple:
        return None if stored is None else codec.encode(stored)
    raw, value = stored
    if raw is _EXACT:
        return codec.encode(value)
    if raw.__class__ is str or codec.decode(raw) == value:
        return copy_json(raw)
    return codec.encode(value)


class LazyDict:
    """
    Stands in front of a slot that is empty until somebody asks for its dict.

    Args:
        slot: The slot.
    """

    def __init__(self, slot: Any) -> None:
        self._get = slot.__get__
        self._set = slot.__set__

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        try:
            return self._get(instance)
        except AttributeError:
            value: dict[str, Any] = {}
            self._set(instance, value)
            return value

    def __set__(self, instance: Any, value: Any) -> None:
        self._set(instance, value)
