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

from genesys_journey_kit import AsyncGenesysJourney, Event, KitError


def connect() -> AsyncGenesysJourney:
    sandbox = os.environ.get("SANDBOX_URL")
    if sandbox:
        return AsyncGenesysJourney.from_env(base_url=sandbox, login_url=sandbox)
    return AsyncGenesysJourney.from_env()


def describe(event: Event) -> str:
    if event.web_event is not None:
        page = event.web_event.page
        return f"{event.web_event.event_name} on {page.url if page else 'an unknown page'}"
    if event.app_event is not None:
        return f"{event.app_event.event_name} in screen {event.app_event.screen_name}"
    # Kinds that did not exist when this package was made arrive whole, too.
    return ", ".join(event.additional_properties) or "no details"


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
