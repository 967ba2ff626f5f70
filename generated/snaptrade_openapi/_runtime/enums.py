"""Enumerations that accept values the vendor adds later."""

from __future__ import annotations

from enum import Enum
from typing import Any, Self

__all__ = ["OpenEnum"]


class OpenEnum(str, Enum):
    """
    An enumeration of texts that keeps unknown texts.

    ``Color("blue")`` of an enumeration without blue is a member-like value named ``blue`` that
    compares equal to ``"blue"``; ``is_known`` tells it from the declared members.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        # Not registered in the class: a server could otherwise fill the memory with names.
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether the value is one of the declared members."""
        return self._value_ in type(self)._value2member_map_

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        known = "" if self.is_known else " (unknown)"
        return f"<{type(self).__name__} {self.value!r}{known}>"

    def __hash__(self) -> int:
        return str.__hash__(self)

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return type(self), (self._value_,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self
