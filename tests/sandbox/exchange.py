"""The request and the reply that pass between the server core and a vendor.

Both keep the bytes of the wire: a signature is made over what was sent, not over what a framework
made of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote


@dataclass(frozen=True)
class Request:
    """Hold one HTTP request as it came in, before any decoding."""

    method: str
    raw_path: str
    raw_query: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first value of a header, whatever the case of its name."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @cached_property
    def query(self) -> dict[str, str]:
        """Return the decoded query; of a repeated name the first value counts."""
        decoded: dict[str, str] = {}
        for name, value in parse_qsl(self.raw_query, keep_blank_values=True):
            decoded.setdefault(name, value)
        return decoded

    @property
    def media_type(self) -> str:
        """Return the media type of the body without its parameters."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass
class Reply:
    """Hold one HTTP answer, and the name of the operation that gave it."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    operation: str | None = None

    @classmethod
    def json(cls, status: int, payload: object, **headers: str) -> Reply:
        """Build an answer with a compact JSON body."""
        return cls(status, json_bytes(payload), {"content-type": "application/json", **headers})


def json_bytes(payload: object) -> bytes:
    """Write compact JSON, as plain UTF-8 where the text allows it."""
    try:
        return json.dumps(payload, separators=(",", ":"), ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, legal in JSON and echoed as custom data
        return json.dumps(payload, separators=(",", ":")).encode()


class RefusedError(Exception):
    """Carry the answer a vendor gives instead of doing what was asked."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


@dataclass(frozen=True)
class Match:
    """Name the operation a request is for, with its decoded path values."""

    operation: str
    path_values: Mapping[str, str]


class Vendor(Protocol):
    """Describe what the server core needs from each vendor."""

    name: str

    def claims(self, request: Request) -> bool:
        """Tell whether the path belongs to this vendor."""

    def answer(self, request: Request) -> Reply:
        """Answer one request and name the operation in the reply."""

    def failure(self, request: Request, status: int, /) -> Reply:
        """Build the body this vendor would send with an error status."""

    def reset(self) -> None:
        """Return to the initial state."""

    def state(self) -> dict[str, Any]:
        """Show the state that its API does not show."""


def match_path(
    routes: Mapping[tuple[str, str], str], method: str, raw_path: str
) -> tuple[Match | None, frozenset[str]]:
    """Find the operation for a raw path; also return the methods its path knows.

    Segments are compared before percent-decoding, so that an encoded slash stays inside its value.
    """
    segments = raw_path.split("/")
    found: Match | None = None
    methods: set[str] = set()
    for (route_method, template), operation in routes.items():
        values = _path_values(template.split("/"), segments)
        if values is None:
            continue
        methods.add(route_method)
        if route_method == method:
            found = Match(operation, values)
    return found, frozenset(methods)


def _path_values(template: list[str], segments: list[str]) -> dict[str, str] | None:
    if len(template) != len(segments):
        return None
    values: dict[str, str] = {}
    for expected, actual in zip(template, segments, strict=True):
        if expected.startswith("{"):
            if not actual:
                return None
            values[expected[1:-1]] = unquote(actual)
        elif expected != actual:
            return None
    return values
