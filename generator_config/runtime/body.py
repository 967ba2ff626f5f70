"""
Collect a response body, unpacked, without ever holding more than allowed.

The decoders of the HTTP library unpack a whole piece at once: half a kilobyte on the wire can
become hundreds of megabytes before anybody can count them.
"""

from __future__ import annotations

import zlib
from typing import Literal

from attrs import frozen

__all__ = ["Body", "BodyTooLargeError", "BrokenBodyError", "Received"]

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


class BodyTooLargeError(Exception):
    """The body is larger than allowed."""


class BrokenBodyError(Exception):
    """The body is not packed the way its headers say."""


@frozen
class Received:
    """
    What arrived of a body.

    Args:
        content: The body, unpacked; only its beginning when something went wrong.
        problem: ``too large`` or ``broken``, ``None`` when it is whole.
    """

    content: bytes
    problem: Literal["too large", "broken"] | None = None


class Body:
    """
    A body that is being received.

    Args:
        encoding: The ``Content-Encoding``; we ask for gzip or deflate and understand no other.
        limit: The largest body in bytes, after unpacking.
    """

    def __init__(self, encoding: str | None, limit: int) -> None:
        self._encoding = (encoding or "identity").strip().lower()
        self._limit = limit
        self._unpacker = None if self._encoding == "identity" else zlib.decompressobj(_GZIP_OR_ZLIB)
        self._content = bytearray()
        self._is_empty = True

    @property
    def content(self) -> bytes:
        """What has arrived so far, never more than the limit."""
        return bytes(self._content[: self._limit])

    def feed(self, chunk: bytes) -> None:
        """
        Add a piece as it came over the wire.

        Raises:
            BodyTooLargeError: The body is larger than allowed.
            BrokenBodyError: It cannot be unpacked.
        """
        self._content += self._unpacked(chunk) if self._unpacker is not None else chunk
        if len(self._content) > self._limit:
            raise BodyTooLargeError

    def _unpacked(self, chunk: bytes) -> bytes:
        if self._encoding not in {"gzip", "x-gzip", "deflate"}:
            raise BrokenBodyError
        room = self._limit - len(self._content) + 1
        first, self._is_empty = self._is_empty, False
        assert self._unpacker is not None
        try:
            return self._unpacker.decompress(chunk, room)
        except zlib.error:
            if not (first and self._encoding == "deflate"):
                raise BrokenBodyError from None
        # Some servers send deflate without the zlib envelope that the standard asks for.
        self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return self._unpacker.decompress(chunk, room)
        except zlib.error:
            raise BrokenBodyError from None

    def finish(self) -> bytes:
        """
        Return the whole body.

        Raises:
            BrokenBodyError: The packed data end too early.
        """
        if self._unpacker is not None and not self._is_empty and not self._unpacker.eof:
            raise BrokenBodyError
        return bytes(self._content)
