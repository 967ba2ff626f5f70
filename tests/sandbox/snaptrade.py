"""SnapTrade: signed requests, connections with state, a rolling request limit."""

from __future__ import annotations

import math
import uuid
from collections.abc import Callable
from typing import Any

from .clock import Clock, rfc3339
from .exchange import Match, RefusedError, Reply, Request, match_path
from .ratelimit import RollingWindow, Usage
from .schema import Spec
from .snaptrade_signature import signature_agrees
from .world import Settings
from .world_snaptrade import Connection, SnapTradeWorld

PREFIX = "/api/v1"
REQUESTS_PER_WINDOW = 250
PREFIX_DEPRECATED_SINCE = "@1781222400"

ROUTES = {
    ("GET", "/authorizations"): "listBrokerageAuthorizations",
    ("GET", "/authorizations/{authorizationId}"): "detailBrokerageAuthorization",
    ("DELETE", "/authorizations/{authorizationId}"): "removeBrokerageAuthorization",
    ("POST", "/authorizations/{authorizationId}/disable"): "disableBrokerageAuthorization",
    ("POST", "/authorizations/{authorizationId}/refresh"): "refreshBrokerageAuthorization",
    ("GET", "/authorizations/{authorizationId}/returnRates"): "returnRates",
    ("GET", "/sessionEvents"): "sessionEvents",
}

NO_ERROR_BODY = {("removeBrokerageAuthorization", 400), ("removeBrokerageAuthorization", 404)}
"""Answers that have no body by contract."""


