"""
Keep one access token for all threads and tasks of a client.

Only one token request is under way at a time; whoever comes meanwhile waits for its outcome,
success or failure. The decisions are in `TokenBox`; `_auth` does the sending and waiting.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, Final, TypeGuard, cast

import httpx
from attrs import frozen
from genesys_journey_openapi._runtime.errors import CallInfo, ResponseDecodeError, status_error_class
from genesys_journey_openapi._runtime.failures import AUXILIARY
from genesys_journey_openapi._runtime.ratelimit import parse_retry_after
from genesys_journey_openapi._runtime.redact import Secret, scrub, scrub_json, sent_secrets

from ._profile import read_error

__all__ = ["TOKEN_REQUEST", "Token", "TokenBox", "fresh", "read_token"]

TOKEN_REQUEST: Final = CallInfo("oauth/token", "POST", "/oauth/token")

_LONGEST_MARGIN = 60.0
_SHORTEST_LIFETIME = 1.0
_LONGEST_LIFETIME = 1e11


@frozen
class Token:
    """
    An access token.

    Args:
        value: The token.
        renew_at: When to get the next one, by the monotonic clock.
        expires_at: When the server stops taking it.
    """

    value: Secret
    renew_at: float
    expires_at: float


class TokenBox:
    """
    Hold the token and remember how the last request for one ended.

    Args:
        monotonic: Seconds of a clock that never jumps.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._token: Token | None = None
        self._failure: Exception | None = None
        self.rounds = 0
        """How many token requests have ended, well or badly."""

    def current(self, refused: Token | None = None) -> Token | None:
        """Return a token that needs no renewal and is not the one the API just refused."""
        token = self._token
        if token is None or token is refused or self._monotonic() >= token.renew_at:
            return None
        return token

    def usable(self, refused: Token | None = None) -> Token | None:
        """Return a token that still works although it is time to renew it."""
        token = self._token
        if token is None or token is refused or self._monotonic() >= token.expires_at:
            return None
        return token

    def store(self, token: Token) -> None:
        """Keep a new token."""
        self._token = token
        self._failure = None
        self.rounds += 1

    def fail(self, error: Exception) -> None:
        """Remember why the last request brought no token, without the frames it came through."""
        self._failure = fresh(error)
        self.rounds += 1

    def failure_since(self, rounds: int) -> Exception | None:
        """Return the failure of a request that ended after a caller began to wait for it."""
        return self._failure if self.rounds != rounds else None


def fresh(error: Exception) -> Exception:
    """Return the same error without traceback; every waiter gets one of its own."""
    if isinstance(error, httpx.RequestError):
        # Not the request itself: it carries the client secret.
        request = httpx.Request(error.request.method, error.request.url, extensions={AUXILIARY: True})
        return type(error)(str(error), request=request)
    return copy.copy(error)


def read_token(response: httpx.Response, now: float, wall: float, client_secret: Secret) -> Token:
    """
    Read the answer of the token endpoint.

    Args:
        response: The answer, read whole.
        now: The monotonic clock.
        wall: Seconds since 1970.
        client_secret: Kept out of messages.

    Raises:
        StatusError: The endpoint refused; 400 and 401 mean wrong credentials.
        ResponseDecodeError: The answer has no token in it. Its body is not kept.
    """
    headers = {name.lower(): value for name, value in response.headers.items()}
    if not response.is_success:
        raise _refusal(response, headers, wall, client_secret)
    try:
        body: Any = response.json()
    except (ValueError, RecursionError):
        body = None
    members = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
    value, lifetime = members.get("access_token"), members.get("expires_in")
    if not _is_token(value) or not isinstance(lifetime, int | float) or not 0 < lifetime < _LONGEST_LIFETIME:
        raise ResponseDecodeError(
            "the token endpoint answered without access_token and expires_in",
            status_code=response.status_code,
            headers=headers,
            request=TOKEN_REQUEST,
        )
    seconds = max(float(lifetime), _SHORTEST_LIFETIME)
    margin = min(_LONGEST_MARGIN, seconds / 10)
    return Token(Secret(value), renew_at=now + seconds - margin, expires_at=now + seconds)


def _is_token(value: Any) -> TypeGuard[str]:
    # Anything else would break the header it goes into, and be shown by the error about that.
    return isinstance(value, str) and value.isascii() and value.isprintable() and value.strip() != ""


def _refusal(
    response: httpx.Response, headers: dict[str, str], wall: float, client_secret: Secret
) -> Exception:
    try:
        body: Any = response.json()
    except (ValueError, RecursionError):
        body = None
    secrets = (client_secret.reveal(), *sent_secrets(response.request))
    body = scrub_json(body, secrets)
    info = read_error(response.status_code, body)
    reason = info.message or "the token endpoint refused"
    message = f"no access token: {reason}" + (f" [code {info.code}]" if info.code else "")
    if response.status_code in {400, 401}:
        message += "; check client_id, client_secret and region"
    return status_error_class(response.status_code)(
        scrub(message, secrets),
        status_code=response.status_code,
        body=body,
        info=info,
        retry_after=parse_retry_after(headers.get("retry-after"), wall),
        headers={name: scrub(value, secrets) for name, value in headers.items()},
        request_id=scrub(headers.get("inin-correlation-id", ""), secrets) or None,
        request=TOKEN_REQUEST,
    )
