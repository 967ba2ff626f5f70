"""Small parts of the runtime that calls rarely reach."""

from __future__ import annotations

import asyncio
import pickle
import socket
import zlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any

import httpcore
import httpx
import pytest
from genesys_journey_kit import GenesysJourney
from genesys_journey_kit._regions import find_hosts
from snaptrade_kit import (
    AsyncSnapTrade,
    Brokerage,
    ConfigurationError,
    HeaderLimiter,
    InvalidArgumentError,
    RateLimit,
    RedisLimiter,
)
from snaptrade_openapi._runtime.backend import bounded_backend
from snaptrade_openapi._runtime.body import Body, BrokenBodyError
from snaptrade_openapi._runtime.codecs import (
    ANY,
    DATE,
    DATETIME,
    INTEGER,
    STRING,
    EnumOf,
    ListOf,
    MapOf,
    OneOf,
)
from snaptrade_openapi._runtime.deadline import deadline, time_left
from snaptrade_openapi._runtime.operation import Operation, Parameter, build_parts
from snaptrade_openapi._runtime.profile import Profile
from snaptrade_openapi._runtime.redact import QuietURL, Secret, one_line, quiet_url, scrub
from snaptrade_openapi.models import (
    BrokerageAuthorization,
    RateOfReturnObject,
    RateOfReturnResponse,
    Timeframe,
)
from stream_chat_kit import EventRequest, SendEventRequest, StreamChat
from stream_chat_kit import InvalidArgumentError as StreamInvalidArgumentError

from tests.twins import Clock, Twin

TEXT = b"The same few words again and again. " * 50


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        (None, TEXT),
        ("identity", TEXT),
        ("gzip", zlib.compress(TEXT, wbits=31)),
        ("GZIP ", zlib.compress(TEXT, wbits=31)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT, wbits=-15)),
    ],
)
def test_bodies_are_unpacked(encoding: str | None, packed: bytes) -> None:
    """gzip, deflate with and without envelope, and plain, in pieces of any size."""
    body = Body(encoding, 10_000)
    for start in range(0, len(packed), 7):
        body.feed(packed[start : start + 7])
    assert body.finish() == TEXT


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "deflate", "gzip"])
def test_bodies_that_cannot_be_unpacked(encoding: str) -> None:
    """Another encoding than was asked for, or data of another kind, is broken."""
    with pytest.raises(BrokenBodyError):
        Body(encoding, 10_000).feed(b"\x00\x01 neither of them")


def test_packed_data_that_break_later() -> None:
    """Data that begin well and then break are broken, too."""
    body = Body("deflate", 10_000)
    packed = zlib.compress(TEXT)
    body.feed(packed[:10])
    with pytest.raises(BrokenBodyError):
        body.feed(packed[10:-4] + b"\x00\x00\x00\x00")
    cut = Body("gzip", 10_000)
    cut.feed(zlib.compress(TEXT, wbits=31)[:-4])
    with pytest.raises(BrokenBodyError):
        cut.finish()


def test_unix_sockets_obey_the_deadline_too(tmp_path: Any) -> None:
    """Every way to connect is bounded, and a deadline in the past connects to nothing."""
    path = str(tmp_path / "socket")
    backend = bounded_backend(httpcore.SyncBackend())
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        with deadline(10.0, lambda: 1.0):
            assert time_left() == 9.0
            backend.connect_unix_socket(path, timeout=1.0).close()
        with deadline(1.0, lambda: 10.0), pytest.raises(httpcore.ConnectTimeout):
            backend.connect_unix_socket(path)
    assert time_left() is None


def test_codecs_write_what_callers_assign() -> None:
    """Plain values, enumerations given as texts, lists and maps are written as they should be."""
    enum = EnumOf("snaptrade_openapi.models", "Timeframe")
    assert [enum.encode(value) for value in (Timeframe.ONE_YEAR, "2Y")] == ["1Y", "2Y"]
    assert enum.restore("2Y", Timeframe.ONE_YEAR) == STRING.encode(Timeframe.ONE_YEAR) == "1Y"
    assert ANY.encode({"a": 1}) == ANY.restore(None, {"a": 1}) == {"a": 1}
    assert DATE.encode("2024-01-02") == "2024-01-02"
    assert DATE.restore("2024-01-02T00", DATE.decode("2024-01-02T00")) == "2024-01-02T00"
    assert DATE.restore("2024-01-02T00", date(2024, 1, 3)) == "2024-01-03"
    assert ListOf(OneOf(STRING, ANY)).decode([1, "a"]) == [1, "a"]
    moment = "0001-01-01T00:00:00+23:59"  # no calendar holds it in UTC
    assert moment == DATETIME.restore(moment, DATETIME.decode(moment))
    for codec, value in ((MapOf(ANY), [1]), (ListOf(ANY), "text"), (ListOf(ANY), 1), (OneOf(INTEGER), "a")):
        with pytest.raises(TypeError, match="must be"):
            codec.encode(value)
    with pytest.raises(TypeError, match="must be a date without a time of day, not datetime"):
        DATE.encode(datetime(2024, 1, 1, tzinfo=UTC))
    assert ListOf(ANY).restore("odd", [1]) == [1]
    nested = MapOf(ListOf(OneOf(STRING, enum)))
    assert nested.decode({"a": ["b", 1]}) == {"a": ["b"]}


