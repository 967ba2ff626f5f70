"""The limiter that learns from headers: what it counts, when it waits, what it forgets."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from snaptrade_kit import HeaderLimiter, RateLimit

from tests.twins import Clock

THREADS = 64
WINDOW = 60.0


def limit(clock: Clock, remaining: int, *, of: int = 10, reset: float = 30.0, bucket: str = "a") -> RateLimit:
    """Describe a budget whose window ends so many seconds from now."""
    return RateLimit(bucket, of, remaining, datetime.fromtimestamp(clock.now + reset, UTC))


def known(clock: Clock, *limits: RateLimit, keep: float = 0.0) -> HeaderLimiter:
    """Return a limiter that has seen one response."""
    limiter = HeaderLimiter(keep=keep, window=WINDOW, time=clock.time)
    limiter.observe(limits)
    return limiter


def granted(limiter: HeaderLimiter, *buckets: str, most: int = 1000) -> int:
    """Return how many attempts are let through at this moment."""
    count = 0
    while count < most and limiter.reserve(buckets) == 0:
        count += 1
    return count


def test_nothing_is_known_at_first(clock: Clock) -> None:
    """Without a response nothing waits; an empty answer teaches nothing."""
    limiter = known(clock)
    assert granted(limiter, "a", most=500) == 500


def test_what_is_left_is_given_out_once(clock: Clock) -> None:
    """The last known number of requests is let through; then the wait lasts until the reset."""
    limiter = known(clock, limit(clock, 4, reset=30.0))
    assert granted(limiter, "a") == 4
    assert limiter.reserve(("a",)) == 30.0
    clock.now += 29.0
    assert limiter.reserve(("a",)) == pytest.approx(1.0)


def test_a_new_window_begins_full(clock: Clock) -> None:
    """After the reset the whole budget is there again, for one window."""
    limiter = known(clock, limit(clock, 0, of=10, reset=30.0))
    clock.now += 30.0
    assert granted(limiter, "a") == 10
    assert limiter.reserve(("a",)) == WINDOW


@pytest.mark.parametrize(
    ("keep", "of", "expected"),
    [(0.0, 10, 10), (0.2, 10, 8), (0.5, 10, 5), (0.9, 10, 1), (0.99, 10, 1), (0.5, 1, 1)],
)
def test_a_share_is_left_to_others(clock: Clock, keep: float, of: int, expected: int) -> None:
    """The share for others is never touched, and never all of the budget."""
    assert granted(known(clock, limit(clock, of, of=of), keep=keep), "a") == expected


@pytest.mark.parametrize("keep", [-0.1, 1.0, 1.5, float("nan")])
def test_a_share_that_makes_no_sense(keep: float) -> None:
    """A share below nothing, or everything, is refused."""
    with pytest.raises(ValueError, match="keep"):
        HeaderLimiter(keep=keep)


def test_all_buckets_or_none(clock: Clock) -> None:
    """A full bucket costs no place in the others; the longest wait counts."""
    limiter = known(
        clock, limit(clock, 5), limit(clock, 0, bucket="b"), limit(clock, 0, bucket="c", reset=50.0)
    )
    assert limiter.reserve(("a", "b")) == 30.0
    assert limiter.reserve(("b", "a", "c")) == 50.0
    assert granted(limiter, "a") == 5


def test_buckets_nobody_described_cost_nothing(clock: Clock) -> None:
    """A bucket that no response has described yet stops nothing."""
    assert granted(known(clock, limit(clock, 3)), "a", "unknown") == 3


def test_answers_out_of_order(clock: Clock) -> None:
    """Of several answers about one window the lowest number counts, whichever comes last."""
    limiter = known(clock, limit(clock, 3))
    limiter.observe((limit(clock, 8),))
    assert granted(limiter, "a") == 3


def test_an_answer_does_not_give_back_what_is_under_way(clock: Clock) -> None:
    """Attempts that were let through but are not answered yet stay counted."""
    limiter = known(clock, limit(clock, 9))
    assert [limiter.reserve(("a",)) for _ in range(6)] == [0.0] * 6
    limiter.observe((limit(clock, 8),))
    assert granted(limiter, "a") == 3


def test_a_slow_answer_of_the_same_window(clock: Clock) -> None:
    """An answer that was long on its way seems to move the end of the window; it frees nothing."""
    limiter = known(clock, limit(clock, 2, reset=30.0))
    clock.now += 5.0
    # Written 5 seconds ago, when 9 were left and 30 seconds to go; read only now.
    limiter.observe((limit(clock, 9, reset=30.0),))
    assert granted(limiter, "a") <= 2


def test_the_first_answer_of_a_new_window(clock: Clock) -> None:
    """The server's new window begins later than ours; what we sent since then stays counted."""
    limiter = known(clock, limit(clock, 0, of=10, reset=30.0))
    clock.now += 35.0
    assert granted(limiter, "a") == 10
    limiter.observe((limit(clock, 9, of=10, reset=WINDOW + 3.0),))
    assert granted(limiter, "a") == 0


