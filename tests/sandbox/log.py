"""What came in and what was answered, kept for the test that wants to look."""

from __future__ import annotations

import base64
import itertools
from collections import deque
from typing import Any

from .exchange import Reply, Request

KEPT = 20_000
"""Entries kept; a forgotten sandbox must not grow for ever."""


class RequestLog:
    """Record every request with the status it got."""

    def __init__(self) -> None:
        self._entries: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._numbers = itertools.count(1)

    def add(self, request: Request, reply: Reply, *, vendor: str | None, at: float, fault: bool) -> None:
        """Record one exchange."""
        self._entries.append(
            {
                "number": next(self._numbers),
                "at": at,
                "vendor": vendor,
                "operation": reply.operation,
                "method": request.method,
                "path": request.raw_path,
                "query": request.raw_query,
                "headers": [list(pair) for pair in request.headers],
                "body": base64.b64encode(request.body).decode(),
                "status": reply.status,
                "fault": fault,
            }
        )

    def entries(self) -> list[dict[str, Any]]:
        """Return all entries, oldest first."""
        return list(self._entries)

    def clear(self) -> None:
        """Forget all entries; numbers go on."""
        self._entries.clear()
