"""Drive PureCloudPlatformClientV2 against a sandbox."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from PureCloudPlatformClientV2 import JourneyApi
from PureCloudPlatformClientV2.api_client import ApiClient
from PureCloudPlatformClientV2.rest import ApiException

from .reporting import expect, perform

URL = os.environ["SANDBOX_URL"]
CLIENT_ID = os.environ["GENESYSCLOUD_OAUTHCLIENT_ID"]
CLIENT_SECRET = os.environ["GENESYSCLOUD_OAUTHCLIENT_SECRET"]
SESSION = os.environ["GENESYS_SESSION_ID"]
EVENTS = int(os.environ["GENESYS_SESSION_EVENTS"])
KINDS = ("com.genesys.journey.AppEvent", "com.genesys.journey.WebEvent")


class Run:
    """Hold the SDK's client with its token."""

    def __init__(self) -> None:
        self.client = ApiClient(host=URL)
        self.api = JourneyApi(self.client)

    def token(self) -> str:
        """Get a token with client credentials."""
        self.client.get_client_credentials_token(CLIENT_ID, CLIENT_SECRET)
        return f"a token of {len(self.client.access_token)} characters"

    def token_with_wrong_secret(self) -> str:
        """Ask for a token with another secret, which must be refused."""
        return refusal(ApiClient(host=URL).get_client_credentials_token, CLIENT_ID, "another-secret")

    def first_page(self) -> str:
        """Read one page without any option."""
        listing = self.api.get_journey_session_events(SESSION)
        expect(isinstance(listing.entities[0].created_date, datetime), listing.entities[0])
        return f"{len(listing.entities)} events"

    def all_pages(self) -> str:
        """Follow the cursors to the end; every event comes once."""
        options = {"page_size": "200"}
        seen: list[str] = []
        pages = 0
        while True:
            listing = self.api.get_journey_session_events(SESSION, **options)
            seen += [event.id for event in listing.entities]
            pages += 1
            if not listing.next_uri:
                break
            options["after"] = parse_qs(urlsplit(listing.next_uri).query)["after"][0]
        expect(len(seen) == len(set(seen)) == EVENTS, f"{len(seen)} events, {len(set(seen))} different ones")
        return f"{len(seen)} events on {pages} pages"

    def some_kinds(self) -> str:
        """Ask for events of two kinds."""
        listing = self.api.get_journey_session_events(SESSION, event_type=",".join(KINDS))
        expect({event.event_type for event in listing.entities} == set(KINDS), listing)
        return f"{len(listing.entities)} events"

    def wrong_token(self) -> str:
        """Use a token that was never issued, which must be refused."""
        stranger = ApiClient(host=URL)
        stranger.access_token = "never-issued"
        return refusal(JourneyApi(stranger).get_journey_session_events, SESSION)


def refusal(call: Any, *arguments: str) -> str:
    """Make a call and demand that it is refused for lack of credentials."""
    try:
        call(*arguments)
    except ApiException as error:
        expect(error.status == 401, error)
        return "refused"
    raise AssertionError("the sandbox accepted wrong credentials")


if __name__ == "__main__":
    run = Run()
    perform(
        {
            "token": run.token,
            "token, wrong secret": run.token_with_wrong_secret,
            "getJourneySessionEvents": run.first_page,
            "getJourneySessionEvents, all pages": run.all_pages,
            "getJourneySessionEvents, some kinds": run.some_kinds,
            "getJourneySessionEvents, wrong token": run.wrong_token,
        }
    )