def test_an_old_answer_after_the_window(clock: Clock) -> None:
    """An answer about the window before changes nothing in the present one."""
    limiter = known(clock, limit(clock, 0, of=10, reset=30.0))
    old = limit(clock, 0, of=10, reset=30.0)
    clock.now += 31.0
    assert limiter.reserve(("a",)) == 0
    limiter.observe((old,))
    assert granted(limiter, "a") == 9


def test_a_new_size_is_taken_over(clock: Clock) -> None:
    """A vendor that enlarges or cuts the budget is believed from the next window on."""
    limiter = known(clock, limit(clock, 2, of=10))
    limiter.observe((limit(clock, 2, of=50),))
    clock.now += 31.0
    assert granted(limiter, "a") == 50


@pytest.mark.parametrize(("of", "reset"), [(0, 30.0), (10, 1e9)], ids=["no budget", "reset in decades"])
def test_headers_that_make_no_sense(clock: Clock, of: int, reset: float) -> None:
    """One absurd answer does not lock the client out for ever."""
    limiter = known(clock, limit(clock, 0, of=of, reset=reset))
    clock.now += 24 * 3600.0
    assert limiter.reserve(("a",)) == 0


def test_threads_never_exceed_a_window(clock: Clock) -> None:
    """64 threads, several windows: never more attempts in a window than the budget has."""
    budget = 100
    limiter = known(clock, limit(clock, budget, of=budget, reset=WINDOW))
    for _ in range(5):
        barrier = threading.Barrier(THREADS)

        def work(_: int, barrier: threading.Barrier = barrier) -> int:
            barrier.wait(10)
            return sum(limiter.reserve(("a",)) == 0 for _ in range(20))

        with ThreadPoolExecutor(THREADS) as pool:
            assert sum(pool.map(work, range(THREADS))) == budget
        clock.now += WINDOW


def test_threads_that_observe_do_not_exceed_it_either(clock: Clock) -> None:
    """The same while every attempt is answered, with the server's own count and out of order."""
    budget, served = 200, 0
    limiter = known(clock, limit(clock, budget, of=budget, reset=WINDOW))
    lock = threading.Lock()

    def work(_: int) -> int:
        nonlocal served
        sent = 0
        answers = []
        for _ in range(20):
            if limiter.reserve(("a", "b")) == 0:
                sent += 1
                with lock:
                    served += 1
                    answers.append(limit(clock, budget - served, of=budget, reset=WINDOW))
            if len(answers) == 3:
                for answer in reversed(answers):
                    limiter.observe((answer,))
                answers.clear()
        return sent

    with ThreadPoolExecutor(THREADS) as pool:
        assert sum(pool.map(work, range(THREADS))) <= budget


def test_what_was_under_way_before_the_first_answer_counts(clock: Clock) -> None:
    """Many attempts begin before anything is known; the first answer does not forget the others."""
    limiter = HeaderLimiter(window=WINDOW, time=clock.time)
    assert granted(limiter, "a", most=THREADS) == THREADS
    limiter.observe((limit(clock, 99, of=100, reset=WINDOW),))
    assert granted(limiter, "a") <= 100 - THREADS
