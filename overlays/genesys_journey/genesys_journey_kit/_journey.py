"""The journey operations with iteration over all pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from genesys_journey_openapi._runtime.errors import InvalidArgumentError
from genesys_journey_openapi._runtime.options import RequestOptions
from genesys_journey_openapi._runtime.pagination import AsyncPager, Page, Pager, cursor_from_uri
from genesys_journey_openapi.api import journey as generated
from genesys_journey_openapi.api.journey.get_journey_session_events import PAGES

if TYPE_CHECKING:
    from genesys_journey_openapi.models import Event, EventListing

__all__ = ["AsyncJourney", "Journey"]


def _page(listing: EventListing) -> Page[Event]:
    return Page(listing.entities or [], cursor_from_uri(listing.next_uri, PAGES.cursor))


def _checked_page_size(page_size: int | None) -> int | None:
    if page_size is None:
        return None
    if not isinstance(page_size, int) or isinstance(page_size, bool):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without types
        raise InvalidArgumentError(f"page_size must be a whole number, not {type(page_size).__name__}")
    if not 1 <= page_size <= PAGES.max_page_size:
        raise InvalidArgumentError(f"page_size must be from 1 to {PAGES.max_page_size}, not {page_size}")
    return page_size


class Journey(generated.Journey):
    """Journey operations for ordinary code."""

    def iter_journey_session_events(
        self,
        session_id: str,
        *,
        after: str | None = None,
        page_size: int | None = None,
        event_type: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[Event]:
        """
        Iterate over all events of a session; pages are fetched as they are needed.

        Args:
            session_id: The session whose events are wanted.
            after: The cursor to begin after, for example `Page.next_cursor` of an earlier run.
            page_size: Events per page, from 1 to 200; left out, the server decides.
            event_type: Only events of these kinds.
            request_options: Timeouts, deadline, retries, headers and query of each page.

        Returns:
            An iterable of events; ``.pages()`` gives whole pages with the cursor to resume at.

        Raises:
            InvalidArgumentError: The page size is out of range.
            PaginationError: While iterating: the server's cursors go round in a circle.
        """
        size = _checked_page_size(page_size)
        kinds = event_type if event_type is None or isinstance(event_type, str) else list(event_type)

        def fetch(cursor: str | None) -> Page[Event]:
            return _page(
                self.get_journey_session_events(
                    session_id,
                    after=cursor,
                    page_size=size,
                    event_type=kinds,
                    request_options=request_options,
                )
            )

        return Pager(fetch, after)


class AsyncJourney(generated.AsyncJourney):
    """Journey operations for async code."""

    def iter_journey_session_events(
        self,
        session_id: str,
        *,
        after: str | None = None,
        page_size: int | None = None,
        event_type: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[Event]:
        """
        Iterate over all events of a session; pages are fetched as they are needed.

        Args:
            session_id: The session whose events are wanted.
            after: The cursor to begin after, for example `Page.next_cursor` of an earlier run.
            page_size: Events per page, from 1 to 200; left out, the server decides.
            event_type: Only events of these kinds.
            request_options: Timeouts, deadline, retries, headers and query of each page.

        Returns:
            An async iterable of events; ``.pages()`` gives whole pages with the cursor to resume at.

        Raises:
            InvalidArgumentError: The page size is out of range.
            PaginationError: While iterating: the server's cursors go round in a circle.
        """
        size = _checked_page_size(page_size)
        kinds = event_type if event_type is None or isinstance(event_type, str) else list(event_type)

        async def fetch(cursor: str | None) -> Page[Event]:
            return _page(
                await self.get_journey_session_events(
                    session_id,
                    after=cursor,
                    page_size=size,
                    event_type=kinds,
                    request_options=request_options,
                )
            )

        return AsyncPager(fetch, after)
