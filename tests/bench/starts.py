"""What somebody types first with each client: imports, a client, a call."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from .contenders.world import SESSION, SNAPTRADE, STREAM, TOKEN, USER

__all__ = ["STARTS", "Start"]


@frozen
class Start:
    """
    Three lines of Python; ``URL`` is the local server.

    Args:
        load: Imports what the other two need.
        make: An expression that gives a client.
        call: An expression that uses ``client``.
        secure: Loads what a first https connection needs beyond that.
    """

    load: str
    make: str
    call: str
    secure: str = "pass"


_EVENT: Final = "body={0}SendEventRequest(event={0}EventRequest({1}='typing.start', user_id='jane'))"
_SECURE: Final = "from {0}_openapi._runtime.tls import shared_ssl_context; shared_ssl_context()"
_TOKEN: Final = f"AuthenticatedClient(base_url=URL, token={TOKEN!r})"


def _stock(vendor: str, load: str, call: str) -> Start:
    # Its client makes the one of httpx when that is first asked for.
    made = f"[client := {_TOKEN}, client.get_httpx_client()][0]"
    return Start(f"from stock_{vendor} import AuthenticatedClient\nfrom stock_{vendor}.{load}", made, call)


STARTS: Final[dict[tuple[str, str], Start]] = {
    ("raw", "any"): Start(
        "import httpx, attrs",
        "httpx.Client()",
        f"client.get(URL + '/authorizations', params={USER}).json()",
    ),
    ("ours", "snaptrade"): Start(
        "import snaptrade_kit",
        f"snaptrade_kit.SnapTrade(**{SNAPTRADE}, base_url=URL)",
        f"client.connections.list_brokerage_authorizations(**{USER})",
        _SECURE.format("snaptrade"),
    ),
    ("ours", "genesys_journey"): Start(
        "import genesys_journey_kit",
        f"genesys_journey_kit.GenesysJourney(access_token={TOKEN!r}, base_url=URL)",
        f"client.journey.get_journey_session_events({SESSION!r})",
        _SECURE.format("genesys_journey"),
    ),
    ("ours", "stream_chat"): Start(
        "import stream_chat_kit",
        f"stream_chat_kit.StreamChat(**{STREAM}, base_url=URL)",
        f"client.events.send_event('messaging', 'general', {_EVENT.format('stream_chat_kit.', 'type')})",
        _SECURE.format("stream_chat"),
    ),
    ("stock", "snaptrade"): _stock(
        "snaptrade",
        "api.connections import list_brokerage_authorizations as operation",
        f"operation.sync(client=client, **{USER})",
    ),
    ("stock", "genesys_journey"): _stock(
        "genesys_journey",
        "api.journey import get_journey_session_events as operation",
        f"operation.sync({SESSION!r}, client=client)",
    ),
    ("stock", "stream_chat"): _stock(
        "stream_chat",
        "models import EventRequest, SendEventRequest\nfrom stock_stream_chat.api.events import send_event",
        f"send_event.sync('messaging', 'general', client=client, {_EVENT.format('', 'type_')})",
    ),
    ("SnapTrade", "snaptrade"): Start(
        "from snaptrade_client import SnapTrade\nfrom snaptrade_client.auth import SnapTradeAuth",
        f"SnapTrade(auth=SnapTradeAuth.commercial_api_key(**{SNAPTRADE}), host=URL)",
        f"client.connections.list_brokerage_authorizations(**{USER}).body",
    ),
    ("Genesys", "genesys_journey"): Start(
        "import PureCloudPlatformClientV2 as sdk\nfrom PureCloudPlatformClientV2.api_client import ApiClient",
        "sdk.JourneyApi(ApiClient(host=URL))",
        f"client.get_journey_session_events({SESSION!r})",
    ),
    ("stream-chat", "stream_chat"): Start(
        "from stream_chat import StreamChat",
        f"StreamChat(**{STREAM}, base_url=URL)",
        "client.channel('messaging', 'general').send_event({'type': 'typing.start'}, 'jane')",
    ),
    ("getstream", "stream_chat"): Start(
        "from getstream import Stream\nfrom getstream.models import EventRequest",
        f"Stream(**{STREAM}, base_url=URL)",
        "client.chat.send_event('messaging', 'general', EventRequest(type='typing.start', user_id='jane'))",
    ),
}
"""By client and vendor."""
