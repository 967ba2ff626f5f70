"""Describe one operation of the API as data; the generated packages are made of these."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, TypeVar

from attrs import field, frozen

from .encoding import encode_pair, encode_path_value, encode_value
from .errors import CallInfo, InvalidArgumentError
from .model import Model
from .options import SHORTEST_SECRET

__all__ = ["Operation", "Parameter", "RequestParts", "build_parts", "encode_body"]

T = TypeVar("T")


@frozen(kw_only=True)
class Parameter:
    """
    One declared parameter of an operation.

    Args:
        argument: The Python name.
        name: The name on the wire.
        place: Where it goes.
        kind: Its declared type; see `encode_value`.
        required: Whether the operation needs it.
        secret: Whether its value must never be shown.
        accepts: Further Python forms; see `encode_value`.
    """

    argument: str
    name: str
    place: Literal["path", "query", "header"]
    kind: str = "string"
    required: bool = True
    secret: bool = False
    accepts: frozenset[str] = frozenset()


@frozen(kw_only=True, eq=False)
class Operation(Generic[T]):
    """
    One operation of the API.

    Args:
        name: The vendor's operation name.
        method: The HTTP method.
        path: The path template, relative to the base URL.
        parameters: The declared parameters.
        idempotent: Whether an attempt may be repeated after it may have reached the server.
        decode: Turns the parsed JSON body into the result; ``None`` when there is no body.
        may_be_empty: Whether an empty body is an answer too, which then reads as ``None``.
    """

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    idempotent: bool = False
    decode: Callable[[Any], T] | None = None
    may_be_empty: bool = False
    info: CallInfo = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "info", CallInfo(self.name, self.method, self.path))


@frozen
class RequestParts:
    """
    What one call sends, encoded once and used by every attempt.

    Args:
        target: Path and query, encoded, relative to the base URL.
        headers: Header parameters of the operation.
        content: The request body, ``None`` when there is none.
        secrets: The values that must not appear anywhere.
    """

    target: str
    headers: Mapping[str, str]
    content: bytes | None
    secrets: tuple[str, ...] = field(repr=False)


def encode_body(body: Model | Mapping[str, Any] | list[Any] | None) -> bytes | None:
    """
    Return the JSON text of a request body.

    Raises:
        InvalidArgumentError: A value in it has no JSON form.
    """
    if body is None:
        return None
    data = body.to_dict() if isinstance(body, Model) else body
    problem: str | None = None
    try:
        return json.dumps(data, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        problem = type(error).__name__
    # Raised out here: the error of the encoder carries the value it stumbled over.
    raise InvalidArgumentError(f"body cannot be written as JSON ({problem})")


def build_parts(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    body: Model | Mapping[str, Any] | list[Any] | None = None,
    extra_query: Mapping[str, str] | None = None,
) -> RequestParts:
    """
    Encode the arguments of a call.

    Raises:
        InvalidArgumentError: An argument is missing, of a wrong type or malformed.
    """
    path = operation.path
    query: list[str] = []
    headers: dict[str, str] = {}
    secrets: list[str] = []
    for parameter in operation.parameters:
        value = arguments.get(parameter.argument)
        if value is None:
            if parameter.required:
                raise InvalidArgumentError(f"{parameter.argument} is required", request=operation.info)
            continue
        text = encode_value(
            value, kind=parameter.kind, accepts=parameter.accepts, argument=parameter.argument
        )
        if parameter.secret:
            secrets.append(text)
        if parameter.place == "path":
            path = path.replace(f"{{{parameter.name}}}", encode_path_value(text, parameter.argument))
        elif parameter.place == "query":
            query.append(encode_pair(parameter.name, text))
        else:
            headers[parameter.name] = text
    for name, text in (extra_query or {}).items():
        query.append(
            encode_pair(name, encode_value(text, kind="string", accepts=frozenset(), argument="query"))
        )
        if len(text) >= SHORTEST_SECRET:
            secrets.append(text)
    target = f"{path}?{'&'.join(query)}" if query else path
    return RequestParts(target, headers, encode_body(body), tuple(secrets))