def test_models_can_be_changed_in_every_way() -> None:
    """Assigned lists, emptied attributes, texts for dates: all are written."""
    model = BrokerageAuthorization.from_dict({"created_date": "2024-01-02", "brokerage": {"slug": "A"}})
    model.created_date = None
    model.brokerage = Brokerage(slug="B", exchanges=[1])
    assert model.to_dict() == {"brokerage": {"slug": "B", "exchanges": [1]}}
    model.brokerage.slug = None
    model.created_date = "2024-05-06T07:08:09Z"  # type: ignore[assignment]
    assert model.to_dict() == {"brokerage": {"exchanges": [1]}, "created_date": "2024-05-06T07:08:09Z"}
    del model.brokerage.slug
    assert model.brokerage.slug is None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        model.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_lists_of_models_can_be_changed() -> None:
    """An assigned list is written as it is; a changed one wins over the odd one that was read."""
    rate = RateOfReturnObject(return_percent=1.5)
    assert RateOfReturnResponse(data=[rate]).to_dict() == {"data": [{"return_percent": 1.5}]}
    model = RateOfReturnResponse.from_dict({"data": [{"return_percent": 1}, "odd"]})
    assert model.data is not None
    model.data.append(rate)
    assert model.to_dict() == {"data": [{"return_percent": 1}, {"return_percent": 1.5}]}


def test_moments_that_no_calendar_holds() -> None:
    """Such a moment cannot be sent; the attribute is named."""
    moment = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23)))
    with pytest.raises(InvalidArgumentError, match="created_date is out of range"):
        RateOfReturnObject(created_date=moment).to_dict()


def test_closing_in_another_event_loop() -> None:
    """Connections belong to the loop they were opened in, and so does closing them."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[]))
    client = AsyncSnapTrade(client_id="c", consumer_key="k", transport=transport)
    asyncio.run(client.connections.session_events())  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=r"aclose\(\) must be awaited"):
        asyncio.run(client.aclose())


async def test_an_address_the_library_refuses(twin: Twin) -> None:
    """An address that only turns out to be none when it is used is a failed connection."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.InvalidURL("no address")

    client = twin.client("snaptrade", refuse, max_retries=0)
    with pytest.raises(twin.kit("snaptrade").ConnectionFailedError, match="no address"):
        await twin(client.connections.session_events())


def test_a_limit_of_nothing_is_not_learned() -> None:
    """A header that says zero is no budget."""
    limiter = RedisLimiter("redis://127.0.0.1:9/0", limit=3)
    limiter.observe((RateLimit("a", 0, 0, datetime.now(UTC)), RateLimit("b", 7, 0, datetime.now(UTC))))
    assert limiter._sizes == {"b": 7}
    limiter.close()


def test_models_read_any_mapping() -> None:
    """Not only dicts are objects."""
    data: Mapping[str, Any] = MappingProxyType({"slug": "A"})
    assert Brokerage._take(data).slug == "A"


def test_an_attribute_without_json_form_is_named() -> None:
    """The innermost attribute is named, once."""
    bad = EventRequest(type="x", created_at=7)  # type: ignore[arg-type]
    with pytest.raises(StreamInvalidArgumentError, match=r"^created_at"):
        SendEventRequest(event=bad).to_dict()


def test_header_parameters() -> None:
    """A parameter may be a header."""
    operation: Operation[None] = Operation(
        name="x", method="GET", path="/x", parameters=(Parameter(argument="a", name="X-A", place="header"),)
    )
    assert build_parts(operation, {"a": "1"}).headers == {"X-A": "1"}


