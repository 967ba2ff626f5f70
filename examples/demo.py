"""
Call every operation of the three packages, from ordinary and from async code, and print what came back.

`make demo` installs the packages, starts a local server that plays the three vendors, and runs this
file against it. The clients read their credentials from the environment, as they would anywhere.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import genesys_journey_kit
import httpx
import snaptrade_kit
import stream_chat_kit
from genesys_journey_kit import AsyncGenesysJourney, GenesysJourney
from snaptrade_kit import AsyncSnapTrade, SnapTrade
from stream_chat_kit import (
    AsyncStreamChat,
    EventRequest,
    SendEventRequest,
    SendUserCustomEventRequest,
    StreamChat,
    SyncRequest,
    UserCustomEventRequest,
)

SERVER = os.environ["SANDBOX_URL"]
USER = {"user_id": os.environ["DEMO_USER_ID"], "user_secret": os.environ["DEMO_USER_SECRET"]}
CONNECTION = os.environ["DEMO_CONNECTION_ID"]
SESSION = os.environ["DEMO_SESSION_ID"]
CHANNEL = os.environ["DEMO_CHANNEL"]
SENDER = os.environ["DEMO_SENDER"]

KIND, _, NAME = CHANNEL.partition(":")
TYPING = SendEventRequest(event=EventRequest(type="typing.start", user_id=SENDER))
GREETING = SendUserCustomEventRequest(event=UserCustomEventRequest(type="friend_request", text="hello"))


class Step(NamedTuple):
    """One call. Twins have the same methods, so one line serves a client and its async twin."""

    operation: str
    call: Callable[[Any], Any]
    tell: Callable[[Any], str]


class Vendor(NamedTuple):
    """A pair of clients and what is tried with them."""

    name: str
    client: type[Any]
    async_client: type[Any]
    settings: dict[str, str]
    steps: list[Step]
    wrong: dict[str, str]
    refusal: type[Exception]


class Outcome(NamedTuple):
    """What one step gave."""

    good: bool
    said: str
    milliseconds: float


def last_day() -> SyncRequest:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    return SyncRequest(channel_cids=[CHANNEL], last_sync_at=yesterday, user_id=SENDER)


VENDORS = [
    Vendor(
        name="SnapTrade",
        client=SnapTrade,
        async_client=AsyncSnapTrade,
        settings={"base_url": f"{SERVER}/api/v1"},
        steps=[
            Step(
                "list_brokerage_authorizations",
                lambda c: c.connections.list_brokerage_authorizations(**USER),
                lambda found: "connections: " + ", ".join(one.brokerage.name for one in found),
            ),
            Step(
                "detail_brokerage_authorization",
                lambda c: c.connections.detail_brokerage_authorization(CONNECTION, **USER),
                lambda one: f"{one.name}, {one.type}, made {one.created_date:%Y-%m-%d}",
            ),
            Step(
                "return_rates",
                lambda c: c.connections.return_rates(CONNECTION, **USER),
                lambda rates: ", ".join(f"{r.timeframe} {r.return_percent:+} %" for r in rates.data[:3]),
            ),
            Step(
                "session_events",
                lambda c: c.connections.session_events(user_id=[USER["user_id"]]),
                lambda events: f"{len(events)} portal events, last {events[-1].session_event_type}",
            ),
            Step(
                "refresh_brokerage_authorization",
                lambda c: c.connections.refresh_brokerage_authorization(CONNECTION, **USER),
                lambda done: done.detail,
            ),
            Step(
                "disable_brokerage_authorization",
                lambda c: c.connections.disable_brokerage_authorization(CONNECTION, **USER),
                lambda done: done.detail,
            ),
            Step(
                "remove_brokerage_authorization",
                lambda c: c.connections.remove_brokerage_authorization(CONNECTION, **USER),
                lambda nothing: "removed; there is nothing to return",
            ),
        ],
        wrong={"consumer_key": "not-the-key"},
        refusal=snaptrade_kit.AuthenticationError,
    ),
    Vendor(
        name="Genesys Cloud",
        client=GenesysJourney,
        async_client=AsyncGenesysJourney,
        settings={"base_url": SERVER, "login_url": SERVER},
        steps=[
            Step(
                "get_journey_session_events",
                lambda c: c.journey.get_journey_session_events(SESSION, page_size=25),
                lambda page: f"{len(page.entities)} events, first {page.entities[0].event_type}",
            ),
            Step(
                "iter_journey_session_events",
                lambda c: c.journey.iter_journey_session_events(SESSION, page_size=200).pages(),
                lambda pages: f"{sum(len(p.items) for p in pages)} events on {len(pages)} pages",
            ),
        ],
        wrong={"client_secret": "not-the-secret"},
        refusal=genesys_journey_kit.AuthenticationError,
    ),
    Vendor(
        name="Stream Chat",
        client=StreamChat,
        async_client=AsyncStreamChat,
        settings={},  # from_env() reads STREAM_BASE_URL
        steps=[
            Step(
                "send_event",
                lambda c: c.events.send_event(KIND, NAME, body=TYPING),
                lambda sent: f"{sent.event.type} by {sent.event.user.id} in {sent.event.cid}",
            ),
            Step(
                "send_user_custom_event",
                lambda c: c.events.send_user_custom_event(SENDER, body=GREETING),
                lambda done: f"delivered in {done.duration}",
            ),
            Step(
                "sync",
                lambda c: c.events.sync(body=last_day(), with_inaccessible_cids=True),
                lambda missed: f"{len(missed.events)} events missed, first {missed.events[0].type}",
            ),
        ],
        wrong={"api_secret": "not-the-secret"},
        refusal=stream_chat_kit.AuthenticationError,
    ),
]


def start_afresh() -> None:
    """Removing a connection works once; put the server back to its beginning."""
    httpx.post(f"{SERVER}/_sandbox/reset", trust_env=False).raise_for_status()


class Session(NamedTuple):
    """The steps one client takes, and the error they must end in, if any."""

    settings: dict[str, str]
    steps: list[Step]
    refusal: type[Exception] | None


def sessions(vendor: Vendor) -> list[Session]:
    refused = vendor.steps[0]._replace(operation="(wrong credential)")
    return [
        Session(vendor.settings, vendor.steps, None),
        Session({**vendor.settings, **vendor.wrong}, [refused], vendor.refusal),
    ]


def judge(step: Step, expected: type[Exception] | None, began: float, result: Any) -> Outcome:
    elapsed = (time.perf_counter() - began) * 1000
    if expected is not None:
        return Outcome(isinstance(result, expected), f"{type(result).__name__}: {result}", elapsed)
    if isinstance(result, Exception):
        return Outcome(False, f"{type(result).__name__}: {result}", elapsed)
    try:
        return Outcome(True, step.tell(result), elapsed)
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        return Outcome(False, f"unexpected answer {result!r}: {error}", elapsed)


def run() -> list[Outcome]:
    """Ordinary code: the clients are called, their pages are listed."""
    outcomes: list[Outcome] = []
    for vendor in VENDORS:
        for session in sessions(vendor):
            with vendor.client.from_env(**session.settings) as client:
                for step in session.steps:
                    began = time.perf_counter()
                    try:
                        result = step.call(client)
                        if hasattr(result, "__next__"):
                            result = list(result)
                    except Exception as error:  # noqa: BLE001 -- the table shows what went wrong
                        result = error
                    outcomes.append(judge(step, session.refusal, began, result))
    return outcomes


async def run_async() -> list[Outcome]:
    """Async code: the same with `await` and `async for`."""
    outcomes: list[Outcome] = []
    for vendor in VENDORS:
        for session in sessions(vendor):
            async with vendor.async_client.from_env(**session.settings) as client:
                for step in session.steps:
                    began = time.perf_counter()
                    try:
                        result = step.call(client)
                        if hasattr(result, "__anext__"):
                            result = [page async for page in result]
                        else:
                            result = await result
                    except Exception as error:  # noqa: BLE001 -- the table shows what went wrong
                        result = error
                    outcomes.append(judge(step, session.refusal, began, result))
    return outcomes


def shortened(text: str, width: int = 90) -> str:
    return text if len(text) <= width else text[: width - 3] + "..."


def show(rows: list[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


def main() -> int:
    start_afresh()
    plain = run()
    start_afresh()
    awaited = asyncio.run(run_async())
    rows: list[tuple[str, ...]] = [("vendor", "operation", "sync", "async", "what came back")]
    steps = [(v.name, step) for v in VENDORS for session in sessions(v) for step in session.steps]
    for (name, step), one, other in zip(steps, plain, awaited, strict=True):
        marks = [f"{'ok' if o.good else 'FAILED'} {o.milliseconds:.0f} ms" for o in (one, other)]
        said = one.said if one.good == other.good else f"sync: {one.said} / async: {other.said}"
        rows.append((name, step.operation, *marks, shortened(said) if one.good and other.good else said))
    show(rows)
    good = sum(outcome.good for outcome in [*plain, *awaited])
    total = len(plain) + len(awaited)
    print(
        f"\n{good} of {total} calls gave what they should" + ("" if good == total else "; see FAILED above")
    )
    return 0 if good == total else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
