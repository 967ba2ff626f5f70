"""
One call while it is under way: what it sends, and what has become of its attempts so far.

No I/O and no decisions here; those are in `exchange`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import httpx

from .budget import TimeBudget
from .environment import Environment
from .events import is_logged, log_attempt
from .operation import Operation, RequestParts
from .options import Attempt, Settings
from .outgoing import Common, next_request
from .profile import Profile
from .ratelimit import RateLimit, read_rate_limits
from .redact import scrub, sent_secrets

__all__ = ["Call"]

T = TypeVar("T")

_LONGEST_REQUEST_ID = 64


class Call(Generic[T]):
    """
    The state of one call.

    Args:
        operation: What is called.
        parts: The encoded request.
        common: What all requests of the client have in common.
        settings: The settings of this call.
        profile: The vendor's habits.
        environment: Time and chance.
    """

    def __init__(
        self,
        operation: Operation[T],
        parts: RequestParts,
        *,
        common: Common,
        settings: Settings,
        profile: Profile,
        environment: Environment,
    ) -> None:
        self.operation = operation
        self.settings = settings
        self.profile = profile
        self.environment = environment
        self.attempts = 0
        """How many times the request was sent, or is being sent."""
        self.time = TimeBudget(settings.deadline, settings.timeout, operation.info, environment.monotonic)
        """What is left of the deadline."""
        self._parts = parts
        self._common = common
        self._attempt_began = self.time.began
        self._request: httpx.Request | None = None
        path, _, query = parts.target.partition("?")
        self.path = path
        self.url = common.url(path, query)
        """Where the request goes, without what the auth hook adds."""

    @property
    def buckets(self) -> tuple[str, ...]:
        """The rate-limit budgets that the call counts against."""
        families = self.profile.rate_limit_headers
        names = (family.bucket_of(self.operation.name, self.path) for family in families)
        return tuple(name for name in names if name is not None)

    def next_request(self) -> httpx.Request:
        """
        Return the request of the next attempt; it is signed by the auth hook while being sent.

        Raises:
            DeadlineExceededError: No time is left.
        """
        self.attempts += 1
        self._attempt_began = self.environment.monotonic()
        timeout = self.time.steps(self.attempts)
        self._request = request = next_request(
            self.operation.method, self.url, self._common, self._parts, self.settings.headers, timeout
        )
        return request

    def check_deadline(self) -> None:
        """
        Stop a body that keeps dripping in; an async call is cancelled instead.

        Raises:
            DeadlineExceededError: No time is left.
        """
        self.time.check(self.attempts)

    def check_wait(self, seconds: float) -> None:
        """
        Refuse to begin a wait for the limiter that would outlast the deadline.

        Raises:
            DeadlineExceededError: There is not enough time left.
        """
        self.time.check_wait(seconds, self.attempts)

    def limits(self, headers: Mapping[str, str]) -> tuple[RateLimit, ...]:
        """Return the rate limits that response headers describe."""
        return read_rate_limits(
            headers,
            self.profile.rate_limit_headers,
            self.environment.time(),
            operation=self.operation.name,
            path=self.path,
        )

    def request_id(self, headers: Mapping[str, str]) -> str | None:
        """Return the vendor's id of the request."""
        for name in self.profile.request_id_headers:
            if name in headers:
                found = headers[name]
                # An id is short; a long text may be anything, for example an echo of the request.
                return found if len(found) <= _LONGEST_REQUEST_ID else scrub(found, self.secrets())
        return None

    def secrets(self) -> tuple[str, ...]:
        """Return what must not be shown although a server may have echoed it."""
        sent = sent_secrets(self._request) if self._request is not None else ()
        return (*self._parts.secrets, *self.settings.private_values(), *sent)

    def report(
        self,
        reason: str,
        delay: float | None = None,
        status_code: int | None = None,
        request_id: str | None = None,
    ) -> None:
        """Tell the log and the caller's hook what became of an attempt."""
        hook = self.settings.on_attempt
        if hook is None and not is_logged(self.profile.logger, delay):
            return
        attempt = Attempt(
            number=self.attempts,
            operation=self.operation.name,
            reason=reason,
            delay=delay,
            status_code=status_code,
            elapsed=self.environment.monotonic() - self._attempt_began,
        )
        log_attempt(self.profile.logger, self.operation.info, attempt, request_id)
        if hook is not None:
            hook(attempt)
