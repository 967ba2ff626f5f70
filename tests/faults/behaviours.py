"""What a server or the network may do to a request."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from .server import Behaviour, Connection, Received

__all__ = [
    "ENDLESS",
    "LOST",
    "REQUEST_ID",
    "SLOW",
    "TOKEN",
    "answer",
    "broken_gzip",
    "close_idle",
    "early_hints",
    "endless_body",
    "failure",
    "good",
    "gzipped",
    "more_than_declared",
    "redirect",
    "with_headers",
]

TOKEN = "marker-issued-token"
REQUEST_ID = "request-7"
ENDLESS = 64 * 1024 * 1024
_GOOD: tuple[tuple[str, str, int, Any], ...] = (
    ("POST", "/oauth/token", 200, {"access_token": TOKEN, "token_type": "bearer", "expires_in": 86_400}),
    ("GET", "/authorizations", 200, [{"id": "87b24961-b51e-4db8-9226-f198f6518a89", "name": "Mine"}]),
    ("POST", "/authorizations/", 200, {"detail": "Refresh is queued"}),
    ("DELETE", "/authorizations/", 204, None),
    ("GET", "/api/v2/journey/", 200, {"entities": [{"id": "event-1"}]}),
    ("POST", "/channels/", 201, {"duration": "1ms", "event": {"type": "x"}}),
    ("POST", "/sync", 200, {"duration": "1ms", "events": []}),
)


def _content(request: Received) -> tuple[int, bytes]:
    for method, path, status, body in _GOOD:
        if request.method == method and request.path.startswith(path):
            return status, b"" if body is None else json.dumps(body).encode()
    return 404, b""


def head(status: int, headers: Mapping[str, str], length: int | None = None) -> bytes:
    """Return a status line and headers with the empty line."""
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Strange"
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    if length is not None and status != 204:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


JSON = {"Content-Type": "application/json"}


def answer(status: int, body: bytes = b"", **headers: str) -> Behaviour:
    """Answer properly with this status, body and headers; ``_`` in header names stands for ``-``."""
    named = {"Content-Type": "application/json", **{n.replace("_", "-"): v for n, v in headers.items()}}

    def behave(connection: Connection, request: Received) -> None:
        connection.send(head(status, named, len(body)) + body)

    return behave


def good(connection: Connection, request: Received) -> None:
    """Answer as the vendor does when all is well."""
    status, body = _content(request)
    connection.send(head(status, JSON, len(body)) + body)


def with_headers(**headers: str) -> Behaviour:
    """Answer well, with further headers."""
    named = {**JSON, **{n.replace("_", "-"): v for n, v in headers.items()}}

    def behave(connection: Connection, request: Received) -> None:
        status, body = _content(request)
        connection.send(head(status, named, len(body)) + body)

    return behave


def failure(status: int, **headers: str) -> Behaviour:
    """Refuse with an error body that has the shapes of all three vendors at once."""
    body = {"detail": "told to fail", "message": "told to fail", "code": "E7", "status": status}
    ids = {"x-request-id": REQUEST_ID, "inin-correlation-id": REQUEST_ID}
    return answer(status, json.dumps(body).encode(), **ids, **headers)


def redirect(status: int, location: str) -> Behaviour:
    """Send the client elsewhere."""
    return answer(status, Location=location)


# -- answers that are lost


def reset_before_headers(connection: Connection, request: Received) -> None:
    """Take the request and break the connection."""
    connection.reset()


def hang_up(connection: Connection, request: Received) -> None:
    """Take the request and end the connection in good order."""
    connection.close()


def reset_after_headers(connection: Connection, request: Received) -> None:
    """Break the connection before the first byte of the body."""
    connection.send(head(200, JSON, 1000))
    connection.reset()


def reset_mid_body(connection: Connection, request: Received) -> None:
    """Break the connection within the body."""
    connection.send(head(200, JSON, 1000) + b'{"detail": "')
    connection.reset()


def truncated_body(connection: Connection, request: Received) -> None:
    """End the connection with fewer bytes than declared; what is there would be good JSON."""
    _, body = _content(request)
    connection.send(head(200, JSON, len(body) + 1) + body)
    connection.close()


def cut_chunked(connection: Connection, request: Received) -> None:
    """End a chunked body without its last chunk; what is there would be good JSON."""
    _, body = _content(request)
    connection.send(head(200, {**JSON, "Transfer-Encoding": "chunked"}))
    connection.send(f"{len(body) or 2:x}\r\n".encode() + (body or b"{}") + b"\r\n")
    connection.close()


def broken_chunk(connection: Connection, request: Received) -> None:
    """Give a chunk a length that is no number."""
    connection.send(head(200, {**JSON, "Transfer-Encoding": "chunked"}) + b"zz\r\n{}\r\n0\r\n\r\n")
    connection.close()


def garbage(connection: Connection, request: Received) -> None:
    """Answer something that is not HTTP."""
    connection.send(b"\x00\xff\x13garbage\r\n\r\n" * 3)
    connection.close()


def broken_status_line(connection: Connection, request: Received) -> None:
    """Answer with a status that is no number."""
    connection.send(b"HTTP/1.1 fine OK\r\nContent-Length: 2\r\n\r\n{}")
    connection.close()


def endless_headers(connection: Connection, request: Received) -> None:
    """Send more headers than anybody reads."""
    connection.send(
        b"HTTP/1.1 200 OK\r\n" + b"X-Filler: 0123456789012345678901234567890123456789\r\n" * 10_000
    )
    connection.close()


LOST: tuple[Behaviour, ...] = (
    reset_before_headers,
    hang_up,
    reset_after_headers,
    reset_mid_body,
    truncated_body,
    cut_chunked,
    broken_chunk,
    garbage,
    broken_status_line,
    endless_headers,
)
"""The server may have done the work, and its answer cannot be used."""


# -- answers that take for ever


def silence(connection: Connection, request: Received) -> None:
    """Never answer."""
    connection.hold()


def slow_headers(connection: Connection, request: Received) -> None:
    """Send the headers byte by byte, never all of them."""
    connection.drip(b"HTTP/1.1 200 OK\r\nX-Filler: " + b"x" * 10_000)


def slow_body(connection: Connection, request: Received) -> None:
    """Send the body byte by byte, never all of it."""
    connection.send(head(200, JSON, 10_000))
    connection.drip(b" " * 10_000)


def slow_gzip(connection: Connection, request: Received) -> None:
    """Send a packed body byte by byte that unpacks to nothing for long."""
    packed = gzip.compress(b" " * 100_000 + b"{}")
    connection.send(head(200, {**JSON, "Content-Encoding": "gzip"}, 10_000))
    connection.drip(packed[:10] + b"\x00" * 9_990)


SLOW: tuple[Behaviour, ...] = (silence, slow_headers, slow_body, slow_gzip)


# -- answers that are odd but good, or end the connection


def gzipped(connection: Connection, request: Received) -> None:
    """Answer well, packed."""
    status, body = _content(request)
    packed = b"" if status == 204 else gzip.compress(body)
    connection.send(head(status, {**JSON, "Content-Encoding": "gzip"}, len(packed)) + packed)


def broken_gzip(status: int = 200) -> Behaviour:
    """Announce a packed body and send another."""
    return answer(status, b"this was never packed", Content_Encoding="gzip")


def early_hints(connection: Connection, request: Received) -> None:
    """Send informational answers before the real one."""
    connection.send(b"HTTP/1.1 100 Continue\r\n\r\n")
    connection.send(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n")
    good(connection, request)


def endless_body(status: int) -> Behaviour:
    """Send as much body as the client takes, up to an amount that nobody should take."""

    def behave(connection: Connection, request: Received) -> None:
        connection.send(head(status, JSON, ENDLESS))
        while connection.open and connection.sent < ENDLESS:
            connection.send(b" " * 65_536)
        connection.close()

    return behave


def more_than_declared(connection: Connection, request: Received) -> None:
    """Send another answer after the end of the body, and keep the connection."""
    status, body = _content(request)
    connection.send(head(status, JSON, len(body)) + body + head(418, JSON, 0))


def close_idle(connection: Connection, request: Received) -> None:
    """Answer well, promise to keep the connection, and close it."""
    good(connection, request)
    connection.close()
