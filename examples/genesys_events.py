"""
Walk through all events of a journey session, page by page, and resume where an earlier run ended.

    GENESYSCLOUD_REGION=... GENESYSCLOUD_OAUTHCLIENT_ID=... GENESYSCLOUD_OAUTHCLIENT_SECRET=... \
    python genesys_events.py SESSION_ID [CURSOR]

With SANDBOX_URL set (`make sandbox` prints it) the local server answers instead of Genesys Cloud.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections import Counter

from genesys_journey_kit import AppEvent, AsyncGenesysJourney, Event, KitError, UnknownPayload, WebEvent


def connect() -> AsyncGenesysJourney:
    sandbox = os.environ.get("SANDBOX_URL")
    if sandbox:
        return AsyncGenesysJourney.from_env(base_url=sandbox, login_url=sandbox)
    return AsyncGenesysJourney.from_env()


def describe(event: Event) -> str:
    match event.payload:
        case WebEvent() as web:
            return f"{web.event_name} on {web.page.url if web.page else 'an unknown page'}"
        case AppEvent() as app:
            return f"{app.event_name} in screen {app.screen_name}"
        case UnknownPayload(kind=kind, data=data):
            # Kinds that did not exist when this package was made arrive whole, too.
            return f"{kind} with {', '.join(data)}"
        case other:
            return type(other).__name__


async def main(session_id: str, cursor: str | None) -> None:
    kinds: Counter[str] = Counter()
    async with connect() as genesys:
        pager = genesys.journey.iter_journey_session_events(session_id, after=cursor, page_size=200)
        async for page in pager.pages():
            for event in page.items:
                kinds[event.event_type or "?"] += 1
            if page.items:
                print(f"{len(page.items)} events, the last: {describe(page.items[-1])}")
            # Keep the cursor somewhere safe: a later run can begin there.
            print(f"next cursor: {page.next_cursor or 'none, this was the last page'}")
    for kind, count in kinds.most_common():
        print(f"{count:6} {kind}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        asyncio.run(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
    except KitError as error:
        sys.exit(str(error))
