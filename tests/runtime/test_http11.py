"""HTTP/1.1 without a network: what is written, and what becomes of what is read."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from snaptrade_openapi._runtime.http11 import Http11

LONG = b"x" * 200_000


def _asked(method: str = "GET", **settings: Any) -> Http11:
    wire = Http11()
    wire.whole(httpx.Request(method, "http://api.test/a?b=c", **settings))
    return wire


def _body(wire: Http11) -> bytes:
    parts: list[bytes] = []
    while part := wire.body():
        parts.append(part)
    assert part is not None, "more has to be read"
    return b"".join(parts)


def test_a_request_in_one_piece() -> None:
    """Line, headers and body are written together, with the names as they were given."""
    request = httpx.Request("POST", "http://api.test/a?b=c", headers={"X-Name": "v"}, content=b"body")
    assert Http11().whole(request).split(b"\r\n") == [
        b"POST /a?b=c HTTP/1.1",
        b"Host: api.test",
        b"X-Name: v",
        b"Content-Length: 4",
        b"",
        b"body",
    ]


def test_a_request_in_parts() -> None:
    """A body of unknown length is written in chunks."""
    request = httpx.Request("POST", "http://api.test/", content=iter([b"one"]))
    wire = Http11()
    assert b"Transfer-Encoding: chunked" in wire.head_of(request)
    assert wire.part(b"one") == b"3\r\none\r\n"
    assert wire.end() == b"0\r\n\r\n"


@pytest.mark.parametrize(
    "headers",
    [[(b"Host", b"a"), (b"X-Bad", b"line\nbreak")], [(b"Host", b"a"), (b"Content-Length", b"many")]],
    ids=["a line break", "a length that is none"],
)
def test_a_request_that_cannot_be_written(headers: list[tuple[bytes, bytes]]) -> None:
    """What HTTP does not allow is not sent."""
    request = httpx.Request("POST", "http://api.test/", headers=headers, stream=httpx.ByteStream(b""))
    with pytest.raises(httpx.LocalProtocolError):
        Http11().whole(request)


def test_a_body_that_is_longer_than_declared() -> None:
    """A wrong length is noticed before the server is confused by it."""
    headers = {"Host": "a", "Content-Length": "1"}
    request = httpx.Request("POST", "http://api.test/", headers=headers, stream=httpx.ByteStream(b"two"))
    with pytest.raises(httpx.LocalProtocolError):
        Http11().whole(request)


@pytest.mark.parametrize(
    ("method", "answer", "body"),
    [
        ("GET", b"200 OK\r\nContent-Length: 2\r\n\r\nok", b"ok"),
        ("GET", b"200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n", b"ok"),
        ("GET", b"200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\no\r\n0\r\nTrailer: x\r\n\r\n", b"o"),
        ("GET", b"204 No Content\r\n\r\n", b""),
        ("GET", b"304 Not Modified\r\nContent-Length: 9\r\n\r\n", b""),
        ("HEAD", b"200 OK\r\nContent-Length: 9\r\n\r\n", b""),
    ],
    ids=["length", "chunks", "chunks with trimmings", "204", "304", "HEAD"],
)
def test_an_answer_with_an_end(method: str, answer: bytes, body: bytes) -> None:
    """Every way to say where an answer ends leaves a connection that serves the next request."""
    wire = _asked(method)
    for byte in b"HTTP/1.1 " + answer[:-1]:
        wire.feed(bytes([byte]))
    wire.feed(answer[-1:])
    head = wire.head()
    assert head is not None
    assert (head.status_code, head.extensions["http_version"]) == (int(answer[:3]), b"HTTP/1.1")
    assert _body(wire) == body
    assert wire.renew()


def test_names_and_reason_as_they_were_sent() -> None:
    """Headers keep their case, and the reason phrase is handed on."""
    wire = _asked()
    wire.feed(b"HTTP/1.1 418 I'm a teapot\r\nX-Tea: Assam\r\nContent-Length: 0\r\n\r\n")
    head = wire.head()
    assert head is not None
    assert (b"X-Tea", b"Assam") in head.headers
    assert head.extensions["reason_phrase"] == b"I'm a teapot"


@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
def test_an_answer_that_ends_with_the_connection(version: bytes) -> None:
    """Without a length the end of the connection ends the body."""
    wire = _asked()
    wire.feed(b"HTTP/" + version + b" 200 OK\r\n\r\nok")
    assert wire.head() is not None
    assert wire.body() == b"ok"
    assert wire.body() is None
    wire.feed(b"")
    assert wire.body() == b""
    assert not wire.renew()


@pytest.mark.parametrize("line", [b"Connection: close", b"Connection: Keep-Alive, Close"])
def test_an_answer_that_says_it_is_the_last(line: bytes) -> None:
    """After ``close`` nothing more is sent."""
    wire = _asked()
    wire.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + line + b"\r\n\r\n")
    assert wire.head() is not None
    assert _body(wire) == b""
    assert not wire.renew()


def test_answers_that_only_announce() -> None:
    """The 1xx kind is passed over, however many there are."""
    wire = _asked()
    wire.feed(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
    assert wire.head() is None
    wire.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    head = wire.head()
    assert head is not None
    assert head.status_code == 200


def test_another_protocol_that_was_asked_for() -> None:
    """101 is an answer without a body, and the last one."""
    wire = _asked(headers={"Connection": "upgrade", "Upgrade": "tea"})
    wire.feed(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: tea\r\n\r\n")
    head = wire.head()
    assert head is not None
    assert head.status_code == 101
    assert _body(wire) == b""
    assert not wire.renew()


@pytest.mark.parametrize("junk", [b"x", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"], ids=["x", "answer"])
def test_bytes_after_the_end(junk: bytes) -> None:
    """What follows the answer would be taken for the answer to the next request."""
    wire = _asked()
    wire.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" + junk)
    assert wire.head() is not None
    assert _body(wire) == b"ok"
    assert not wire.renew()


def test_an_answer_that_was_not_read_to_its_end() -> None:
    """The rest would be taken for the answer to the next request."""
    wire = _asked()
    wire.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    assert wire.head() is not None
    assert not wire.renew()


def test_a_request_that_did_not_leave_whole() -> None:
    """The answer is read, and the connection is not used again."""
    wire = _asked("POST", content=b"x")
    wire.not_written()
    wire.feed(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno")
    head = wire.head()
    assert head is not None
    assert head.status_code == 413
    assert _body(wire) == b"no"
    assert not wire.renew()


@pytest.mark.parametrize("began", [b"", b"HTTP/1.1 2"])
def test_an_end_instead_of_an_answer(began: bytes) -> None:
    """A server that hangs up has sent no answer."""
    wire = _asked()
    if began:
        wire.feed(began)
    assert wire.head() is None
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        wire.feed(b"")


@pytest.mark.parametrize(
    "answer",
    [
        b"\x00\xff\x13garbage\r\n\r\n",
        b"HTTP/1.1 fine OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Long: " + LONG,
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    ],
    ids=["garbage", "status", "endless", "two lengths"],
)
def test_a_head_that_cannot_be_read(answer: bytes) -> None:
    """Anything but HTTP, and headers beyond all measure, are an error of the server."""
    wire = _asked()
    wire.feed(answer)
    with pytest.raises(httpx.RemoteProtocolError):
        wire.head()


def test_headers_of_nearly_100_kb() -> None:
    """What httpcore reads is read here as well."""
    wire = _asked()
    wire.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Long: " + LONG[:99_000])
    assert wire.head() is None
    wire.feed(b"\r\n\r\n")
    assert wire.head() is not None


@pytest.mark.parametrize(
    ("framing", "rest"),
    [
        (b"Content-Length: 9", b"short"),
        (b"Transfer-Encoding: chunked", b"5\r\nshort\r\n"),
        (b"Transfer-Encoding: chunked", b"zz\r\n"),
    ],
    ids=["length", "chunks", "no number"],
)
def test_a_body_that_is_cut_off(framing: bytes, rest: bytes) -> None:
    """A body that ends too early, or nowhere, is an error."""
    wire = _asked()
    wire.feed(b"HTTP/1.1 200 OK\r\n" + framing + b"\r\n\r\n" + rest)
    assert wire.head() is not None
    wire.feed(b"")
    with pytest.raises(httpx.RemoteProtocolError):
        _body(wire)