class SnapTrade:
    """Play the seven connection operations, with and without the older path prefix."""

    name = "snaptrade"

    def __init__(self, clock: Clock, settings: Settings, spec: Spec) -> None:
        spec.require(ROUTES.values())
        self._clock = clock
        self._settings = settings
        self._spec = spec
        self._handlers: dict[str, Callable[[Request, Match], Reply]] = {
            "listBrokerageAuthorizations": self._list,
            "detailBrokerageAuthorization": self._detail,
            "removeBrokerageAuthorization": self._remove,
            "disableBrokerageAuthorization": self._disable,
            "refreshBrokerageAuthorization": self._refresh,
            "returnRates": self._return_rates,
            "sessionEvents": self._session_events,
        }
        self.reset()

    def reset(self) -> None:
        """Return to the initial state."""
        self._world = SnapTradeWorld.build()
        self._window = RollingWindow()

    def state(self) -> dict[str, Any]:
        """Show charges and disabled marks of the connections that are left."""
        return {
            "connections": {
                key: {"user": item.user, "charges": item.charges, "disabled": item.public["disabled"]}
                for key, item in self._world.connections.items()
            }
        }

    def claims(self, request: Request) -> bool:
        """Tell whether the path is one of SnapTrade's, right method or not."""
        return bool(match_path(ROUTES, request.method, _unprefixed(request))[1])

    def answer(self, request: Request) -> Reply:
        """Answer one request, with the headers that every answer carries."""
        match, methods = match_path(ROUTES, request.method, _unprefixed(request))
        usage = self._count(request)
        if match is None:
            reply = _error(
                405, "", f"Method {request.method} is not allowed; try {', '.join(sorted(methods))}"
            )
        elif usage.refused:
            reply = _error(
                429, "0000", f"Request was throttled. Next one fits in {usage.reset_seconds} seconds."
            )
        else:
            reply = self._dispatch(request, match)
        reply.operation = match.operation if match else None
        return self._finish(request, reply, usage)

    def failure(self, request: Request, status: int) -> Reply:
        """Build an error as SnapTrade words its own."""
        code = {429: "0000", 503: "3002"}.get(status, "1000")
        return self._finish(request, _error(status, code, "The sandbox was told to fail"), None)

    def _dispatch(self, request: Request, match: Match) -> Reply:
        try:
            self._authenticate(request)
            problems = self._spec.request_problems(match.operation, request, match.path_values)
            if problems:
                raise RefusedError(_error(400, "1012", "; ".join(problems)))
            if match.operation != "sessionEvents":
                self._check_user(request)
            return self._handlers[match.operation](request, match)
        except RefusedError as refusal:
            reply = refusal.reply
            if (match.operation, reply.status) in NO_ERROR_BODY:
                return Reply(reply.status)
            return reply

    def _count(self, request: Request) -> Usage:
        limit = self._settings.rate_limit
        return self._window.hit(
            request.query.get("clientId", ""),
            limit=REQUESTS_PER_WINDOW if limit is None else limit,
            now=self._clock.now(),
            seconds=self._settings.window,
        )

    def _finish(self, request: Request, reply: Reply, usage: Usage | None) -> Reply:
        reply.headers["x-request-id"] = uuid.uuid4().hex
        if usage is not None:
            reply.headers["x-ratelimit-limit"] = str(usage.limit)
            reply.headers["x-ratelimit-remaining"] = str(usage.remaining)
            reply.headers["x-ratelimit-reset"] = str(usage.reset_seconds)
        if request.raw_path.startswith(f"{PREFIX}/"):
            reply.headers["deprecation"] = PREFIX_DEPRECATED_SINCE
        return reply

    def _authenticate(self, request: Request) -> None:
        key = self._settings.snaptrade_partners.get(request.query.get("clientId", ""))
        signature = request.header("signature")
        if key is None or signature is None:
            raise RefusedError(_unverified("the client id or the signature is missing or unknown"))
        self._check_timestamp(request.query.get("timestamp", ""))
        if not signature_agrees(signature, key, request.raw_path, request.raw_query, request.body):
            raise RefusedError(_unverified("the signature does not belong to this path, query and body"))

    def _check_timestamp(self, text: str) -> None:
        if not (text.isascii() and text.isdecimal()) or len(text) > 10:
            raise RefusedError(_unverified("the timestamp is invalid: whole seconds since 1970 are expected"))
        if abs(self._clock.now() - int(text)) > self._settings.timestamp_skew:
            raise RefusedError(_unverified("the timestamp is invalid: too far from the time here"))

    def _check_user(self, request: Request) -> None:
        secret = self._settings.snaptrade_users.get(request.query["userId"])
        if secret is None or secret != request.query["userSecret"]:
            raise RefusedError(_error(401, "1083", "The user id or the user secret is wrong"))

    def _connection(self, request: Request, match: Match) -> Connection:
        wanted = match.path_values["authorizationId"]
        found = self._world.connections.get(wanted)
        if found is None or found.user != request.query["userId"]:
            detail = {"default_detail": "No such connection", "default_code": 1011}
            raise RefusedError(Reply.json(404, detail))
        return found

    def _list(self, request: Request, _: Match) -> Reply:
        user = request.query["userId"]
        owned = [item.public for item in self._world.connections.values() if item.user == user]
        return Reply.json(200, owned)

    def _detail(self, request: Request, match: Match) -> Reply:
        return Reply.json(200, self._connection(request, match).public)

    def _remove(self, request: Request, match: Match) -> Reply:
        connection = self._connection(request, match)
        del self._world.connections[connection.public["id"]]
        return Reply(204)

    def _disable(self, request: Request, match: Match) -> Reply:
        connection = self._connection(request, match)
        if connection.public["disabled"]:
            return Reply.json(402, {"detail": "The connection is already disabled", "code": 3011})
        connection.public["disabled"] = True
        connection.public["disabled_date"] = rfc3339(self._clock.now_ns())
        return Reply.json(200, {"detail": f"Connection {connection.public['id']} is now disabled"})

    def _refresh(self, request: Request, match: Match) -> Reply:
        connection = self._connection(request, match)
        if connection.public["disabled"]:
            return Reply.json(402, {"detail": "The connection is disabled", "code": 3003})
        now = self._clock.now()
        if connection.refreshed_at is not None:
            wait = connection.refreshed_at + self._settings.refresh_interval - now
            if wait > 0:
                return _error(429, "throttled", f"Refreshed too recently; wait {math.ceil(wait)} seconds")
        connection.refreshed_at = now
        connection.charges += 1
        return Reply.json(200, {"detail": f"Refresh of connection {connection.public['id']} is queued"})

    def _return_rates(self, request: Request, match: Match) -> Reply:
        rates = self._connection(request, match).rates
        if rates is None:
            detail = {"detail": "Return rates are not enabled for this connection", "default_code": 1141}
            return Reply.json(403, detail)
        wanted = _listed(request.query.get("timeframes"))
        return Reply.json(
            200, {"data": [rate for rate in rates if not wanted or rate["timeframe"] in wanted]}
        )

    def _session_events(self, request: Request, _: Match) -> Reply:
        if request.query["PartnerClientId"] != request.query["clientId"]:
            return Reply.json(
                403, {"default_detail": "These events belong to another client", "default_code": 1066}
            )
        users, sessions = (_listed(request.query.get(name)) for name in ("userId", "sessionId"))
        return Reply.json(
            200,
            [
                event
                for event in self._world.session_events
                if (not users or event["user_id"] in users)
                and (not sessions or event["session_id"] in sessions)
            ],
        )


def _unprefixed(request: Request) -> str:
    if request.raw_path.startswith(f"{PREFIX}/"):
        return request.raw_path[len(PREFIX) :]
    return request.raw_path


def _listed(text: str | None) -> set[str]:
    return {item.strip() for item in (text or "").split(",") if item.strip()}


def _error(status: int, code: str, detail: str) -> Reply:
    return Reply.json(status, {"detail": detail, "status_code": status, "code": code})


def _unverified(reason: str) -> Reply:
    return _error(401, "1076", f"Unable to verify the request: {reason}")
