"""Walk through the pages of a listing; driven by what the specification says about it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Generic, TypeVar
from urllib.parse import parse_qsl, urlsplit

from attrs import frozen

from .errors import KitError

__all__ = ["AsyncPager", "Cursor", "Page", "Pager", "PaginationError", "cursor_from_uri"]

I = TypeVar("I")  # noqa: E741 -- the item

_MOST_EMPTY_PAGES = 3


class PaginationError(KitError):
    """The server's pages do not end: a cursor came back that was already used."""


@frozen(kw_only=True)
class Cursor:
    """
    How a listing is paged; from ``x-pagination`` of the specification.

    Args:
        items: The response member with the items.
        next: The response member with the address of the next page.
        cursor: The query parameter that takes the cursor, in that address and in requests.
        page_size: The query parameter that takes the size of a page.
        max_page_size: The largest page the vendor serves.
    """

    items: str
    next: str
    cursor: str
    page_size: str
    max_page_size: int


@frozen
class Page(Generic[I]):
    """
    One page of a listing.

    Args:
        items: The items of the page.
        next_cursor: Where the next page begins, ``None`` on the last one. Pass it as the cursor
            of a new iteration to resume there.
    """

    items: list[I]
    next_cursor: str | None


def cursor_from_uri(uri: str | None, parameter: str) -> str | None:
    """
    Return the cursor inside the address of the next page.

    The address itself is never requested: only its cursor is taken, so that a server cannot
    lead the credentials elsewhere.
    """
    if not uri:
        return None
    for name, value in parse_qsl(urlsplit(uri).query):
        if name == parameter:
            return value or None
    return None


class _Guard:
    """Notice listings that never end."""

    def __init__(self, start: str | None) -> None:
        self._seen = {start}
        self._empty = 0

    def accept(self, page: Page[I]) -> str | None:
        """Return the next cursor; raise `PaginationError` when it was used before."""
        cursor = page.next_cursor
        if cursor is None:
            return None
        self._empty = 0 if page.items else self._empty + 1
        if self._empty >= _MOST_EMPTY_PAGES:
            # Some listings hand out a next address for ever; the vendor's own tool stops here too.
            return None
        if cursor in self._seen:
            raise PaginationError(f"the server returned the same cursor twice after {len(self._seen)} pages")
        self._seen.add(cursor)
        return cursor


class Pager(Generic[I]):
    """
    Iterate over all items of a listing, fetching pages as they are needed.

    Args:
        fetch: Returns the page that begins at a cursor; ``None`` is the first page.
        start: The cursor to begin at.
    """

    def __init__(self, fetch: Callable[[str | None], Page[I]], start: str | None = None) -> None:
        self._fetch = fetch
        self._start = start

    def pages(self) -> Iterator[Page[I]]:
        """Iterate over whole pages."""
        cursor, guard = self._start, _Guard(self._start)
        while True:
            page = self._fetch(cursor)
            yield page
            cursor = guard.accept(page)
            if cursor is None:
                return

    def __iter__(self) -> Iterator[I]:
        for page in self.pages():
            yield from page.items


class AsyncPager(Generic[I]):
    """
    Iterate over all items of a listing, fetching pages as they are needed.

    Args:
        fetch: Returns the page that begins at a cursor; ``None`` is the first page.
        start: The cursor to begin at.
    """

    def __init__(self, fetch: Callable[[str | None], Awaitable[Page[I]]], start: str | None = None) -> None:
        self._fetch = fetch
        self._start = start

    async def pages(self) -> AsyncIterator[Page[I]]:
        """Iterate over whole pages."""
        cursor, guard = self._start, _Guard(self._start)
        while True:
            page = await self._fetch(cursor)
            yield page
            cursor = guard.accept(page)
            if cursor is None:
                return

    async def __aiter__(self) -> AsyncIterator[I]:
        async for page in self.pages():
            for item in page.items:
                yield item
