"""Faults of a server with state: was the work done, and was it done twice?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.process import RunningSandbox
from tests.sandbox.world_genesys import SHORT_SESSION
from tests.sandbox.world_snaptrade import connection_id
from tests.twins import Twin

from .bench import Bench, assert_discreet
from .server import FaultServer

MAPLE = connection_id("ada", "MAPLE")
EVENT = {"event": {"type": "typing.start", "user_id": "jane"}}


class Lab(Bench):
    """A bench whose clients talk to the sandbox."""

    def __init__(self, twin: Twin, server: FaultServer, sandbox: RunningSandbox) -> None:
        super().__init__(twin, server)
        self.control = sandbox.control
        known = sandbox.credentials
        self._url = sandbox.url
        self._credentials: dict[str, dict[str, str]] = {
            "snaptrade": {
                "client_id": known.snaptrade_client_id,
                "consumer_key": known.snaptrade_consumer_key,
            },
            "genesys": {
                "client_id": known.genesys_client_id,
                "client_secret": known.genesys_client_secret,
            },
            "stream": {"api_key": known.stream_api_key, "api_secret": known.stream_api_secret},
        }
        self.user = {"user_id": "ada", "user_secret": known.snaptrade_users["ada"]}
        self._secrets = (
            known.snaptrade_consumer_key,
            known.genesys_client_secret,
            known.stream_api_secret,
            self.user["user_secret"],
        )

    def client(self, vendor: str, **settings: Any) -> Any:
        """Make a client of the sandbox."""
        return super().client(vendor, **{"base_url": self._url, **self._credentials[vendor], **settings})

    async def refused(self, vendor: str, error: str, make_call: Any) -> Any:
        """Make a call and demand exactly this error."""
        with pytest.raises(self.twin.kit(vendor).KitError) as caught:
            await self.twin(make_call())
        assert type(caught.value) is getattr(self.twin.kit(vendor), error)
        assert_discreet(caught.value, self._secrets)
        return caught.value

    def logged(self, path: str) -> list[int]:
        """Return the statuses the sandbox answered on this path."""
        return [entry["status"] for entry in self.control.requests() if entry["path"] == path]

    @property
    def tokens(self) -> int:
        """How many tokens the sandbox has issued."""
        return int(self.control.state()["genesys"]["tokens_issued"])


@pytest.fixture
def lab(twin: Twin, server: FaultServer, sandbox: RunningSandbox) -> Iterator[Lab]:
    """A client of either kind before the sandbox."""
    return Lab(twin, server, sandbox)


REFRESH_PATH = f"/authorizations/{MAPLE}/refresh"
EVENTS_PATH = f"/api/v2/journey/sessions/{SHORT_SESSION}/events"


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
async def test_refresh_is_charged_once(lab: Lab, status: int) -> None:
    """A refresh whose answer is lost is not made again: every one costs money."""
    client = lab.client("snaptrade")
    lab.control.fault(kind="replace", status=status, times=None, headers={"Retry-After": "0"})

    error = await lab.refused(
        "snaptrade",
        "StatusError" if status == 408 else "ServerError",
        lambda: client.connections.refresh_brokerage_authorization(MAPLE, **lab.user),
    )

    assert status == error.status_code
    assert lab.control.state()["snaptrade"]["connections"][MAPLE]["charges"] == 1
    assert [status] == lab.logged(REFRESH_PATH)


async def test_refresh_with_an_unreadable_answer(lab: Lab) -> None:
    """An answer that cannot be read is no reason either; the error keeps what came."""
    client = lab.client("snaptrade")
    lab.control.fault(kind="replace", status=200, body="<html>", headers={"Content-Type": "text/html"})
    error = await lab.refused(
        "snaptrade",
        "ResponseDecodeError",
        lambda: client.connections.refresh_brokerage_authorization(MAPLE, **lab.user),
    )
    assert error.content == b"<html>"
    assert lab.control.state()["snaptrade"]["connections"][MAPLE]["charges"] == 1


async def test_late_refresh_is_charged_once(lab: Lab) -> None:
    """Nor is a timeout: the work may be done."""
    client = lab.client("snaptrade", timeout=0.2)
    lab.control.fault(kind="delay", delay=5)
    await lab.refused(
        "snaptrade",
        "RequestTimeoutError",
        lambda: client.connections.refresh_brokerage_authorization(MAPLE, **lab.user),
    )
    assert lab.control.state()["snaptrade"]["connections"][MAPLE]["charges"] == 1
    assert len(lab.logged(REFRESH_PATH)) == 1


async def test_limited_refresh_is_repeated(lab: Lab) -> None:
    """A 429 was refused before any work, so it may be sent again, and is charged once."""
    client = lab.client("snaptrade")
    lab.control.fault(status=429, headers={"Retry-After": "2"})
    await lab.twin(client.connections.refresh_brokerage_authorization(MAPLE, **lab.user))
    assert lab.slept == [2.0]
    assert lab.logged(REFRESH_PATH) == [429, 200]
    assert lab.control.state()["snaptrade"]["connections"][MAPLE]["charges"] == 1


@pytest.mark.parametrize("status", [500, 503])
async def test_event_is_delivered_once(lab: Lab, status: int) -> None:
    """An event whose answer is lost is not sent again: people would see it twice."""
    client = lab.client("stream")
    lab.control.fault(kind="replace", status=status, times=None)
    await lab.refused(
        "stream", "ServerError", lambda: client.events.send_event("messaging", "general", body=EVENT)
    )
    sent = lab.control.state()["stream"]["sent"]
    assert len(sent) == 1


async def test_late_event_is_delivered_once(lab: Lab) -> None:
    """Nor is one that the server was slow to confirm."""
    client = lab.client("stream", deadline=0.3)
    lab.control.fault(kind="delay", delay=5)
    with lab.within(0.3):
        await lab.refused(
            "stream",
            "DeadlineExceededError",
            lambda: client.events.send_event("messaging", "general", body=EVENT),
        )
    assert len(lab.control.state()["stream"]["sent"]) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_removal_whose_answer_is_lost(lab: Lab, status: int) -> None:
    """A removal that was carried out succeeds although its repetition finds nothing."""
    client = lab.client("snaptrade")
    lab.control.fault(kind="replace", status=status)
    result = await lab.twin(client.connections.remove_brokerage_authorization(MAPLE, **lab.user))
    assert result is None
    assert [status, 404] == lab.logged(f"/authorizations/{MAPLE}")
    assert MAPLE not in lab.control.state()["snaptrade"]["connections"]


async def test_removal_of_what_is_not_there(lab: Lab) -> None:
    """A removal without a lost answer is refused."""
    client = lab.client("snaptrade")
    await lab.refused(
        "snaptrade",
        "NotFoundError",
        lambda: client.connections.remove_brokerage_authorization(connection_id("ada", "x"), **lab.user),
    )


@pytest.mark.parametrize("offset", [3600, -3600])
async def test_clock_skew(lab: Lab, offset: float) -> None:
    """A clock that is far off is told by the vendor's code and not tried again."""
    client = lab.client("snaptrade")
    lab.control.clock(offset)
    error = await lab.refused(
        "snaptrade",
        "AuthenticationError",
        lambda: client.connections.list_brokerage_authorizations(**lab.user),
    )
    assert error.code == "1076"
    assert "timestamp" in str(error)
    assert lab.logged("/authorizations") == [401]


