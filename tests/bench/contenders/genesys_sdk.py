"""PureCloudPlatformClientV2."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PureCloudPlatformClientV2 import JourneyApi
from PureCloudPlatformClientV2.api_client import ApiClient

from .world import SESSION, TOKEN, four_of_journey_event


def call(vendor: str, url: str) -> Callable[[], Any]:
    """Make a call ready."""
    client = ApiClient(host=url)
    client.access_token = TOKEN
    api = JourneyApi(client)
    return lambda: api.get_journey_session_events(SESSION, page_size="5")


class _Answer:
    """As much of an answer as the SDK looks at; its transport decodes the text."""

    def __init__(self, content: bytes) -> None:
        self.data = content.decode()

    def getheader(self, name: str) -> str:
        """Return the one header that is asked for."""
        return "application/json"


def decoder(vendor: str) -> Callable[[bytes], Any]:
    """Return what a call does with the bytes of an answer."""
    client = ApiClient(host="http://localhost")
    return lambda content: client.deserialize(_Answer(content), "EventListing")


FOUR: dict[str, Callable[[Any], object]] = {
    "genesys_journey": lambda found: [four_of_journey_event(one) for one in found.entities]
}
