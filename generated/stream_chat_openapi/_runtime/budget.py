"""How much time a call has left."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from .errors import CallInfo, DeadlineExceededError

__all__ = ["TimeBudget"]


class TimeBudget:
    """
    The deadline of one call, which begins now.

    Args:
        deadline: Seconds for the whole call; ``None`` for no limit beside the steps' timeouts.
        timeout: Seconds for each step of an attempt.
        call: The call, for errors.
        monotonic: Seconds of a clock that never jumps.
    """

    def __init__(
        self, deadline: float | None, timeout: httpx.Timeout, call: CallInfo, monotonic: Callable[[], float]
    ) -> None:
        self._deadline = deadline
        self._timeout = timeout
        self._call = call
        self._monotonic = monotonic
        self.began = monotonic()
        """When the call began."""

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self._monotonic() - self.began

    @property
    def end(self) -> float | None:
        """When the time is up by the monotonic clock, ``None`` without a deadline."""
        return None if self._deadline is None else self.began + self._deadline

    def remaining(self) -> float | None:
        """Return the seconds left, ``None`` without a deadline."""
        return None if self._deadline is None else self._deadline - self.elapsed

    @property
    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return self._deadline is not None and self.elapsed >= self._deadline

    def steps(self, attempts: int) -> dict[str, float | None]:
        """
        Return the timeout of each step, none of them longer than what is left.

        Raises:
            DeadlineExceededError: Nothing is left.
        """
        self.check(attempts)
        left = self.remaining()
        steps = self._timeout.as_dict()
        if left is None:
            return steps
        return {name: left if step is None else min(step, left) for name, step in steps.items()}

    def check(self, attempts: int) -> None:
        """
        Stop a call whose time is up.

        Raises:
            DeadlineExceededError: Nothing is left.
        """
        if self.is_over:
            raise self.exceeded(attempts)

    def check_wait(self, seconds: float, attempts: int) -> None:
        """
        Refuse to begin a wait for the limiter that would outlast the deadline.

        Raises:
            DeadlineExceededError: There is not enough time left.
        """
        left = self.remaining()
        if left is not None and seconds >= left:
            raise DeadlineExceededError(
                f"the limiter asks to wait {seconds:.3g} s, which is beyond the deadline"
                f" of {self._deadline} s; nothing was sent",
                request=self._call,
                attempts=attempts,
            )

    def exceeded(self, attempts: int) -> DeadlineExceededError:
        """Return the error for a call that was stopped at its deadline."""
        return DeadlineExceededError(
            f"no complete answer within the deadline of {self._deadline} s",
            request=self._call,
            attempts=attempts,
        )
