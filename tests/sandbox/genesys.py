"""Genesys Cloud: a token endpoint, and journey events paged by cursor."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import math
import secrets
import uuid
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from .clock import Clock
from .exchange import Match, RefusedError, Reply, Request, json_bytes, match_path
from .ratelimit import FixedWindow, Usage
from .schema import Spec
from .world import GENESYS_CLIENT_ID, GENESYS_CLIENT_SECRET, GENESYS_UNPRIVILEGED_CLIENT_ID, Settings
from .world_genesys import ENDLESS_SESSION, build_sessions

REQUESTS_PER_WINDOW = 300
DEFAULT_PAGE_SIZE = 50
"""Not documented by the vendor; chosen here."""
MAX_PAGE_SIZE = 200
CURSOR_MARK = b"\xfb\xff\xbe"
"""Gives cursors a plus, a slash and padding, so that a client must encode what it sends."""

OPERATION = "getJourneySessionEvents"
ROUTES = {
    ("POST", "/oauth/token"): "token",
    ("GET", "/api/v2/journey/sessions/{sessionId}/events"): OPERATION,
}
CODES = {
    400: "bad.request",
    401: "bad.credentials",
    403: "missing.permissions",
    404: "not.found",
    408: "client.timeout",
    409: "general.conflict",
    413: "request.entity.too.large",
    415: "unsupported.media.type",
    429: "too.many.requests",
    500: "internal.server.error",
    503: "service.unavailable",
    504: "request.timeout",
}


class Genesys:
    """Play the token endpoint of the login host and the events operation of the API host."""

    name = "genesys"

    def __init__(self, clock: Clock, settings: Settings, spec: Spec) -> None:
        spec.require([OPERATION])
        self._clock = clock
        self._settings = settings
        self._spec = spec
        self._sessions = build_sessions()
        self.reset()

    def reset(self) -> None:
        """Forget all tokens and counters; the events never change."""
        self._tokens: dict[str, tuple[str, float]] = {}
        self._window = FixedWindow()
        self._issued = 0
        self._revoked = 0

    def state(self) -> dict[str, Any]:
        """Show how many tokens were issued and revoked, and which are known."""
        return {"tokens_issued": self._issued, "tokens_revoked": self._revoked, "tokens": list(self._tokens)}

    def revoke_tokens(self) -> int:
        """Make every token unknown and return how many there were."""
        count = len(self._tokens)
        self._tokens.clear()
        self._revoked += count
        return count

    def claims(self, request: Request) -> bool:
        """Tell whether the path belongs to Genesys."""
        return request.raw_path == "/oauth/token" or request.raw_path.startswith("/api/v2/")

    def answer(self, request: Request) -> Reply:
        """Answer one request, with its correlation id."""
        correlation = str(uuid.uuid4())
        match, methods = match_path(ROUTES, request.method, request.raw_path)
        try:
            if match is None:
                status = 405 if methods else 404
                raise RefusedError(
                    _error(status, "method.not.allowed" if methods else "not.found", "No such resource")
                )
            reply = self._token(request) if match.operation == "token" else self._events(request, match)
        except RefusedError as refusal:
            reply = refusal.reply
        if match is not None and match.operation == OPERATION:
            reply.operation = OPERATION
        return _finish(reply, correlation)

    def failure(self, request: Request, status: int) -> Reply:
        """Build an error as Genesys words its own."""
        if request.raw_path == "/oauth/token":
            return _finish(
                _oauth_error(status, "server_error", "The sandbox was told to fail"), str(uuid.uuid4())
            )
        code = CODES.get(status, "internal.server.error")
        return _finish(_error(status, code, "The sandbox was told to fail"), str(uuid.uuid4()))

    def _token(self, request: Request) -> Reply:
        client = _basic_client(request)
        if client is None:
            challenge = {"www-authenticate": 'Basic realm="sandbox"'}
            raise RefusedError(
                _oauth_error(401, "invalid_client", "Unknown client or wrong secret", **challenge)
            )
        if request.media_type != "application/x-www-form-urlencoded":
            raise RefusedError(_oauth_error(400, "invalid_request", "A form body is expected"))
        if request.body != b"grant_type=client_credentials":
            kind = (
                "invalid_request"
                if b"grant_type=client_credentials" in request.body
                else "unsupported_grant_type"
            )
            raise RefusedError(_oauth_error(400, kind, "Send grant_type=client_credentials and nothing else"))
        token = secrets.token_urlsafe(48)
        lifetime = self._settings.token_lifetime
        self._tokens[token] = (client, self._clock.now() + lifetime)
        self._issued += 1
        body = {"access_token": token, "token_type": "bearer", "expires_in": math.ceil(lifetime)}
        return Reply.json(200, body, **{"cache-control": "no-store"})

    def _events(self, request: Request, match: Match) -> Reply:
        token, client = self._bearer_client(request)
        limit = self._settings.rate_limit
        usage = self._window.hit(
            token,
            limit=REQUESTS_PER_WINDOW if limit is None else limit,
            now=self._clock.now(),
            seconds=self._settings.window,
        )
        try:
            if usage.refused:
                raise RefusedError(_too_many(usage))
            reply = self._page(request, match, client)
        except RefusedError as refusal:
            reply = refusal.reply
        reply.headers["inin-ratelimit-count"] = str(usage.used)
        reply.headers["inin-ratelimit-allowed"] = str(usage.limit)
        reply.headers["inin-ratelimit-reset"] = str(usage.reset_seconds)
        return reply

    def _bearer_client(self, request: Request) -> tuple[str, str]:
        scheme, _, token = (request.header("authorization") or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise RefusedError(_error(401, "authentication.required", "No bearer token was sent"))
        if token not in self._tokens:
            raise RefusedError(_error(401, "bad.credentials", "The token is unknown or was revoked"))
        client, expires = self._tokens[token]
        if self._clock.now() >= expires:
            raise RefusedError(_error(401, "credentials.expired", "The token has expired"))
        return token, client

    def _page(self, request: Request, match: Match, client: str) -> Reply:
        if client == GENESYS_UNPRIVILEGED_CLIENT_ID:
            raise RefusedError(_error(403, "missing.permissions", "The client lacks journey:event:view"))
        problems = self._spec.request_problems(OPERATION, request, match.path_values)
        if problems:
            raise RefusedError(_error(400, "bad.request", "; ".join(problems)))
        session = match.path_values["sessionId"]
        if session not in self._sessions:
            raise RefusedError(_error(404, "not.found", f"There is no session {session}"))
        size = _page_size(request)
        kept = {key: value for key in ("pageSize", "limit", "eventType") if (value := request.query.get(key))}
        if session == ENDLESS_SESSION:
            return Reply.json(200, {"entities": [], "nextUri": _uri(request, kept, after=_cursor(0))})
        return Reply.json(200, self._listing(request, session, size, kept))

    def _listing(self, request: Request, session: str, size: int, kept: dict[str, str]) -> dict[str, Any]:
        kinds = {kind.strip() for kind in request.query.get("eventType", "").split(",") if kind.strip()}
        numbered = [
            (index, event)
            for index, event in enumerate(self._sessions[session])
            if not kinds or event["eventType"] in kinds
        ]
        after, before = (_position(request, name) for name in ("after", "before"))
        if before is not None and after is None:
            page = [pair for pair in numbered if pair[0] < before][-size:]
        else:
            page = [pair for pair in numbered if after is None or pair[0] > after][:size]
        listing: dict[str, Any] = {"entities": [event for _, event in page], "selfUri": _self_uri(request)}
        if page and page[-1] != numbered[-1]:
            listing["nextUri"] = _uri(request, kept, after=_cursor(page[-1][0]))
        if page and page[0] != numbered[0]:
            listing["previousUri"] = _uri(request, kept, before=_cursor(page[0][0]))
        return listing


def _basic_client(request: Request) -> str | None:
    scheme, _, encoded = (request.header("authorization") or "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    known = client in {GENESYS_CLIENT_ID, GENESYS_UNPRIVILEGED_CLIENT_ID}
    return client if known and hmac.compare_digest(secret.encode(), GENESYS_CLIENT_SECRET.encode()) else None


def _page_size(request: Request) -> int:
    for name in ("pageSize", "limit"):
        text = request.query.get(name)
        if text is not None:
            if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MAX_PAGE_SIZE):
                raise RefusedError(
                    _error(400, "invalid.value", f"{name} is a number from 1 to {MAX_PAGE_SIZE}")
                )
            return int(text)
    return DEFAULT_PAGE_SIZE


def _cursor(index: int) -> str:
    return base64.b64encode(CURSOR_MARK + f"{index:05d}".encode()).decode()


def _position(request: Request, name: str) -> int | None:
    text = request.query.get(name)
    if text is None:
        return None
    try:
        raw = base64.b64decode(text, validate=True)
        if not raw.startswith(CURSOR_MARK):
            raise ValueError(text)
        return int(raw.removeprefix(CURSOR_MARK))
    except ValueError:
        raise RefusedError(_error(400, "invalid.value", f"{name} is not a cursor of this listing")) from None


def _self_uri(request: Request) -> str:
    return f"{request.raw_path}?{request.raw_query}" if request.raw_query else request.raw_path


def _uri(request: Request, kept: dict[str, str], **cursor: str) -> str:
    return f"{request.raw_path}?{urlencode(cursor | kept)}"


def _finish(reply: Reply, correlation: str) -> Reply:
    reply.headers["inin-correlation-id"] = correlation
    if reply.status >= 400 and b'"messageWithParams"' in reply.body:
        body = {**json.loads(reply.body), "contextId": correlation}
        return replace(reply, body=json_bytes(body))
    return reply


def _error(status: int, code: str, message: str, **headers: str) -> Reply:
    body = {
        "message": message,
        "code": code,
        "status": status,
        "messageWithParams": message,
        "messageParams": {},
        "details": [],
        "errors": [],
    }
    return Reply.json(status, body, **headers)


def _oauth_error(status: int, kind: str, description: str, **headers: str) -> Reply:
    body = {"error": kind, "description": description, "error_description": description}
    return Reply.json(status, body, **headers)


def _too_many(usage: Usage) -> Reply:
    wait = str(usage.reset_seconds)
    message = f"Rate limit exceeded; retry in {wait} seconds"
    return _error(429, "too.many.requests", message, **{"retry-after": wait})
