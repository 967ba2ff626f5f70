"""Turn Python arguments into the texts that go into a URL, or refuse them by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from math import isfinite
from typing import Any, Final
from urllib.parse import quote
from uuid import UUID

from .errors import InvalidArgumentError
from .timestamps import utc_text

__all__ = ["encode_datetime", "encode_pair", "encode_path_value", "encode_value"]


_UNRESERVED: Final = re.compile(r"[0-9A-Za-z_.~-]*")


def encode_datetime(value: datetime, argument: str) -> str:
    """
    Return the RFC 3339 text in UTC.

    Raises:
        InvalidArgumentError: The datetime is naive, so its moment is unknown, or out of range.
    """
    try:
        return utc_text(value)
    except ValueError as error:
        raise InvalidArgumentError(f"{argument} {error}") from None


def _uuid(value: Any, argument: str) -> str:
    if isinstance(value, str):
        if not _is_uuid(value):
            raise InvalidArgumentError(f"{argument} must be a UUID such as {UUID(int=0)}")
        return value
    if isinstance(value, UUID):
        return str(value)
    raise _unsuitable(value, argument, "a UUID or its text")


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _sendable(text: str, argument: str) -> str:
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise InvalidArgumentError(f"{argument} has characters that are no text (lone surrogates)")
    return text


def _string(value: Any, argument: str) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return encode_datetime(value, argument)
    raise _unsuitable(value, argument, "a text")


def _boolean(value: Any, argument: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    raise _unsuitable(value, argument, "True or False")


def _integer(value: Any, argument: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise _unsuitable(value, argument, "a whole number")


def _number(value: Any, argument: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        return repr(value)
    raise _unsuitable(value, argument, "a finite number")


def _moment(value: Any, argument: str) -> str:
    if isinstance(value, datetime):
        return encode_datetime(value, argument)
    if isinstance(value, str):
        return value
    raise _unsuitable(value, argument, "a datetime with timezone or its RFC 3339 text")


def _day(value: Any, argument: str) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        return value
    raise _unsuitable(value, argument, "a date or its ISO text")


_ENCODERS = {
    "string": _string,
    "uuid": _uuid,
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "date-time": _moment,
    "date": _day,
}


def _unsuitable(value: Any, argument: str, wanted: str) -> InvalidArgumentError:
    # Only the type is named: the value may be a secret that landed in the wrong place.
    return InvalidArgumentError(f"{argument} must be {wanted}, not {type(value).__name__}")


def encode_value(value: Any, *, kind: str, accepts: frozenset[str], argument: str) -> str:
    """
    Return the text of an argument.

    Args:
        value: What the caller passed.
        kind: The declared type: string, uuid, boolean, integer, number, date-time or date.
        accepts: Further forms: ``integer`` for numeric text, ``list`` for comma-separated text.
        argument: The name of the argument, for the message.

    Raises:
        InvalidArgumentError: The value is of another type or malformed.
    """
    if kind == "string" and type(value) is str:
        return _sendable(value, argument)
    if "integer" in accepts and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if "list" in accepts and not isinstance(value, str | Enum) and isinstance(value, Iterable):
        items = [_string(item, argument) for item in value]  # pyright: ignore[reportUnknownVariableType]
        if any("," in item for item in items):
            raise InvalidArgumentError(f"{argument}: an item must not contain a comma")
        return _sendable(",".join(items), argument)
    return _sendable(_ENCODERS[kind](value, argument), argument)


def encode_path_value(text: str, argument: str) -> str:
    """
    Percent-encode a path segment completely.

    Empty segments and the dot segments are refused: a server or proxy would resolve them into
    another endpoint.
    """
    if text in {"", ".", ".."}:
        raise InvalidArgumentError(f"{argument} must not be {text!r}: it is a part of the path")
    return _quoted(text)


def _quoted(text: str) -> str:
    # Most texts need no quoting, and seeing that is ten times cheaper than finding nothing to quote.
    return text if _UNRESERVED.fullmatch(text) else quote(text, safe="")


def encode_pair(name: str, text: str) -> str:
    """Return ``name=value`` for a query, both percent-encoded (a space becomes ``%20``)."""
    return f"{_quoted(name)}={_quoted(text)}"
