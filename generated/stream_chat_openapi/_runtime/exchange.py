"""
One call from the first attempt to the result, without any I/O.

The sync and the async client own the same small loop: ask for a request, send it, hand back what
came of it, wait if told to. Everything that is decided on the way is decided here, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import httpx
from attrs import frozen

from .body import Received
from .call import Call
from .errors import DeadlineExceededError, ResponseDecodeError, StatusError
from .failures import describe_mismatch, reach_of
from .faults import decode_error, translated
from .jsontext import loads
from .ratelimit import RateLimit
from .redact import quiet_url
from .refusals import Answer, status_error
from .response import Response
from .retry import Situation, retry_delay

__all__ = ["Exchange", "Wait"]

T = TypeVar("T")


@frozen
class Wait:
    """Tell the loop to wait this many seconds and try again."""

    seconds: float


class Exchange(Call[T]):
    """Carry one call through its attempts; the arguments are those of `Call`."""

    _lost_answer = False

    def expired(self) -> DeadlineExceededError:
        """Return the error for a call that was stopped at its deadline."""
        self.report("deadline")
        return self.time.exceeded(self.attempts)

    def failed(self, error: httpx.HTTPError | httpx.InvalidURL) -> Wait:
        """
        Take an attempt without a complete answer; return how long to wait for the next.

        Raises:
            TransportError: There is no next attempt.
        """
        ours = translated(self, error)
        reach = reach_of(error, ours)
        self._lost_answer = self._lost_answer or reach == "unknown"
        delay = self._delay(reach=reach)
        self.report(type(error).__name__, delay)
        if delay is None:
            if isinstance(error, httpx.RequestError):
                # The error goes on as the cause; the request in it is signed.
                error.request = httpx.Request(self.operation.method, quiet_url(self.url, "/", None))
            raise ours from error
        return Wait(delay)

    def refused(self, error: StatusError) -> Wait:
        """
        Take a refusal of a preparing request (a token request); return how long to wait.

        Raises:
            StatusError: There is no next attempt.
        """
        delay = self._delay(status=error.status_code, server_wait=error.retry_after, idempotent=True)
        self.report(f"status {error.status_code}", delay, error.status_code)
        if delay is None:
            error.attempts = self.attempts
            raise error
        return Wait(delay)

    def counted(self, error: ResponseDecodeError) -> ResponseDecodeError:
        """Return an error, maybe that of a preparing request, with the attempts of this call."""
        error.attempts = self.attempts
        return error

    def received(self, received: Received, status_code: int, headers: Mapping[str, str]) -> bytes:
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
        raise decode_error(
            self,
            message,
            status_code=status_code,
            headers=headers,
            content=received.content,
        )

    def answered(
        self, status_code: int, headers: Mapping[str, str], content: bytes, limits: tuple[RateLimit, ...]
    ) -> Response[T] | Wait:
        """
        Take a complete answer; return the result or how long to wait for the next attempt.

        Args:
            status_code: The HTTP status.
            headers: The headers, their names in lower case.
            content: The unpacked body.
            limits: The rate limits that the headers describe.

        Raises:
            StatusError: The server refused and there is no next attempt.
            ResponseDecodeError: The answer is not what the operation returns.
        """
        answer = Answer(
            status_code=status_code,
            headers=headers,
            content=content,
            request_id=self.request_id(headers),
            rate_limits=limits,
        )
        if 200 <= status_code <= 299 or self._is_already_gone(status_code):
            response = self._success(answer)
            self.report("ok", None, status_code, answer.request_id)
            return response
        self._lost_answer = self._lost_answer or status_code >= 500
        now = self.environment.time()
        error = status_error(answer, self.profile, self.secrets(), self.operation.info, self.attempts, now)
        delay = self._delay(status=status_code, server_wait=error.retry_after, final=error.info.final)
        self.report(f"status {status_code}", delay, status_code, answer.request_id)
        if delay is None:
            raise error
        return Wait(delay)

    def _success(self, answer: Answer) -> Response[T]:
        operation = self.operation
        parsed: Any = None
        problem: str | None = None
        if operation.decode is None:
            if answer.status_code // 100 == 2 and "html" in answer.headers.get("content-type", ""):
                problem = "the answer is an HTML page, not the empty one expected"
        elif answer.content or not operation.may_be_empty:
            try:
                parsed = operation.decode(loads(answer.content))
            except (ValueError, TypeError, RecursionError) as error:
                problem = describe_mismatch(answer.content, answer.headers.get("content-type"), error)
        if problem is not None:
            # Raised out here: the error of the parser carries the whole body, unscrubbed.
            raise decode_error(
                self,
                problem,
                status_code=answer.status_code,
                headers=answer.headers,
                content=answer.content,
                request_id=answer.request_id,
                rate_limits=answer.rate_limits,
            )
        return Response(
            parsed=parsed,
            status_code=answer.status_code,
            headers=answer.headers,
            content=answer.content,
            request=operation.info,
            request_id=answer.request_id,
            rate_limits=answer.rate_limits,
            elapsed=self.time.elapsed,
            attempts=self.attempts,
        )

    def _is_already_gone(self, status_code: int) -> bool:
        # An earlier attempt may have deleted it although its answer was lost.
        operation = self.operation
        return (
            status_code == 404
            and self._lost_answer
            and operation.method == "DELETE"
            and operation.decode is None
        )

    def _delay(self, *, idempotent: bool | None = None, **known: Any) -> float | None:
        situation = Situation(
            attempts=self.attempts,
            max_retries=self.settings.max_retries,
            idempotent=self.operation.idempotent if idempotent is None else idempotent,
            remaining=self.time.remaining(),
            **known,
        )
        return retry_delay(situation, self.environment.random)
