"""Arguments become texts in one way only, or are refused by name."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snaptrade_kit import InvalidArgumentError, Timeframe
from snaptrade_openapi._runtime.encoding import encode_datetime, encode_pair, encode_path_value, encode_value

IDENTIFIER = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"


class Plain(Enum):
    A = "a"


@pytest.mark.parametrize(
    ("value", "kind", "accepts", "text"),
    [
        ("é/ ", "string", (), "é/ "),
        (Timeframe.ONE_YEAR, "string", (), "1Y"),
        (Timeframe("2Y"), "string", (), "2Y"),
        (Plain.A, "string", (), "a"),
        (UUID(IDENTIFIER), "string", (), IDENTIFIER),
        (datetime(2026, 1, 2, tzinfo=UTC), "string", (), "2026-01-02T00:00:00Z"),
        (200, "string", ("integer",), "200"),
        ("200", "string", ("integer",), "200"),
        (["a", Plain.A, "c"], "string", ("list",), "a,a,c"),
        (("a",), "string", ("list",), "a"),
        ((item for item in ["a", "b"]), "string", ("list",), "a,b"),
        ("a,b", "string", ("list",), "a,b"),
        ([], "string", ("list",), ""),
        (UUID(IDENTIFIER), "uuid", (), IDENTIFIER),
        (IDENTIFIER.upper(), "uuid", (), IDENTIFIER.upper()),
        (True, "boolean", (), "true"),
        (False, "boolean", (), "false"),
        (0, "integer", (), "0"),
        (-7, "integer", (), "-7"),
        (1.5, "number", (), "1.5"),
        (2, "number", (), "2"),
        (
            datetime(2026, 1, 2, 3, tzinfo=timezone(timedelta(hours=2))),
            "date-time",
            (),
            "2026-01-02T01:00:00Z",
        ),
        ("2026-01-02T01:00:00Z", "date-time", (), "2026-01-02T01:00:00Z"),
        (date(2026, 1, 2), "date", (), "2026-01-02"),
        ("2026-01-02", "date", (), "2026-01-02"),
    ],
)
def test_accepted_forms(value: Any, kind: str, accepts: tuple[str, ...], text: str) -> None:
    """What a person would pass becomes the text the wire wants."""
    assert text == encode_value(value, kind=kind, accepts=frozenset(accepts), argument="thing")


@pytest.mark.parametrize(
    ("value", "kind", "accepts"),
    [
        (200, "string", ()),
        (True, "string", ("integer",)),
        (["a"], "string", ()),
        ([1], "string", ("list",)),
        (["a,b"], "string", ("list",)),
        (b"x", "string", ()),
        (object(), "string", ("list",)),
        ("x", "uuid", ()),
        (1, "uuid", ()),
        ("true", "boolean", ()),
        (1, "boolean", ()),
        (True, "integer", ()),
        (1.0, "integer", ()),
        ("1", "number", ()),
        (float("nan"), "number", ()),
        (float("inf"), "number", ()),
        (True, "number", ()),
        (date(2026, 1, 2), "date-time", ()),
        (datetime(2026, 1, 2), "date-time", ()),  # noqa: DTZ001 -- naive on purpose
        (datetime(2026, 1, 2), "string", ()),  # noqa: DTZ001 -- naive on purpose
        (datetime(2026, 1, 2, tzinfo=UTC), "date", ()),
        (1, "date", ()),
    ],
)
def test_refused_forms(value: Any, kind: str, accepts: tuple[str, ...]) -> None:
    """Anything else is refused by the name of the argument."""
    with pytest.raises(InvalidArgumentError, match="thing"):
        encode_value(value, kind=kind, accepts=frozenset(accepts), argument="thing")


def test_a_refusal_does_not_show_the_value() -> None:
    """A value of a wrong type may be a secret in the wrong place."""
    with pytest.raises(InvalidArgumentError) as caught:
        encode_value(b"marker-secret", kind="string", accepts=frozenset(), argument="thing")
    assert "marker" not in str(caught.value)


@pytest.mark.parametrize("text", ["", ".", ".."])
def test_path_values_that_would_change_the_path(text: str) -> None:
    """Empty and dot segments lead to other endpoints and are refused."""
    with pytest.raises(InvalidArgumentError, match="session_id"):
        encode_path_value(text, "session_id")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_path_values_stay_one_segment(text: str) -> None:
    """Whatever the text, its encoded form has no separator and decodes to the same text."""
    if text in {".", ".."}:
        return
    encoded = encode_path_value(text, "x")
    assert not set(encoded) & set("/?#&= +\n")
    assert text == unquote(encoded)


def test_pairs_are_encoded_on_both_sides() -> None:
    """A blank becomes %20, not a plus sign, which some servers keep as it is."""
    assert encode_pair("a b", "c+d&") == "a%20b=c%2Bd%26"


def test_naive_datetime_names_the_argument() -> None:
    """The moment of a naive datetime is unknown."""
    with pytest.raises(InvalidArgumentError, match="last_sync_at must carry a timezone"):
        encode_datetime(datetime(2026, 1, 2), "last_sync_at")  # noqa: DTZ001 -- naive on purpose
