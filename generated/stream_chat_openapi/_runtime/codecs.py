"""Translate between JSON values and Python values: enumerations, nested models and containers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any

from .scalars import (
    ANY,
    BOOLEAN,
    DATE,
    DATETIME,
    INTEGER,
    NUMBER,
    STRING,
    UUID_TEXT,
    Codec,
    Mismatch,
    copy_json,
    restored,
    unsuitable,
)

__all__ = [
    "ANY",
    "BOOLEAN",
    "DATE",
    "DATETIME",
    "INTEGER",
    "NUMBER",
    "STRING",
    "UUID_TEXT",
    "Codec",
    "EnumOf",
    "ListOf",
    "MapOf",
    "ModelOf",
    "OneOf",
]


class _Named:
    """Refers to a class of the models package by name, so that it is imported when needed."""

    def __init__(self, package: str | None, name: str) -> None:
        self._package = package or ""
        self._name = name

    @cached_property
    def target(self) -> Any:
        """The class; imported on first use, which also lets models refer to each other."""
        return getattr(import_module(self._package), self._name)


class EnumOf(_Named):
    """An open enumeration of texts."""

    def decode(self, value: Any) -> Any:
        if value.__class__ is not str:
            raise Mismatch("a text", value)
        # A look into the table of the enumeration is five times as fast as calling the class.
        return self.target._value2member_map_.get(value) or self.target(value)

    def encode(self, value: Any) -> Any:
        return STRING.encode(value)

    def restore(self, raw: Any, value: Any) -> Any:
        return self.encode(value)


class ModelOf(_Named):
    """A nested model, which keeps what is odd inside it by itself."""

    def decode(self, value: Any) -> Any:
        if value.__class__ is not dict:
            raise Mismatch("an object", value)
        return self.target._take(value)

    def encode(self, value: Any) -> Any:
        if hasattr(value, "to_dict"):
            return value.to_dict()
        if isinstance(value, Mapping):
            return copy_json(dict(value))  # pyright: ignore[reportUnknownArgumentType]
        raise unsuitable(f"a {self._name} or a dict", value)

    def restore(self, raw: Any, value: Any) -> Any:
        return self.encode(value)


class ListOf:
    """A list; items of another kind are left out of the decoded list."""

    def __init__(self, item: Codec) -> None:
        self.item = item

    def decode(self, value: Any) -> Any:
        if value.__class__ is not list:
            raise Mismatch("an array", value)
        decode = self.item.decode
        try:
            return [decode(item) for item in value]
        except Mismatch:
            return [decoded for _, decoded in _readable(self.item, enumerate(value))]

    def encode(self, value: Any) -> Any:
        if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
            raise unsuitable("a list", value)
        return [self.item.encode(item) for item in value]  # pyright: ignore[reportUnknownVariableType]

    def restore(self, raw: Any, value: Any) -> Any:
        if raw.__class__ is not list:
            return self.encode(value)
        places = [place for place, _ in _readable(self.item, enumerate(raw))]
        if len(places) != len(value):
            return self.encode(value)
        written = copy_json(raw)
        for place, item in zip(places, value, strict=True):
            written[place] = self.item.restore(raw[place], item)
        return written


class MapOf:
    """An object with free keys; values of another kind are left out of the decoded one."""

    def __init__(self, item: Codec) -> None:
        self.item = item

    def decode(self, value: Any) -> Any:
        if value.__class__ is not dict:
            raise Mismatch("an object", value)
        return dict(_readable(self.item, value.items()))

    def encode(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise unsuitable("a dict", value)
        return {key: self.item.encode(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]

    def restore(self, raw: Any, value: Any) -> Any:
        if raw.__class__ is not dict:
            return self.encode(value)
        readable = dict(_readable(self.item, raw.items()))
        written = {key: copy_json(item) for key, item in raw.items() if key not in readable}
        for key, item in value.items():
            known = key in readable
            written[key] = self.item.restore(raw[key], item) if known else self.item.encode(item)
        return written


def _readable(codec: Codec, items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for place, item in items:
        try:
            yield place, codec.decode(item)
        except Mismatch:
            continue


class OneOf:
    """A value of one of several kinds; the first that fits wins."""

    def __init__(self, *choices: Codec) -> None:
        self._choices = choices

    def decode(self, value: Any) -> Any:
        for choice in self._choices:
            try:
                return choice.decode(value)
            except Mismatch:
                continue
        raise Mismatch("one of the declared kinds", value)

    def encode(self, value: Any) -> Any:
        for choice in self._choices:
            try:
                return choice.encode(value)
            except (TypeError, ValueError):
                continue
        raise unsuitable("one of the declared kinds", value)

    def restore(self, raw: Any, value: Any) -> Any:
        return restored(self, raw, value)