async def test_revoked_token(lab: Lab) -> None:
    """A revoked token is replaced without the caller noticing."""
    client = lab.client("genesys")
    await lab.twin(client.journey.get_journey_session_events(SHORT_SESSION))
    assert lab.control.revoke_tokens() == 1
    await lab.twin(client.journey.get_journey_session_events(SHORT_SESSION))
    assert lab.logged(EVENTS_PATH) == [200, 401, 200]
    assert lab.tokens == 2


async def test_token_expired_at_the_server(lab: Lab) -> None:
    """So is one that the server lets expire earlier than it said."""
    client = lab.client("genesys")
    await lab.twin(client.journey.get_journey_session_events(SHORT_SESSION))
    lab.control.clock(90_000)
    await lab.twin(client.journey.get_journey_session_events(SHORT_SESSION))
    assert lab.logged(EVENTS_PATH) == [200, 401, 200]


async def test_short_lived_token(lab: Lab) -> None:
    """A token is replaced before its end, so no call is refused."""
    lab.control.settings(token_lifetime=10)
    client = lab.client("genesys")
    for seconds in (0, 5, 9.5):
        lab.ahead = seconds
        lab.control.clock(seconds)
        await lab.twin(client.journey.get_journey_session_events(SHORT_SESSION))
    assert lab.logged(EVENTS_PATH) == [200, 200, 200]
    assert lab.tokens == 2


async def test_token_that_never_works(lab: Lab) -> None:
    """With tokens that are dead on arrival there are two tries and then the error."""
    lab.control.settings(token_lifetime=0.0)
    client = lab.client("genesys")
    make_call = lambda: client.journey.get_journey_session_events(SHORT_SESSION)  # noqa: E731
    await lab.refused("genesys", "ResponseDecodeError", make_call)
    lab.control.settings(token_lifetime=0.000_001)
    error = await lab.refused("genesys", "AuthenticationError", make_call)
    assert error.code == "credentials.expired"
    assert lab.logged(EVENTS_PATH) == [401, 401]


async def test_wrong_secret(lab: Lab) -> None:
    """A wrong secret is refused by the token endpoint, once, and the message says what to check."""
    client = lab.client("genesys", client_secret="marker-wrong-secret")
    error = await lab.refused(
        "genesys", "AuthenticationError", lambda: client.journey.get_journey_session_events(SHORT_SESSION)
    )
    assert error.code == "invalid_client"
    assert "client_secret" in str(error)
    assert "marker-wrong-secret" not in str(error)
    assert lab.logged("/oauth/token") == [401]
    assert lab.logged(EVENTS_PATH) == []


async def test_real_limit(lab: Lab) -> None:
    """A used-up budget is told with the wait the vendor's own headers ask for."""
    lab.control.settings(rate_limit=0)
    client = lab.client("genesys", deadline=5.0)
    error = await lab.refused(
        "genesys", "RateLimitError", lambda: client.journey.get_journey_session_events(SHORT_SESSION)
    )
    assert error.retry_after is not None
    assert error.retry_after > 5
    assert error.rate_limit.remaining == 0
    assert len(lab.logged(EVENTS_PATH)) == 1
