"""
Make one fast function per model that turns a JSON object into it.

Like the ``__init__`` of attrs classes it is written as source text from the table of members and
compiled once, when the first object of the class is read: a generic loop over the table takes
three times as long. Members that are absent leave their slot empty, which `Model.__getattr__`
turns into ``None``; most members of most objects are absent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from .codecs import Anything, Codec, ListOf, MapOf, Mismatch, Plain
from .lazy import raw_name
from .report import report_unexpected

__all__ = ["NotAnObjectError", "reader_of"]

Reader = Callable[[Any], Any]
_readers: dict[type, Reader] = {}


class NotAnObjectError(TypeError):
    """What should become a model is no JSON object."""


def reader_of(model: Any) -> Reader:
    """Return the function that reads a model class; made on first use."""
    reader = _readers.get(model)
    if reader is None:
        reader = _readers[model] = _compile(model)
    return reader


def _compile(model: Any) -> Reader:
    wire_names: dict[str, str] = model._wire_names
    members: list[tuple[str, str, Codec]] = [
        (name, wire_names.get(name, name), codec) for name, codec in model._members.items()
    ]
    source = _Source(model.__name__)
    for name, wire_name, codec in members:
        source.member(name, wire_name, codec)
    space = source.space
    space["cls"] = model
    space["KNOWN"] = frozenset(wire_name for _, wire_name, _ in members)
    exec(compile(source.text(), f"<reader of {model.__qualname__}>", "exec"), space)  # noqa: S102 -- our own text
    return cast("Reader", space["read"])


class _Source:
    """The text of a reader and the names it uses."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._lines: list[str] = []
        self.space: dict[str, Any] = {
            "new": object.__new__,
            "checked": _checked,
            "odd": _odd,
            "general": _general,
            "owner": owner,
        }

    def text(self) -> str:
        return "\n".join(
            [
                "def read(data):",
                "    if data.__class__ is not dict:",
                "        data = checked(data, owner)",
                "    self = new(cls)",
                "    kept = None",
                *(f"    {line}" for line in self._lines),
                "    if kept is not None: self._kept = kept",
                "    if not KNOWN.issuperset(data):",
                "        self._raw_additional_properties = others = {}",
                "        for key in data:",
                "            if key not in KNOWN: others[key] = data[key]",
                "    return self",
            ]
        )

    def member(self, name: str, wire_name: str, codec: Codec) -> None:
        """Add the lines that read one member."""
        slot = name if codec.raw is None else raw_name(name)
        self._lines += [f"if {wire_name!r} in data:", f"    value = data[{wire_name!r}]"]
        codec_name = self._add("codec", codec)
        otherwise = f"self.{slot}, kept = general({codec_name}, kept, owner, {wire_name!r}, value)"
        if isinstance(codec, Anything):
            self._lines += [
                f"    self.{slot} = value",
                f"    if value is None: kept = odd(kept, {wire_name!r})",
            ]
        elif (condition := self._condition(codec)) is not None:
            self._lines += [f"    if {condition}: self.{slot} = value", f"    else: {otherwise}"]
        else:
            self._lines.append(f"    {otherwise}")

    def _condition(self, codec: Codec) -> str | None:
        """Return the test under which the JSON value is stored as it is."""
        if codec.raw is not None:
            return f"value.__class__ is {codec.raw.__name__}"
        if isinstance(codec, Plain):
            return " or ".join(f"value.__class__ is {kind.__name__}" for kind in codec.types)
        if isinstance(codec, MapOf) and isinstance(codec.item, Anything):
            return "value.__class__ is dict"
        if isinstance(codec, ListOf) and isinstance(codec.item, Anything):
            return "value.__class__ is list"
        if isinstance(codec, ListOf) and isinstance(codec.item, Plain):
            kinds = self._add("kinds", frozenset(codec.item.types))
            return f"value.__class__ is list and {kinds}.issuperset(map(type, value))"
        if isinstance(codec, MapOf) and isinstance(codec.item, Plain):
            kinds = self._add("kinds", frozenset(codec.item.types))
            return f"value.__class__ is dict and {kinds}.issuperset(map(type, value.values()))"
        return None

    def _add(self, prefix: str, value: Any) -> str:
        name = f"{prefix}{len(self.space)}"
        self.space[name] = value
        return name


def _checked(data: Any, owner: str) -> dict[str, Any]:
    if isinstance(data, Mapping):
        return dict(cast("Mapping[str, Any]", data))
    raise NotAnObjectError(f"expected an object for {owner}, got {type(data).__name__}")


def _odd(kept: dict[str, Any] | None, wire_name: str) -> dict[str, Any]:
    return {**(kept or {}), wire_name: None}


def _general(
    codec: Codec, kept: dict[str, Any] | None, owner: str, wire_name: str, value: Any
) -> tuple[Any, dict[str, Any] | None]:
    """Read what the fast path does not foresee; keep the value as it came where it is odd."""
    decoded = None
    if value is not None:
        try:
            decoded = codec.decode(value)
        except Mismatch as mismatch:
            report_unexpected(owner, wire_name, str(mismatch))
        else:
            if codec.exact(value, decoded):
                return decoded, kept
    if kept is None:
        kept = {}
    kept[wire_name] = value
    return decoded, kept
