"""
One call from the first attempt to the result, without any I/O.

The sync and the async client own the same small loop: ask for a request, send it, hand back what
came of it, wait if told to. Everything that is decided on the way is decided here, once.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Mapping
from random import random as system_random
from time import monotonic, time
from typing import Any, Generic, TypeVar

import httpx
from attrs import field, frozen

from .errors import (
    ConnectionFailedError,
    DeadlineExceededError,
    InvalidArgumentError,
    RequestTimeoutError,
    ResponseDecodeError,
    StatusError,
    TLSError,
    TransportError,
    status_error_class,
)
from .operation import Operation, RequestParts
from .options import Attempt, Settings
from .profile import Profile
from .ratelimit import RateLimit, parse_retry_after, read_rate_limits
from .redact import QuietURL, scrub, scrub_bytes, scrub_json
from .response import Response
from .retry import Reach, Situation, retry_delay

__all__ = ["AUXILIARY", "Environment", "Exchange", "Wait"]

T = TypeVar("T")

AUXILIARY = "kit.auxiliary"
"""Marks a request that prepares the call, such as a token request, in `httpx.Request.extensions`."""

_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_POINTLESS = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.TooManyRedirects)


@frozen(kw_only=True)
class Environment:
    """
    Time and chance, so that tests can stand in for them.

    Args:
        monotonic: Seconds of a clock that never jumps.
        time: Seconds since 1970.
        random: A number from 0 up to 1.
    """

    monotonic: Callable[[], float] = monotonic
    time: Callable[[], float] = time
    random: Callable[[], float] = system_random


@frozen
class Wait:
    """Tell the loop to wait this many seconds and try again."""

    seconds: float


@frozen(kw_only=True)
class _Answer:
    status_code: int
    headers: Mapping[str, str]
    content: bytes
    request_id: str | None
    rate_limits: tuple[RateLimit, ...] = field(repr=False)


class Exchange(Generic[T]):
    """
    Carry one call through its attempts.

    Args:
        operation: What is called.
        parts: The encoded request.
        base_url: Scheme, host and path prefix, without a trailing slash.
        settings: The settings of this call.
        profile: The vendor's habits.
        environment: Time and chance.
    """

    def __init__(
        self,
        operation: Operation[T],
        parts: RequestParts,
        *,
        base_url: str,
        settings: Settings,
        profile: Profile,
        environment: Environment,
    ) -> None:
        self.settings = settings
        self._operation = operation
        self._parts = parts
        self._url = httpx.URL(base_url + parts.target)
        self._profile = profile
        self._environment = environment
        self._attempts = 0
        self._began = environment.monotonic()
        self._attempt_began = self._began

    # -- before sending

    def next_request(self) -> httpx.Request:
        """
        Return the request of the next attempt; it is signed by the auth hook while being sent.

        Raises:
            DeadlineExceededError: No time is left.
        """
        self._attempts += 1
        self._attempt_began = self._environment.monotonic()
        headers = {
            "accept": "application/json",
            "accept-encoding": "gzip, deflate",
            "user-agent": self._profile.user_agent,
            **self._profile.headers,
        }
        if self._parts.content is not None:
            headers["content-type"] = "application/json"
        headers |= {name.lower(): value for name, value in self._parts.headers.items()}
        headers |= {name.lower(): value for name, value in self.settings.headers.items()}
        try:
            request = httpx.Request(
                self._operation.method,
                self._url,
                headers=headers,
                content=self._parts.content,
                extensions={"timeout": self._step_timeouts()},
            )
        except UnicodeEncodeError:
            raise InvalidArgumentError("headers must be ASCII", request=self._operation.info) from None
        request.url = QuietURL(request.url)
        return request

    def remaining(self) -> float | None:
        """Return the seconds left of the deadline, ``None`` without one."""
        if self.settings.deadline is None:
            return None
        return self._began + self.settings.deadline - self._environment.monotonic()

    def check_deadline(self) -> None:
        """
        Stop a body that keeps dripping in after the deadline.

        Raises:
            DeadlineExceededError: No time is left.
        """
        remaining = self.remaining()
        if remaining is not None and remaining <= 0:
            raise self._deadline_error()

    def _deadline_error(self) -> DeadlineExceededError:
        return DeadlineExceededError(
            f"no complete answer within the deadline of {self.settings.deadline} s",
            request=self._operation.info,
            attempts=self._attempts,
        )

    def _step_timeouts(self) -> dict[str, float | None]:
        steps = self.settings.timeout.as_dict()
        remaining = self.remaining()
        if remaining is None:
            return steps
        if remaining <= 0:
            raise self._deadline_error()
        return {name: remaining if step is None else min(step, remaining) for name, step in steps.items()}

    # -- after sending

    def failed(self, error: httpx.HTTPError | httpx.InvalidURL) -> Wait:
        """
        Take an attempt without a complete answer; return how long to wait for the next.

        Raises:
            TransportError: There is no next attempt.
        """
        translated = self._translate(error)
        wait = self._delay(self._situation(reach=_reach(error, translated)))
        self._report(type(error).__name__, wait, None)
        if wait is None:
            raise translated from error
        return wait

    def refused(self, error: StatusError) -> Wait:
        """
        Take a refusal of a preparing request (a token request); return how long to wait.

        Raises:
            StatusError: There is no next attempt.
        """
        wait = self._delay(
            self._situation(status=error.status_code, server_wait=error.retry_after, idempotent=True)
        )
        self._report(f"status {error.status_code}", wait, error.status_code)
        if wait is None:
            error.attempts = self._attempts
            raise error
        return wait

    def answered(self, status_code: int, headers: httpx.Headers, content: bytes) -> Response[T] | Wait:
        """
        Take a complete answer; return the result or how long to wait for the next attempt.

        Raises:
            StatusError: The server refused and there is no next attempt.
            ResponseDecodeError: The answer is not what the operation returns.
        """
        plain = {name.lower(): value for name, value in headers.items()}
        answer = _Answer(
            status_code=status_code,
            headers=plain,
            content=content,
            request_id=next((plain[n] for n in self._profile.request_id_headers if n in plain), None),
            rate_limits=read_rate_limits(plain, self._profile.rate_limit_headers, self._environment.time()),
        )
        if 200 <= status_code <= 299:
            response = self._success(answer)
            self._report("ok", None, status_code)
            return response
        error = self._status_error(answer)
        wait = self._delay(
            self._situation(
                status=status_code, server_wait=self._server_wait(answer, error), final=error.info.final
            )
        )
        self._report(f"status {status_code}", wait, status_code)
        if wait is None:
            raise error
        return wait

    def too_large(self, status_code: int, headers: httpx.Headers, content: bytes) -> ResponseDecodeError:
        """Return the error for a body over the allowed size; what was read of it is kept."""
        return self._decode_error(
            f"the body is larger than max_response_bytes={self.settings.max_response_bytes}",
            status_code=status_code,
            headers={name.lower(): value for name, value in headers.items()},
            content=content,
        )

    def not_unpacked(self, status_code: int, headers: httpx.Headers) -> ResponseDecodeError:
        """Return the error for a body whose compression is broken."""
        return self._decode_error(
            f"the body is not valid {headers.get('content-encoding', 'compressed')} data",
            status_code=status_code,
            headers={name.lower(): value for name, value in headers.items()},
            content=b"",
        )

    # -- results and errors

    def _success(self, answer: _Answer) -> Response[T]:
        operation = self._operation
        parsed: Any = None
        if operation.decode is not None and (answer.content or not operation.may_be_empty):
            try:
                parsed = operation.decode(json.loads(answer.content))
            except (ValueError, TypeError, RecursionError) as error:
                raise self._decode_error(
                    _describe_mismatch(answer, error),
                    status_code=answer.status_code,
                    headers=answer.headers,
                    content=answer.content,
                    request_id=answer.request_id,
                    rate_limits=answer.rate_limits,
                ) from None
        return Response(
            parsed=parsed,
            status_code=answer.status_code,
            headers=answer.headers,
            content=answer.content,
            request=operation.info,
            request_id=answer.request_id,
            rate_limits=answer.rate_limits,
            elapsed=self._environment.monotonic() - self._began,
            attempts=self._attempts,
        )

    def _decode_error(self, message: str, *, content: bytes, **details: Any) -> ResponseDecodeError:
        return ResponseDecodeError(
            message,
            content=scrub_bytes(content, self._parts.secrets),
            request=self._operation.info,
            attempts=self._attempts,
            **details,
        )

    def _status_error(self, answer: _Answer) -> StatusError:
        secrets = self._parts.secrets
        body = scrub_json(_read_body(answer.content), secrets)
        info = self._profile.read_error(answer.status_code, body)
        message = info.message or (body if isinstance(body, str) else None) or _reason(answer.status_code)
        if 300 <= answer.status_code <= 399:
            message = "redirects are not followed; check base_url"
        if info.code is not None:
            message = f"{message} [code {info.code}]"
        return status_error_class(answer.status_code)(
            scrub(message, secrets),
            status_code=answer.status_code,
            body=body,
            info=info,
            retry_after=parse_retry_after(answer.headers.get("retry-after"), self._environment.time()),
            headers=answer.headers,
            content=scrub_bytes(answer.content, secrets),
            request_id=answer.request_id,
            rate_limits=answer.rate_limits,
            request=self._operation.info,
            attempts=self._attempts,
        )

    def _server_wait(self, answer: _Answer, error: StatusError) -> float | None:
        # The vendor's own reset header stands in where a 429 comes without Retry-After.
        if error.retry_after is None and answer.status_code == 429:
            now = self._environment.time()
            waits = [limit.reset.timestamp() - now for limit in answer.rate_limits if limit.remaining == 0]
            error.retry_after = max([*waits, 0.0]) if waits else None
        return error.retry_after

    def _translate(self, error: httpx.HTTPError | httpx.InvalidURL) -> TransportError:
        info, attempts = self._operation.info, self._attempts
        message = scrub(f"{type(error).__name__}: {error}", self._parts.secrets)
        if isinstance(error, httpx.TimeoutException):
            remaining = self.remaining()
            if remaining is not None and remaining <= 0:
                return self._deadline_error()
            return RequestTimeoutError(f"{type(error).__name__}: timed out", request=info, attempts=attempts)
        if _caused_by_tls(error):
            return TLSError(message, request=info, attempts=attempts)
        return ConnectionFailedError(message, request=info, attempts=attempts)

    # -- retrying

    def _situation(self, *, idempotent: bool | None = None, **known: Any) -> Situation:
        return Situation(
            attempts=self._attempts,
            max_retries=self.settings.max_retries,
            idempotent=self._operation.idempotent if idempotent is None else idempotent,
            remaining=self.remaining(),
            **known,
        )

    def _delay(self, situation: Situation) -> Wait | None:
        delay = retry_delay(situation, self._environment.random)
        return None if delay is None else Wait(delay)

    def _report(self, reason: str, wait: Wait | None, status_code: int | None) -> None:
        attempt = Attempt(
            number=self._attempts,
            operation=self._operation.name,
            reason=reason,
            delay=wait.seconds if wait else None,
            status_code=status_code,
            elapsed=self._environment.monotonic() - self._attempt_began,
        )
        logger = self._profile.logger
        if logger.isEnabledFor(10):
            fields = {"method": self._operation.method, "path": self._operation.path, "reason": reason}
            logger.debug(
                "attempt.finished %s %s attempt=%d %s",
                self._operation.method,
                self._operation.path,
                self._attempts,
                reason,
                extra={"event": "attempt.finished", "attempt": self._attempts, **fields},
            )
        if self.settings.on_attempt is not None:
            self.settings.on_attempt(attempt)


def _reach(error: httpx.HTTPError | httpx.InvalidURL, translated: Exception) -> Reach:
    if isinstance(error, _POINTLESS) or isinstance(translated, TLSError | DeadlineExceededError):
        return "never"
    if isinstance(error, _UNSENT):
        return "unsent"
    if isinstance(error, httpx.RequestError) and error.request.extensions.get(AUXILIARY):
        return "unsent"
    return "unknown"


def _caused_by_tls(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def _read_body(content: bytes) -> Any:
    if not content.strip():
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return content.decode("utf-8", "replace")


def _reason(status_code: int) -> str:
    phrase = httpx.codes.get_reason_phrase(status_code)
    return phrase or "the server gave no reason"


def _describe_mismatch(answer: _Answer, error: Exception) -> str:
    if not answer.content.strip():
        return "the answer has no body"
    kind = answer.headers.get("content-type", "no content type")
    if "json" not in kind:
        return f"the answer is not JSON but {kind}"
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return "the answer is not valid JSON"
    return str(error) if not isinstance(error, RecursionError) else "the answer is nested too deeply"
