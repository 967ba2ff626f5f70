"""Misbehaviour on request: by a queue that control fills, or by a header of the request.

A fault decides what happens to a request and knows nothing of HTTP servers, so a server that speaks
raw sockets can take its orders from the same queue.
"""

from __future__ import annotations

import base64
from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Any

from .exchange import Request

HEADER = "x-sandbox-fault"
FIRST_ERROR = 400
KINDS = ("status", "replace", "delay")


class FaultError(ValueError):
    """Say what is wrong with a fault order."""


@dataclass
class Fault:
    """Describe one order to misbehave.

    Kinds: `status` answers at once and the vendor never sees the request; `replace` lets the vendor
    do the work and then loses its answer; `delay` only makes the vendor's own answer late.
    """

    kind: str = "status"
    status: int = 503
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    body_base64: str | None = None
    """For bodies that are no text."""
    delay: float = 0.0
    times: int | None = 1
    match: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, order: object) -> Fault:
        """Read an order from the control endpoint."""
        if not isinstance(order, dict):
            raise FaultError("a fault is a JSON object")
        unknown = set(order) - {item.name for item in fields(cls)}
        if unknown:
            raise FaultError(f"unknown member(s): {', '.join(sorted(unknown))}")
        fault = cls(**order)
        fault.check()
        return fault

    def check(self) -> None:
        """Refuse an order that could never do what it says."""
        if self.kind not in KINDS:
            raise FaultError(f"kind is one of {', '.join(KINDS)}")
        if not isinstance(self.status, int) or not 200 <= self.status <= 599:
            raise FaultError("status is a number from 200 to 599")
        if self.times is not None and (not isinstance(self.times, int) or self.times < 1):
            raise FaultError("times is a positive number, or null for always")
        if not isinstance(self.delay, int | float) or not 0 <= self.delay <= 600:
            raise FaultError("delay is a number of seconds from 0 to 600")
        if self.body_base64 is not None:
            base64.b64decode(self.body_base64, validate=True)
        if set(self.match) - {"method", "path_prefix"}:
            raise FaultError("match knows method and path_prefix")

    def content(self) -> bytes | None:
        """Return the body of the order, or None when the vendor should word it."""
        if self.body_base64 is not None:
            return base64.b64decode(self.body_base64)
        if self.body is not None:
            return self.body.encode()
        return b"" if self.status < FIRST_ERROR else None

    def fits(self, request: Request) -> bool:
        """Tell whether the order is meant for this request."""
        method = self.match.get("method", request.method)
        return method.upper() == request.method and request.raw_path.startswith(
            self.match.get("path_prefix", "")
        )

    def to_json(self) -> dict[str, Any]:
        """Show the order as control would send it."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


class FaultQueue:
    """Hand out each order as often as it asks for, oldest first."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []
        self._keyed: Counter[str] = Counter()

    def add(self, fault: Fault) -> None:
        """Append an order."""
        self._orders.append(fault)

    def pending(self) -> list[Fault]:
        """Return the orders still to be carried out."""
        return list(self._orders)

    def clear(self) -> None:
        """Drop all orders and what is remembered of header orders."""
        self._orders.clear()
        self._keyed.clear()

    def take(self, request: Request) -> Fault | None:
        """Return the fault for this request, if any, and count it as used."""
        header = request.header(HEADER)
        if header is not None:
            fault = self._from_header(header)
            if fault is not None:
                return fault
        for order in self._orders:
            if order.fits(request):
                self._use(order)
                return order
        return None

    def _use(self, order: Fault) -> None:
        if order.times is None:
            return
        order.times -= 1
        if order.times == 0:
            self._orders.remove(order)

    def _from_header(self, text: str) -> Fault | None:
        """Read `503` or `503;key=a;times=2`.

        A key makes repeats of one request known: only the first `times` of them misbehave.
        """
        status, *options = [part.strip() for part in text.split(";")]
        named = dict(option.partition("=")[::2] for option in options)
        fault = Fault(status=int(status) if status.isdecimal() else 0, body=named.get("body"))
        fault.check()
        if "key" in named:
            self._keyed[named["key"]] += 1
            times = named.get("times", "1")
            if not times.isdecimal():
                raise FaultError("times is a number")
            if self._keyed[named["key"]] > int(times):
                return None
        return fault
