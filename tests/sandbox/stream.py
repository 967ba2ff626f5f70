"""Stream Chat: tokens, custom events, and the replay of missed channel events."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from .clock import Clock, rfc3339
from .exchange import Match, RefusedError, Reply, Request, json_bytes, match_path
from .ratelimit import FixedWindow, Usage
from .schema import Spec
from .stream_jwt import TokenError, verify
from .stream_sync import missed_events
from .world import STREAM_API_KEY, Settings
from .world_stream import HISTORY_KINDS, Channel, StreamWorld

SERVER_REQUESTS_PER_WINDOW = 10_000
USER_REQUESTS_PER_WINDOW = 60
MAX_BODY_BYTES = 512_000

ROUTES = {
    ("POST", "/channels/{type}/{id}/event"): "sendEvent",
    ("POST", "/users/{user_id}/event"): "sendUserCustomEvent",
    ("POST", "/sync"): "sync",
}
BUILT_IN = {
    "typing.start",
    "typing.stop",
    "health.check",
    "message.unblocked",
    "user.watching.start",
    "user.watching.stop",
    *(kind for kind in HISTORY_KINDS if "." in kind),
}
ECHOED = ("parent_id", "reason", "team", "connection_id", "watcher_count", "automoderation")
"""Declared members of a sent event that are plain values and come back as they were."""
REPLACED = (
    "automoderation_scores",
    "channel",
    "channel_id",
    "channel_type",
    "cid",
    "created_at",
    "created_by",
    "me",
    "member",
    "message",
    "reaction",
    "type",
    "user",
    "user_id",
)
"""Declared members the server sets itself or leaves out."""

CODES = {400: 4, 401: 5, 403: 17, 404: 16, 408: 23, 413: 22, 429: 9, 431: 24}


@dataclass(frozen=True)
class Caller:
    """Say who calls: a server, or one user."""

    user_id: str | None

    @property
    def is_server(self) -> bool:
        """Tell whether the token named no user."""
        return self.user_id is None


class Stream:
    """Play the three event operations."""

    name = "stream"

    def __init__(self, clock: Clock, settings: Settings, spec: Spec) -> None:
        spec.require(ROUTES.values())
        self._clock = clock
        self._settings = settings
        self._spec = spec
        self._handlers: dict[str, Callable[[Caller, Request, Match], Reply]] = {
            "sendEvent": self._send_event,
            "sendUserCustomEvent": self._send_user_custom_event,
            "sync": self._sync,
        }
        self.reset()

    def reset(self) -> None:
        """Return to the initial state, with histories that end now."""
        self._world = StreamWorld.build(self._clock.now_ns())
        self._window = FixedWindow()

    def state(self) -> dict[str, Any]:
        """Show the events that were sent; the API itself never gives them back."""
        return {"sent": self._world.sent}

    def claims(self, request: Request) -> bool:
        """Tell whether the path belongs to Stream."""
        return request.raw_path == "/sync" or request.raw_path.startswith(("/channels/", "/users/"))

    def answer(self, request: Request) -> Reply:
        """Answer one request, with the rate-limit headers of its operation."""
        began = time.perf_counter()
        match, methods = match_path(ROUTES, request.method, request.raw_path)
        usage: Usage | None = None
        try:
            if match is None:
                raise RefusedError(_error(405 if methods else 404, 16, "There is no such endpoint"))
            caller = self._authenticate(request)
            usage = self._count(caller, match.operation)
            if usage.refused:
                raise RefusedError(_error(429, 9, "Too many requests; see X-RateLimit-Reset"))
            reply = self._handle(caller, request, match)
        except RefusedError as refusal:
            reply = refusal.reply
        if usage is not None:
            reply.headers |= self._limit_headers(usage)
        reply.operation = match.operation if match else None
        return _timed(reply, began)

    def failure(self, _: Request, status: int) -> Reply:
        """Build an error as Stream words its own."""
        return _timed(
            _error(status, CODES.get(status, -1), "The sandbox was told to fail"), time.perf_counter()
        )

    def _authenticate(self, request: Request) -> Caller:
        if request.query.get("api_key") != STREAM_API_KEY:
            raise RefusedError(_error(401, 2, "The api_key is missing or unknown"))
        kind, token = request.header("stream-auth-type"), request.header("authorization")
        if kind != "jwt" or not token:
            raise RefusedError(_error(401, 5, "Stream-Auth-Type jwt and a token are needed here"))
        try:
            claims = verify(token, self._settings.stream_api_secret, self._clock.now())
        except TokenError as error:
            raise RefusedError(_error(401, error.code, error.message)) from None
        user_id = claims.get("user_id")
        if "user_id" in claims and (not isinstance(user_id, str) or user_id not in self._world.users):
            raise RefusedError(_error(401, 5, "The token names a user that does not exist"))
        return Caller(user_id)

    def _count(self, caller: Caller, operation: str) -> Usage:
        limit = SERVER_REQUESTS_PER_WINDOW if caller.is_server else USER_REQUESTS_PER_WINDOW
        if self._settings.rate_limit is not None:
            limit = self._settings.rate_limit
        return self._window.hit(
            f"{operation}/{caller.user_id or ''}",
            limit=limit,
            now=self._clock.now(),
            seconds=self._settings.window,
        )

    def _limit_headers(self, usage: Usage) -> dict[str, str]:
        return {
            "x-ratelimit-limit": str(usage.limit),
            "x-ratelimit-remaining": str(usage.remaining),
            "x-ratelimit-reset": str(math.ceil(self._clock.now() + usage.reset_after)),
        }

    def _handle(self, caller: Caller, request: Request, match: Match) -> Reply:
        if len(request.body) > MAX_BODY_BYTES:
            raise RefusedError(_error(413, 22, "The body is too big"))
        problems = self._spec.request_problems(match.operation, request, match.path_values)
        if problems:
            raise RefusedError(_error(400, 4, f"{match.operation} failed: {'; '.join(problems)}"))
        return self._handlers[match.operation](caller, request, match)

    def _send_event(self, caller: Caller, request: Request, match: Match) -> Reply:
        sent = json.loads(request.body)["event"]
        channel = self._channel(f"{match.path_values['type']}:{match.path_values['id']}")
        sender = self._acting_user(caller, sent)
        if not caller.is_server and sender["id"] not in channel.members:
            raise RefusedError(_error(403, 17, f"{sender['id']} may not send events to {channel.cid}"))
        kind = sent["type"]
        if "." in kind and kind not in BUILT_IN:
            raise RefusedError(_error(400, 18, f"The event type {kind} is not supported"))
        if not channel.custom_events:
            raise RefusedError(_error(400, 19, f"Events are turned off for the type of {channel.cid}"))
        event = {
            **{name: value for name, value in sent.items() if name not in (*ECHOED, *REPLACED)},
            **{name: sent[name] for name in ECHOED if name in sent},
            "type": kind,
            "cid": channel.cid,
            "channel_type": match.path_values["type"],
            "channel_id": match.path_values["id"],
            "created_at": rfc3339(self._clock.now_ns(), 9),
            "user": sender,
        }
        self._world.sent.append(event)
        return Reply.json(201, {"event": event})

    def _send_user_custom_event(self, caller: Caller, request: Request, match: Match) -> Reply:
        if not caller.is_server:
            raise RefusedError(_error(403, 17, "Only a server may send events to a user"))
        user = self._user(match.path_values["user_id"])
        sent = json.loads(request.body)["event"]
        if "." in sent["type"]:
            raise RefusedError(_error(400, 4, "A custom event type must not contain a dot"))
        self._world.sent.append(
            {"created_at": rfc3339(self._clock.now_ns(), 9), **sent, "to_user": user["id"]}
        )
        return Reply.json(201, {})

    def _sync(self, caller: Caller, request: Request, _: Match) -> Reply:
        body = json.loads(request.body)
        flag = request.query.get("with_inaccessible_cids")
        listed = flag == "true" if flag is not None else body.get("with_inaccessible_cids", False)
        user = self._acting_user(caller, body)
        try:
            result = missed_events(
                self._world,
                user=user,
                cids=body.get("channel_cids", []),
                since=body["last_sync_at"],
                now_ns=self._clock.now_ns(),
                cap=self._settings.event_cap,
                list_inaccessible=listed,
            )
        except ValueError as error:
            raise RefusedError(_error(400, 4, f"Sync failed: {error}")) from None
        return Reply.json(201, result)

    def _acting_user(self, caller: Caller, body: dict[str, Any]) -> dict[str, Any]:
        """Return the user of the token, or the one a server names in the body."""
        named = caller.user_id or body.get("user_id") or (body.get("user") or {}).get("id")
        if not named:
            raise RefusedError(_error(400, 4, "With a server token, either user or user_id must be given"))
        return self._user(named)

    def _user(self, user_id: str) -> dict[str, Any]:
        if user_id not in self._world.users:
            raise RefusedError(_error(404, 16, f"The user {user_id} does not exist"))
        return self._world.users[user_id]

    def _channel(self, cid: str) -> Channel:
        if cid not in self._world.channels:
            raise RefusedError(_error(404, 16, f"The channel {cid} does not exist"))
        return self._world.channels[cid]


def _error(status: int, code: int, message: str) -> Reply:
    body = {
        "code": code,
        "message": message,
        "StatusCode": status,
        "more_info": "https://docs.example/errors",
        "details": [],
    }
    return Reply.json(status, body)


def _timed(reply: Reply, began: float) -> Reply:
    duration = f"{(time.perf_counter() - began) * 1000:.2f}ms"
    return replace(reply, body=json_bytes({**json.loads(reply.body), "duration": duration}))
