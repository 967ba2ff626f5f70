"""Read whole response bodies: what operations use as their ``decode``."""

from __future__ import annotations

from typing import Any, TypeVar

from .model import Model

__all__ = ["decode_list", "decode_model"]

M = TypeVar("M", bound=Model)


def decode_model(data: Any, model: type[M]) -> M:
    """
    Read a body that is one object.

    Raises:
        TypeError: The body is of another type.
    """
    if not isinstance(data, dict):
        raise TypeError(f"expected an object, got {_json_type(data)}")
    return model._take(data)


def decode_list(data: Any, model: type[M]) -> list[M]:
    """
    Read a body that is a list of objects.

    Raises:
        TypeError: The body, or one of its items, is of another type.
    """
    if not isinstance(data, list):
        raise TypeError(f"expected an array, got {_json_type(data)}")
    return [decode_model(item, model) for item in data]  # pyright: ignore[reportUnknownVariableType]


def _json_type(data: Any) -> str:
    kinds = ((dict, "an object"), (list, "an array"), (str, "a text"), (bool, "true or false"))
    for kind, name in kinds:
        if isinstance(data, kind):
            return name
    return "null" if data is None else "a number"
