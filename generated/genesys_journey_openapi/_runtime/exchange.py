"""
One call from the first attempt to the result, without any I/O.

The sync and the async client own the same small loop: ask for a request, send it, hand back what
came of it, wait if told to. Everything that is decided on the way is decided here, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import httpx
from attrs import frozen

from .body import Received
from .budget import TimeBudget
from .environment import Environment
from .errors import (
    ConnectionFailedError,
    DeadlineExceededError,
    RequestTimeoutError,
    ResponseDecodeError,
    StatusError,
    TLSError,
    TransportError,
)
from .events import log_attempt
from .failures import caused_by_tls, describe_mismatch, reach_of
from .jsontext import loads
from .operation import Operation, RequestParts
from .options import Attempt, Settings
from .profile import Profile
from .ratelimit import RateLimit, read_rate_limits
from .redact import quiet_url, scrub, scrub_bytes, sent_secrets
from .refusals import Answer, status_error
from .response import Response
from .retry import Situation, retry_delay

__all__ = ["Exchange", "Wait"]

T = TypeVar("T")

_LONGEST_REQUEST_ID = 64


@frozen
class Wait:
    """Tell the loop to wait this many seconds and try again."""

    seconds: float


class Exchange(Generic[T]):
    """
    Carry one call through its attempts.

    Args:
        operation: What is called.
        parts: The encoded request.
        base_url: Scheme, host and path prefix.
        settings: The settings of this call.
        profile: The vendor's habits.
        environment: Time and chance.
    """

    def __init__(
        self,
        operation: Operation[T],
        parts: RequestParts,
        *,
        base_url: httpx.URL,
        settings: Settings,
        profile: Profile,
        environment: Environment,
    ) -> None:
        self.settings = settings
        self._operation = operation
        self._parts = parts
        self._profile = profile
        self._environment = environment
        self._attempts = 0
        self.time = TimeBudget(settings.deadline, settings.timeout, operation.info, environment.monotonic)
        """What is left of the deadline."""
        self._attempt_began = environment.monotonic()
        self._lost_answer = False
        self._request: httpx.Request | None = None
        families = profile.rate_limit_headers
        path, _, query = parts.target.partition("?")
        self._url = quiet_url(base_url, base_url.raw_path.decode("ascii").rstrip("/") + path, query)
        names = (family.bucket_of(operation.name, path) for family in families)
        self.buckets = tuple(name for name in names if name is not None)
        """The rate-limit budgets that the call counts against."""
        self._path = path

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
        request = httpx.Request(
            self._operation.method,
            self._url,
            headers=headers,
            content=self._parts.content,
            extensions={"timeout": self.time.steps(self._attempts)},
        )
        request.url = self._url
        self._request = request
        return request

    def check_deadline(self) -> None:
        """
        Stop a body that keeps dripping in; an async call is cancelled instead.

        Raises:
            DeadlineExceededError: No time is left.
        """
        self.time.check(self._attempts)

    def check_wait(self, seconds: float) -> None:
        """
        Refuse to begin a wait for the limiter that would outlast the deadline.

        Raises:
            DeadlineExceededError: There is not enough time left.
        """
        self.time.check_wait(seconds, self._attempts)

    def limits(self, headers: httpx.Headers) -> tuple[RateLimit, ...]:
        """Return the rate limits that response headers describe."""
        return read_rate_limits(
            headers,
            self._profile.rate_limit_headers,
            self._environment.time(),
            operation=self._operation.name,
            path=self._path,
        )

    def expired(self) -> DeadlineExceededError:
        """Return the error for a call that was stopped at its deadline."""
        self._report("deadline", None, None)
        return self.time.exceeded(self._attempts)

    # -- after sending

    def failed(self, error: httpx.HTTPError | httpx.InvalidURL) -> Wait:
        """
        Take an attempt without a complete answer; return how long to wait for the next.

        Raises:
            TransportError: There is no next attempt.
        """
        translated = self._translate(error)
        reach = reach_of(error, translated)
        self._lost_answer = self._lost_answer or reach == "unknown"
        wait = self._delay(self._situation(reach=reach))
        self._report(type(error).__name__, wait, None)
        if wait is None:
            if isinstance(error, httpx.RequestError):
                # The error goes on as the cause; the request in it is signed.
                error.request = httpx.Request(self._operation.method, quiet_url(self._url, "/", None))
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
        answer = Answer(
            status_code=status_code,
            headers=plain,
            content=content,
            request_id=self._request_id(plain),
            rate_limits=self.limits(headers),
        )
        if 200 <= status_code <= 299 or self._is_already_gone(status_code):
            response = self._success(answer)
            self._report("ok", None, status_code, answer.request_id)
            return response
        self._lost_answer = self._lost_answer or status_code >= 500
        error = status_error(
            answer,
            self._profile,
            self._secrets(),
            self._operation.info,
            self._attempts,
            self._environment.time(),
        )
        wait = self._delay(
            self._situation(status=status_code, server_wait=error.retry_after, final=error.info.final)
        )
        self._report(f"status {status_code}", wait, status_code, answer.request_id)
        if wait is None:
            raise error
        return wait

    def _request_id(self, headers: Mapping[str, str]) -> str | None:
        for name in self._profile.request_id_headers:
            if name in headers:
                found = headers[name]
                # An id is short; a long text may be anything, for example an echo of the request.
                return found if len(found) <= _LONGEST_REQUEST_ID else scrub(found, self._secrets())
        return None

    def _is_already_gone(self, status_code: int) -> bool:
        # An earlier attempt may have deleted it although its answer was lost.
        operation = self._operation
        return (
            status_code == 404
            and self._lost_answer
            and operation.method == "DELETE"
            and operation.decode is None
        )

    def received(self, received: Received, status_code: int, headers: httpx.Headers) -> bytes:
        """
        Take a body, or what could be read of it.

        A refusal is told by its status; of a success the missing part may be the important one.

        Raises:
            ResponseDecodeError: A success is too large or cannot be unpacked.
        """
        if received.problem is None or status_code // 100 != 2:
            return received.content
        if received.problem == "too large":
            message = f"the body is larger than max_response_bytes={self.settings.max_response_bytes}"
        else:
            message = f"the body is not valid {headers.get('content-encoding')} data"
        raise self._decode_error(
            message,
            status_code=status_code,
            headers={name.lower(): value for name, value in headers.items()},
            content=received.content,
        )

    def counted(self, error: ResponseDecodeError) -> ResponseDecodeError:
        """Return an error, maybe that of a preparing request, with the attempts of this call."""
        error.attempts = self._attempts
        return error

    # -- results and errors

    def _secrets(self) -> tuple[str, ...]:
        sent = sent_secrets(self._request) if self._request is not None else ()
        return (*self._parts.secrets, *self.settings.private_values(), *sent)

    def _success(self, answer: Answer) -> Response[T]:
        operation = self._operation
        parsed: Any = None
        if operation.decode is None:
            if answer.status_code // 100 == 2 and "html" in answer.headers.get("content-type", ""):
                raise self._mismatch(answer, "the answer is an HTML page, not the empty one expected")
        elif answer.content or not operation.may_be_empty:
            problem: str | None = None
            try:
                parsed = operation.decode(loads(answer.content))
            except (ValueError, TypeError, RecursionError) as error:
                problem = describe_mismatch(answer.content, answer.headers.get("content-type"), error)
            if problem is not None:
                # Raised out here: the error of the parser carries the whole body, unscrubbed.
                raise self._mismatch(answer, problem)
        return Response(
            parsed=parsed,
            status_code=answer.status_code,
            headers=answer.headers,
            content=answer.content,
            request=operation.info,
            request_id=answer.request_id,
            rate_limits=answer.rate_limits,
            elapsed=self.time.elapsed,
            attempts=self._attempts,
        )

    def _mismatch(self, answer: Answer, message: str) -> ResponseDecodeError:
        return self._decode_error(
            message,
            status_code=answer.status_code,
            headers=answer.headers,
            content=answer.content,
            request_id=answer.request_id,
            rate_limits=answer.rate_limits,
        )

    def _decode_error(
        self, message: str, *, content: bytes, headers: Mapping[str, str], **details: Any
    ) -> ResponseDecodeError:
        self._report("decode error", None, details["status_code"], details.get("request_id"))
        secrets = self._secrets()
        return ResponseDecodeError(
            scrub(message, secrets),
            content=scrub_bytes(content, secrets),
            headers={name: scrub(value, secrets) for name, value in headers.items()},
            request=self._operation.info,
            attempts=self._attempts,
            **details,
        )

    def _translate(self, error: httpx.HTTPError | httpx.InvalidURL) -> TransportError:
        info, attempts = self._operation.info, self._attempts
        message = scrub(f"{type(error).__name__}: {error}", self._secrets())
        if isinstance(error, httpx.LocalProtocolError):
            message = "LocalProtocolError: the request cannot be written"  # its text quotes the request
        if isinstance(error, httpx.TimeoutException):
            if self.time.is_over:
                return self.time.exceeded(attempts)
            return RequestTimeoutError(f"{type(error).__name__}: timed out", request=info, attempts=attempts)
        if caused_by_tls(error):
            return TLSError(message, request=info, attempts=attempts)
        return ConnectionFailedError(message, request=info, attempts=attempts)

    # -- retrying

    def _situation(self, *, idempotent: bool | None = None, **known: Any) -> Situation:
        return Situation(
            attempts=self._attempts,
            max_retries=self.settings.max_retries,
            idempotent=self._operation.idempotent if idempotent is None else idempotent,
            remaining=self.time.remaining(),
            **known,
        )

    def _delay(self, situation: Situation) -> Wait | None:
        delay = retry_delay(situation, self._environment.random)
        return None if delay is None else Wait(delay)

    def _report(
        self, reason: str, wait: Wait | None, status_code: int | None, request_id: str | None = None
    ) -> None:
        attempt = Attempt(
            number=self._attempts,
            operation=self._operation.name,
            reason=reason,
            delay=wait.seconds if wait else None,
            status_code=status_code,
            elapsed=self._environment.monotonic() - self._attempt_began,
        )
        log_attempt(self._profile.logger, self._operation.info, attempt, request_id)
        if self.settings.on_attempt is not None:
            self.settings.on_attempt(attempt)