def test_a_profile_needs_little() -> None:
    """Without habits there is no code, no message and one null handler."""
    profile = Profile(name="tests.profile", user_agent="x")
    assert None is profile.read_error(500, {}).code
    assert len(Profile(name="tests.profile", user_agent="x").logger.handlers) == 1


def test_secrets_compare_and_hide() -> None:
    """A secret equals one of the same text, hashes alike, and shows nothing anywhere."""
    assert Secret("a") == Secret("a") != Secret("b")
    assert len({Secret("a"), Secret("a")}) == 1
    assert Secret("a") != "a"
    assert f"{Secret('a')}" == "[hidden]"
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(Secret("a"))


def test_quiet_urls() -> None:
    """Names of query parameters are shown, values are not; without a query nothing is hidden."""
    url = QuietURL("https://a.test/x?a=1&b=2")
    assert str(url) == "https://a.test/x?a=[hidden]&b=[hidden]"
    assert repr(QuietURL("https://a.test/x")) == "URL('https://a.test/x')"

    class Foreign:
        scheme, netloc = "https", b"a.test:8"

    assert quiet_url(Foreign(), "/y", "c=3").raw_path == b"/y?c=3"  # type: ignore[arg-type]
    assert quiet_url(Foreign(), "/y", None).raw_path == b"/y"  # type: ignore[arg-type]


def test_short_texts_are_no_secrets() -> None:
    """A text of a few characters would be found in every word."""
    assert scrub("no access", ["s", ""]) == "no access"
    assert scrub("no abcdef", ["abcdef"]) == "no [hidden]"
    assert len(one_line("x" * 1000)) == 500


def test_buckets_nobody_asks_for_are_forgotten(clock: Clock) -> None:
    """A limiter keeps a bounded number of buckets."""
    limiter = HeaderLimiter(time=clock.time)
    for number in range(1500):
        limiter.reserve((f"account:{number}",))
        clock.now += 1
    assert len(limiter._budgets) <= 1000


async def test_a_client_with_a_send_of_its_own(twin: Twin) -> None:
    """Caching or recording clients that override ``send`` are used through it."""
    sent: list[httpx.Request] = []

    class Recording(httpx.Client):
        def send(self, request: httpx.Request, **kwargs: Any) -> httpx.Response:
            sent.append(request)
            return super().send(request, **kwargs)

    class AsyncRecording(httpx.AsyncClient):
        async def send(self, request: httpx.Request, **kwargs: Any) -> httpx.Response:
            sent.append(request)
            return await super().send(request, **kwargs)

    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[]))
    own: Any = AsyncRecording(transport=transport) if twin.is_async else Recording(transport=transport)
    client = twin.client("snaptrade", http_client=own)

    assert await twin(client.connections.session_events()) == []
    assert len(sent) == 1


@pytest.mark.parametrize("where", ["request", "response"])
async def test_event_hooks_of_a_callers_client(twin: Twin, where: str) -> None:
    """Hooks are called; an error in one of them comes out and leaves nothing open."""

    def hook(value: Any) -> None:
        raise RuntimeError("from the hook")

    async def async_hook(value: Any) -> None:
        raise RuntimeError("from the hook")

    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[]))
    hooks: Any = {where: [async_hook if twin.is_async else hook]}
    cls: Any = httpx.AsyncClient if twin.is_async else httpx.Client
    client = twin.client("snaptrade", http_client=cls(transport=transport, event_hooks=hooks))
    with pytest.raises(RuntimeError, match="from the hook"):
        await twin(client.connections.session_events())


def test_credentials_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token of the environment is used where there is no secret; arguments win."""
    monkeypatch.setenv("GENESYSCLOUD_ACCESS_TOKEN", "t")
    GenesysJourney.from_env().close()
    with pytest.raises(ValueError, match="client_secret"):
        GenesysJourney.from_env(client_id="i")
    GenesysJourney.from_env(access_token="u").close()
    monkeypatch.setenv("STREAM_API_KEY", "k")
    StreamChat.from_env(token="t").close()
    with pytest.raises(ValueError, match="region must be a text"):
        find_hosts(7)  # type: ignore[arg-type]


def test_an_argument_must_be_something() -> None:
    """A value that is neither text nor sendable is refused by name."""
    operation: Operation[None] = Operation(
        name="x", method="GET", path="/x", parameters=(Parameter(argument="a", name="a", place="query"),)
    )
    with pytest.raises(InvalidArgumentError, match="lone surrogates"):
        build_parts(operation, {"a": "\ud800"})
