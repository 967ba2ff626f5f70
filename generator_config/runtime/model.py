"""The base of all generated models: tolerant when reading, lossless when writing back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, fields

from .codecs import Codec, Mismatch
from .errors import InvalidArgumentError
from .report import report_unexpected

__all__ = ["NULL", "Explicit", "Model"]

_LONGEST_REPR = 80


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


@define(kw_only=True, repr=False)
class Model:
    """
    One JSON object of the API.

    Reading never fails because of a single value: what is absent, null or of an unexpected type
    reads as ``None``. Nothing is lost either: `to_dict` gives back the object as it came,
    with explicit nulls, unknown members and unreadable values.
    """

    additional_properties: dict[str, Any] = field(factory=dict[str, Any])
    """Members that the specification does not name."""
    _kept: dict[str, Any] = field(factory=dict[str, Any], init=False, eq=False)

    _wire_names: ClassVar[dict[str, str]] = {}
    _secret_names: ClassVar[frozenset[str]] = frozenset()
    _codec_table: ClassVar[dict[str, tuple[str, Codec]] | None] = None

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:
        """Return the codec of each attribute; generated."""
        return {}

    @classmethod
    def _table(cls) -> dict[str, tuple[str, Codec]]:
        table = cls.__dict__.get("_codec_table")
        if table is None:
            table = {cls._wire_names.get(name, name): (name, codec) for name, codec in cls._codecs().items()}
            cls._codec_table = table
        return table

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """
        Read a JSON object.

        Raises:
            TypeError: The data is not an object at all.
        """
        if not isinstance(data, dict):
            raise TypeError(f"expected an object for {cls.__name__}, got {type(data).__name__}")
        model = cls.__new__(cls)
        kept: dict[str, Any] = {}
        rest = dict(data)
        for wire_name, (name, codec) in cls._table().items():
            decoded = None
            if wire_name in rest:
                value = rest.pop(wire_name)
                if value is None:
                    kept[wire_name] = None
                else:
                    try:
                        decoded = codec.decode(value)
                    except Mismatch as mismatch:
                        kept[wire_name] = value
                        report_unexpected(cls.__name__, wire_name, str(mismatch))
                    else:
                        if not codec.exact(value, decoded):
                            kept[wire_name] = value
            setattr(model, name, decoded)
        model.additional_properties = rest
        model._kept = kept
        return model

    def to_dict(self) -> dict[str, Any]:
        """
        Return the JSON object, equal to what was read unless attributes were changed.

        Raises:
            InvalidArgumentError: An attribute has no JSON form, such as a naive datetime.
        """
        data: dict[str, Any] = {}
        for wire_name, (name, codec) in self._table().items():
            value = getattr(self, name)
            if value is NULL:
                data[wire_name] = None
            elif wire_name in self._kept and self._unchanged(codec, self._kept[wire_name], value):
                data[wire_name] = self._kept[wire_name]
            elif value is not None:
                data[wire_name] = self._encoded(codec, name, value)
        data.update(self.additional_properties)
        return data

    @staticmethod
    def _encoded(codec: Codec, name: str, value: Any) -> Any:
        try:
            return codec.encode(value)
        except InvalidArgumentError:
            raise  # a nested model has named its attribute already
        except (ValueError, AttributeError, TypeError) as error:
            raise InvalidArgumentError(f"{name} {error}") from None

    @staticmethod
    def _unchanged(codec: Codec, kept: Any, value: Any) -> bool:
        if kept is None:
            return value is None
        try:
            return bool(codec.decode(kept) == value)
        except Mismatch:
            return value is None

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a JSON text."""
        return cls.from_dict(json.loads(text))

    def to_json(self) -> str:
        """Return the JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    def __repr__(self) -> str:
        shown: list[str] = []
        own = [attribute for attribute in fields(type(self)) if attribute.name != "_kept"]
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
