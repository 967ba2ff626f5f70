"""Read every attribute of a decoded answer, whoever's classes it is made of."""

from __future__ import annotations

from typing import Any

__all__ = ["walk"]

_names: dict[type, tuple[str, ...]] = {}
_LEAVES = frozenset({str, int, float, bool, type(None)})


def walk(value: Any) -> int:
    """Read all attributes and items below a value; return how many there were."""
    kind = value.__class__
    if kind in _LEAVES:
        return 1
    if isinstance(value, dict):
        return sum(map(walk, value.values()))
    if isinstance(value, list):
        return sum(map(walk, value))
    names = _names.get(kind)
    if names is None:
        names = _names[kind] = _names_of(value)
    seen = 1
    for name in names:
        part = getattr(value, name)
        seen += 1 if part.__class__ in _LEAVES else walk(part)
    return seen


def _names_of(value: Any) -> tuple[str, ...]:
    """Return the public attributes of attrs classes, dataclasses and classes of swagger-codegen."""
    kind = type(value)
    for table in ("__attrs_attrs__", "__dataclass_fields__"):
        fields: Any = getattr(kind, table, ())
        names = tuple(getattr(one, "name", one) for one in fields)
        if names:
            return tuple(name for name in names if not name.startswith("_"))
    if hasattr(value, "swagger_types"):
        return tuple(value.swagger_types)
    return ()
