"""Rate-limit headers of three families, in their units, garbled or not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from genesys_journey_kit._profile import PROFILE as GENESYS
from hypothesis import given
from hypothesis import strategies as st
from snaptrade_kit._profile import PROFILE as SNAPTRADE
from snaptrade_openapi._runtime.ratelimit import HeaderFamily, RateLimit, read_rate_limits
from stream_chat_kit._profile import PROFILE as STREAM

NOW = 1_757_611_717.0


def _moment(offset: float) -> datetime:
    return datetime.fromtimestamp(NOW + offset, UTC)


def _plain(limits: object) -> list[tuple[str, int, int, datetime]]:
    return [(limit.bucket, limit.limit, limit.remaining, limit.reset) for limit in limits]  # type: ignore[attr-defined]


def test_snaptrade_seconds_from_now_for_two_buckets() -> None:
    """SnapTrade's reset counts seconds from now; the account family is a bucket per account."""
    headers = {
        "x-ratelimit-limit": "250",
        "x-ratelimit-remaining": "249",
        "x-ratelimit-reset": "12",
        "x-ratelimit-account-limit": "10",
        "x-ratelimit-account-remaining": "0",
        "x-ratelimit-account-reset": "30.5",
    }

    limits = read_rate_limits(headers, SNAPTRADE.rate_limit_headers, NOW, path="/accounts/a-1/balances")

    assert [("client", 250, 249, _moment(12)), ("account:a-1", 10, 0, _moment(30.5))] == _plain(limits)


def test_genesys_counts_used_requests() -> None:
    """Genesys tells how many were used; what remains is the difference, never below zero."""
    headers = {"inin-ratelimit-count": "1", "inin-ratelimit-allowed": "180", "inin-ratelimit-reset": "61"}
    assert [("token", 180, 179, _moment(61))] == _plain(
        read_rate_limits(headers, GENESYS.rate_limit_headers, NOW)
    )
    headers["inin-ratelimit-count"] = "200"
    assert read_rate_limits(headers, GENESYS.rate_limit_headers, NOW)[0].remaining == 0


def test_stream_epoch_seconds_per_operation() -> None:
    """Stream's reset is a moment, and each endpoint has a budget of its own."""
    headers = {
        "x-ratelimit-limit": "10000",
        "x-ratelimit-remaining": "9999",
        "x-ratelimit-reset": str(int(NOW) + 30),
    }
    assert [("endpoint:sync", 10000, 9999, _moment(30))] == _plain(
        read_rate_limits(headers, STREAM.rate_limit_headers, NOW, operation="sync")
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("250, 250", 250),
        (",250", 250),
        ("x, 7", 7),
        ("", None),
        ("-1", None),
        ("nan", None),
        ("1e300", None),
        ("lots", None),
        (None, None),
    ],
)
def test_garbled_headers(value: str | None, expected: int | None) -> None:
    """The first readable part counts; without one the whole family is left out."""
    headers = {"x-ratelimit-remaining": "1", "x-ratelimit-reset": "1"}
    if value is not None:
        headers["x-ratelimit-limit"] = value
    limits = read_rate_limits(headers, SNAPTRADE.rate_limit_headers, NOW)
    assert ([] if expected is None else [expected]) == [limit.limit for limit in limits]


def test_a_reset_beyond_the_calendar_is_left_out() -> None:
    """A moment that no calendar holds is no reason to fail."""
    headers = {"x-ratelimit-limit": "1", "x-ratelimit-remaining": "1", "x-ratelimit-reset": "5"}
    assert read_rate_limits(headers, SNAPTRADE.rate_limit_headers, 1e18) == ()


@given(
    st.dictionaries(
        st.sampled_from(["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"]), st.text()
    )
)
def test_no_header_value_makes_it_fail(headers: dict[str, str]) -> None:
    """Parsing never raises."""
    read_rate_limits(headers, STREAM.rate_limit_headers, NOW)


@pytest.mark.parametrize(
    ("scope", "path", "bucket"),
    [
        ("all", "/x", "b"),
        ("operation", "/x", "b:op"),
        ("^/a/([^/]+)", "/a/7/c", "b:7"),
        ("^/a/([^/]+)", "/x", None),
    ],
)
def test_bucket_names(scope: str, path: str, bucket: str | None) -> None:
    """A budget is shared by all, by an operation, or by what the path names."""
    family = HeaderFamily(
        bucket="b", limit="l", count="c", counts="used", reset="r", reset_unit="delta", scope=scope
    )
    assert bucket == family.bucket_of("op", path)


def test_headroom() -> None:
    """The share that is left; an impossible limit counts as used up."""
    assert RateLimit("b", 10, 5, _moment(0)).headroom() == 0.5
    assert RateLimit("b", 0, 5, _moment(0)).headroom() == 0.0
