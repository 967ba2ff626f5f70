"""The retry decision, every combination the rules name."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snaptrade_openapi._runtime.ratelimit import parse_retry_after
from snaptrade_openapi._runtime.retry import BACKOFF_CAP, LONGEST_WAIT, Situation, retry_delay

STATUSES = [400, 401, 403, 404, 408, 409, 413, 422, 425, 429, 499, 500, 501, 502, 503, 504, 520, 302]
REPEATED_WHEN_IDEMPOTENT = {408, 429, 500, 502, 503, 504}


def half() -> float:
    return 0.5


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("idempotent", [True, False], ids=["idempotent", "not idempotent"])
@pytest.mark.parametrize("attempts", [1, 2, 3])
@pytest.mark.parametrize("final", [True, False], ids=["final", "open"])
def test_which_statuses_are_repeated(status: int, idempotent: bool, attempts: int, final: bool) -> None:
    """A 429 always, 408 and most 5xx for idempotent operations; never past the limit or a veto."""
    delay = retry_delay(
        Situation(attempts=attempts, max_retries=2, idempotent=idempotent, status=status, final=final), half
    )

    allowed = status == 429 or (idempotent and status in REPEATED_WHEN_IDEMPOTENT)
    assert (allowed and attempts <= 2 and not final) == (delay is not None)


@pytest.mark.parametrize(
    ("reach", "idempotent", "repeated"),
    [
        ("unsent", True, True),
        ("unsent", False, True),
        ("unknown", True, True),
        ("unknown", False, False),
        ("never", True, False),
        ("never", False, False),
    ],
)
@pytest.mark.parametrize("attempts", [1, 2, 3])
def test_which_failures_are_repeated(reach: str, idempotent: bool, repeated: bool, attempts: int) -> None:
    """What cannot have reached the server always; what may have, only when idempotent."""
    situation = Situation(attempts=attempts, max_retries=2, idempotent=idempotent, reach=reach)  # type: ignore[arg-type]

    assert (repeated and attempts <= 2) == (retry_delay(situation, half) is not None)


def test_no_retries_means_none() -> None:
    """With max_retries=0 nothing is repeated, not even a refused connection."""
    for reach, idempotent in itertools.product(["unsent", "unknown"], [True, False]):
        situation = Situation(attempts=1, max_retries=0, idempotent=idempotent, reach=reach)  # type: ignore[arg-type]
        assert retry_delay(situation, half) is None


@pytest.mark.parametrize(
    ("attempts", "ceiling"), [(1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0), (5, 8.0), (9, 8.0)]
)
def test_backoff_doubles_up_to_a_cap_with_full_jitter(attempts: int, ceiling: float) -> None:
    """The wait is anywhere from nothing to a ceiling that doubles, up to 8 seconds."""
    situation = Situation(attempts=attempts, max_retries=9, idempotent=True, status=503)

    assert retry_delay(situation, lambda: 0.0) == 0.0
    assert ceiling / 2 == retry_delay(situation, half)
    assert ceiling == pytest.approx(retry_delay(situation, lambda: 1.0))


@pytest.mark.parametrize(
    ("server_wait", "remaining", "expected"),
    [
        (0.0, None, 0.0),
        (1.5, None, 1.5),
        (1.5, 2.0, 1.5),
        (1.5, 1.5, None),
        (1.5, 1.0, None),
        (LONGEST_WAIT, None, LONGEST_WAIT),
        (LONGEST_WAIT + 1, None, None),
        (7200.0, 90.0, None),
        (None, 0.2, None),
        (None, 0.3, 0.25),
    ],
)
def test_waits_respect_server_and_deadline(
    server_wait: float | None, remaining: float | None, expected: float | None
) -> None:
    """The server's wait wins over backoff; no wait begins that would outlast the deadline."""
    situation = Situation(
        attempts=1,
        max_retries=2,
        idempotent=True,
        status=503,
        server_wait=server_wait,
        remaining=remaining,
    )

    assert expected == retry_delay(situation, half)


@given(
    attempts=st.integers(1, 50),
    status=st.one_of(st.none(), st.integers(100, 599)),
    wait=st.one_of(st.none(), st.floats(0, 1e9)),
    remaining=st.one_of(st.none(), st.floats(-10, 1e6)),
    chance=st.floats(0, 0.999),
    idempotent=st.booleans(),
)
def test_a_delay_is_always_bearable(
    attempts: int,
    status: int | None,
    wait: float | None,
    remaining: float | None,
    chance: float,
    idempotent: bool,
) -> None:
    """Whatever comes, a delay is never negative, never beyond the deadline, never too long."""
    delay = retry_delay(
        Situation(
            attempts=attempts,
            max_retries=50,
            idempotent=idempotent,
            status=status,
            server_wait=wait,
            remaining=remaining,
        ),
        lambda: chance,
    )

    if delay is not None:
        assert 0 <= delay <= (LONGEST_WAIT if wait is not None else BACKOFF_CAP)
        assert remaining is None or delay < remaining


NOW = 1_757_611_717.0  # Thu, 11 Sep 2025 17:28:37 GMT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0.0),
        ("1", 1.0),
        ("1.5", 1.5),
        (" 2 ", 2.0),
        ("7200", 7200.0),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("nan", None),
        ("inf", None),
        ("1e400", None),
        (None, None),
        ("Thu, 11 Sep 2025 17:28:47 GMT", 10.0),
        ("Thu, 11 Sep 2025 17:28:47", 10.0),
        ("Thu, 11 Sep 2025 17:00:00 GMT", 0.0),
        ("Sun, 11 Sep 2125 17:28:37 GMT", pytest.approx(3_155_760_000, rel=0.01)),
        ("Thu, 99 Sep 2025 17:28:47 GMT", None),
    ],
)
def test_retry_after_forms(text: str | None, expected: float | None) -> None:
    """Seconds and dates are read, fractions too; garbage is ignored."""
    assert expected == parse_retry_after(text, NOW)


@given(st.text())
def test_retry_after_never_fails(text: str) -> None:
    """No header value makes the parser raise or return something negative."""
    seconds = parse_retry_after(text, NOW)
    assert seconds is None or seconds >= 0
