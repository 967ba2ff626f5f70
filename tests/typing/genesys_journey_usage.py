"""How users annotate; never run, only checked by mypy and pyright in strict mode."""

from __future__ import annotations

from typing import assert_type

from genesys_journey_kit import (
    AppEvent,
    AsyncGenesysJourney,
    Event,
    EventListing,
    GenesysJourney,
    Page,
    UnknownPayload,
    WebEvent,
)


def one_page(genesys: GenesysJourney) -> str | None:
    listing = genesys.journey.get_journey_session_events("session", page_size=200, event_type=["a", "b"])
    assert_type(listing, EventListing)
    return listing.next_uri


def all_events(genesys: GenesysJourney) -> list[Event]:
    return list(genesys.journey.iter_journey_session_events("session", page_size=50))


def all_pages(genesys: GenesysJourney) -> str | None:
    cursor: str | None = None
    for page in genesys.journey.iter_journey_session_events("session").pages():
        assert_type(page, Page[Event])
        cursor = page.next_cursor
    return cursor


async def from_async_code() -> list[WebEvent]:
    found: list[WebEvent] = []
    async with AsyncGenesysJourney(region="eu-west-1", access_token="t") as genesys:
        async for event in genesys.journey.iter_journey_session_events("session"):
            assert_type(event.web_event, WebEvent | None)
            if event.web_event is not None:
                found.append(event.web_event)
    return found


def name_of(event: Event) -> str:
    match event.payload:
        case WebEvent() as web:
            return web.page.url or "?" if web.page else "?"
        case AppEvent(screen_name=str(name)):
            return name
        case UnknownPayload(kind=kind):
            return kind or "?"
        case None:
            return "nothing"
        case other:
            return type(other).__name__
