"""The fast parser and the standard one read the same."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snaptrade_openapi._runtime import jsontext

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=10,
)


@pytest.fixture(params=["msgspec", "standard library"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both ways to parse: with the extra installed and without."""
    if request.param != "msgspec":
        monkeypatch.setitem(sys.modules, "msgspec.json", None)
    jsontext._accelerated.cache_clear()
    yield request.param
    jsontext._accelerated.cache_clear()


def test_the_extra_is_used_when_it_is_there(parser: str) -> None:
    """With msgspec installed its decoder is taken, otherwise the standard library's."""
    assert (jsontext._accelerated() is not None) == (parser == "msgspec")


@given(value=VALUES)
def test_both_read_the_same(value: Any) -> None:
    """Numbers of any size, texts and nesting come out as the standard library reads them."""
    content = json.dumps(value).encode()
    jsontext._accelerated.cache_clear()
    assert json.loads(content) == jsontext.loads(content)


@pytest.mark.parametrize("content", [b"", b"{", b"[1,]", b"\xff", b"nope", b'{"a":1}}'])
def test_what_is_no_json(parser: str, content: bytes) -> None:
    """The error is the standard library's in both cases."""
    with pytest.raises(ValueError, match=r"."):
        jsontext.loads(content)


def test_large_numbers_and_nan(parser: str) -> None:
    """No digit of a whole number is lost; NaN is read where the standard library reads it."""
    assert jsontext.loads(b"123456789012345678901234567890") == 123456789012345678901234567890
    assert str(jsontext.loads(b"[NaN]")) == "[nan]"


def test_absurd_nesting(parser: str) -> None:
    """A hundred thousand brackets are an error, not a crash."""
    with pytest.raises((RecursionError, ValueError)):
        jsontext.loads(b"[" * 100_000)
