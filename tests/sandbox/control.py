"""The control endpoints under `/_sandbox/`: how a test looks in and gives orders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .exchange import json_bytes
from .faults import Fault, FaultError
from .world import SettingError

if TYPE_CHECKING:
    from .app import Sandbox


def control_routes(sandbox: Sandbox) -> list[Route]:
    """Build the routes of the control application."""
    control = _Control(sandbox)

    def get(path: str, action: Callable[[], object]) -> Route:
        async def endpoint(_: Request) -> Response:
            return _json(action())

        return Route(path, endpoint, methods=["GET"])

    def order(path: str, action: Callable[[Any], object], method: str = "POST") -> Route:
        async def endpoint(request: Request) -> Response:
            return await _carry_out(request, action)

        return Route(path, endpoint, methods=[method])

    return [
        get("/health", lambda: {"ready": True}),
        get("/requests", lambda: {"requests": sandbox.log.entries()}),
        order("/requests", control.forget_requests, "DELETE"),
        get("/violations", lambda: {"violations": sandbox.violations}),
        get("/state", lambda: {vendor.name: vendor.state() for vendor in sandbox.vendors}),
        get("/faults", lambda: {"faults": [fault.to_json() for fault in sandbox.faults.pending()]}),
        order("/faults", control.add_faults),
        order("/faults", control.clear_faults, "DELETE"),
        order("/clock", control.move_clock),
        order("/settings", control.change_settings),
        order("/tokens/revoke", control.revoke_tokens),
        order("/reset", control.reset),
    ]


async def _carry_out(request: Request, action: Callable[[Any], object]) -> Response:
    try:
        body = await request.json() if await request.body() else {}
        return _json(action(body))
    except (ValueError, TypeError, KeyError) as error:
        return _json({"error": str(error)}, 400)


def _json(payload: object, status: int = 200) -> Response:
    return Response(json_bytes(payload), status, media_type="application/json")


class _Control:
    """Carry out the orders; each takes the JSON of the request and returns JSON."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def forget_requests(self, _: Any) -> object:
        self._sandbox.log.clear()
        return {"requests": []}

    def add_faults(self, body: Any) -> object:
        orders = [Fault.from_json(order) for order in (body if isinstance(body, list) else [body])]
        if not orders:
            raise FaultError("no fault given")
        for fault in orders:
            self._sandbox.faults.add(fault)
        return {"faults": [fault.to_json() for fault in self._sandbox.faults.pending()]}

    def clear_faults(self, _: Any) -> object:
        self._sandbox.faults.clear()
        return {"faults": []}

    def move_clock(self, body: Any) -> object:
        offset = body["offset"]
        if isinstance(offset, bool) or not isinstance(offset, int | float):
            raise SettingError("offset is a number of seconds")
        self._sandbox.clock.offset = float(offset)
        return {"offset": self._sandbox.clock.offset, "now": self._sandbox.clock.now()}

    def change_settings(self, body: Any) -> object:
        if not isinstance(body, dict):
            raise SettingError("settings are a JSON object")
        self._sandbox.settings.change(body)
        return self._sandbox.settings.to_json()

    def revoke_tokens(self, _: Any) -> object:
        return {"revoked": self._sandbox.genesys.revoke_tokens()}

    def reset(self, _: Any) -> object:
        self._sandbox.reset()
        return {"reset": True}
