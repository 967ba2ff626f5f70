"""The ASGI application: one port, three vendors told apart by path, and control beside them."""

from __future__ import annotations

import asyncio
import traceback
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from .clock import Clock
from .control import control_routes
from .exchange import Reply, Request, Vendor
from .faults import Fault, FaultError, FaultQueue
from .genesys import Genesys
from .log import RequestLog
from .schema import Spec
from .snaptrade import SnapTrade
from .stream import Stream
from .world import Settings

CONTROL = "/_sandbox"
BODILESS = {204, 205, 304}
DISAGREEMENT = 599
"""Status of an answer that would have broken the vendor's document: a mistake of the sandbox."""


class Sandbox:
    """Hold everything one sandbox process knows, and answer the vendors' requests."""

    def __init__(self, specs: Path, speed: float = 1.0) -> None:
        self._speed = speed
        self.clock = Clock()
        self.settings = Settings.at_speed(speed)
        self.log = RequestLog()
        self.faults = FaultQueue()
        self.violations: list[dict[str, object]] = []
        self._specs = {
            SnapTrade.name: Spec.load(specs / "snaptrade.yaml"),
            Genesys.name: Spec.load(specs / "genesys_journey.yaml"),
            Stream.name: Spec.load(specs / "stream_chat.yaml"),
        }
        self.genesys = Genesys(self.clock, self.settings, self._specs[Genesys.name])
        self.vendors: tuple[Vendor, ...] = (
            SnapTrade(self.clock, self.settings, self._specs[SnapTrade.name]),
            self.genesys,
            Stream(self.clock, self.settings, self._specs[Stream.name]),
        )

    def reset(self) -> None:
        """Return everything to the state of the start, settings and clock included."""
        self.clock.offset = 0.0
        self.settings.restore(Settings.at_speed(self._speed))
        self.faults.clear()
        self.log.clear()
        self.violations.clear()
        for vendor in self.vendors:
            vendor.reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request of a vendor."""
        if scope["type"] != "http":
            return
        try:
            body = await HttpRequest(scope, receive).body()
        except ClientDisconnect:
            return
        reply, delay = self._exchange(_request(scope, body))
        if delay and not await _still_there(receive, delay):
            return
        await Response(reply.body, reply.status, reply.headers)(scope, receive, send)

    def _exchange(self, request: Request) -> tuple[Reply, float]:
        """Answer a request and say how many seconds the answer is to be held back."""
        vendor = next((vendor for vendor in self.vendors if vendor.claims(request)), None)
        at = self.clock.now()
        fault: Fault | None = None
        try:
            fault = self.faults.take(request)
            reply = self._reply(request, vendor, fault)
        except FaultError as error:
            reply = Reply.json(400, {"error": f"X-Sandbox-Fault: {error}"})
        self.log.add(request, reply, vendor=vendor.name if vendor else None, at=at, fault=fault is not None)
        return reply, fault.delay if fault is not None else 0.0

    def _reply(self, request: Request, vendor: Vendor | None, fault: Fault | None) -> Reply:
        if fault is not None and fault.kind == "status":
            return _faulted(request, vendor, fault)
        reply = self._checked(vendor, request) if vendor else _nobody(request)
        if fault is not None and fault.kind == "replace":
            return _faulted(request, vendor, fault)
        return reply

    def _checked(self, vendor: Vendor, request: Request) -> Reply:
        """Let the vendor answer, and refuse to send what its document does not allow."""
        reply = Reply(DISAGREEMENT)
        try:
            reply = vendor.answer(request)
            problems = self._specs[vendor.name].reply_problems(reply)
        except Exception:  # noqa: BLE001 -- a crash must be as visible as a wrong answer
            problems = [traceback.format_exc()]
        if not problems:
            return reply
        self.violations.append(
            {
                "vendor": vendor.name,
                "operation": reply.operation,
                "status": reply.status,
                "problems": problems,
            }
        )
        text = f"The sandbox was about to break the {vendor.name} document:\n" + "\n".join(problems) + "\n"
        return Reply(
            DISAGREEMENT, text.encode(), {"content-type": "text/plain; charset=utf-8"}, reply.operation
        )


def build_app(sandbox: Sandbox) -> Starlette:
    """Build the application that serves a sandbox."""
    return Starlette(routes=[Mount(CONTROL, routes=control_routes(sandbox)), Mount("/", app=sandbox)])


async def _still_there(receive: Receive, seconds: float) -> bool:
    """Wait, and tell whether the client did so too."""
    try:
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return True
    return False


def _request(scope: Scope, body: bytes) -> Request:
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
    path = scope["raw_path"].decode("latin-1")
    return Request(scope["method"], path, scope["query_string"].decode("latin-1"), headers, body)


def _faulted(request: Request, vendor: Vendor | None, fault: Fault) -> Reply:
    """Build the answer of a fault: its own body, or what the vendor would say with that status."""
    headers = {name.lower(): value for name, value in fault.headers.items()}
    content = fault.content()
    if content is None and vendor is not None:
        reply = vendor.failure(request, fault.status)
        reply.headers |= headers
        return reply
    return Reply(fault.status, b"" if fault.status in BODILESS else content or b"", headers)


def _nobody(request: Request) -> Reply:
    text = f"No vendor of this sandbox has the path {request.raw_path}; see tests/sandbox/README.md\n"
    return Reply(404, text.encode(), {"content-type": "text/plain; charset=utf-8"})
