"""Which SDK in which version is driven through which operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.sandbox import world
from tests.sandbox.world_genesys import EVENTS, LONG_SESSION

SNAPTRADE_USER = "ada"


@dataclass(frozen=True)
class Sdk:
    """Describe one pinned distribution and what is asked of it."""

    name: str
    distribution: str
    version: str
    script: str
    """Module of this package that runs inside the SDK's own environment."""
    operations: Mapping[str, int]
    """Operation, perhaps with a variant after a comma, and the status the sandbox must answer."""
    variables: Mapping[str, str]

    @property
    def pin(self) -> str:
        """Return the requirement pip installs."""
        return f"{self.distribution}=={self.version}"


_SNAPTRADE = {
    "SNAPTRADE_USER_ID": SNAPTRADE_USER,
    "SNAPTRADE_USER_SECRET": world.SNAPTRADE_USERS[SNAPTRADE_USER],
}
_GENESYS = {"GENESYS_SESSION_ID": LONG_SESSION, "GENESYS_SESSION_EVENTS": str(EVENTS[LONG_SESSION])}

SDKS = (
    Sdk(
        "snaptrade-11",
        "snaptrade-python-sdk",
        "11.0.120",
        "snaptrade_sdk",
        {
            "listBrokerageAuthorizations": 200,
            "listBrokerageAuthorizations, async": 200,
            "listBrokerageAuthorizations, wrong key": 401,
            "detailBrokerageAuthorization": 200,
            "returnRates": 200,
            "sessionEvents": 200,
            "refreshBrokerageAuthorization": 200,
            "disableBrokerageAuthorization": 200,
            "removeBrokerageAuthorization": 204,
        },
        _SNAPTRADE,
    ),
    # Signs another path than 11 does and no longer has the operations to remove and to list events.
    Sdk(
        "snaptrade-13",
        "snaptrade-python-sdk",
        "13.0.49",
        "snaptrade_sdk",
        {
            "listBrokerageAuthorizations": 200,
            "listBrokerageAuthorizations, async": 200,
            "listBrokerageAuthorizations, wrong key": 401,
            "detailBrokerageAuthorization": 200,
            "returnRates": 200,
            "refreshBrokerageAuthorization": 200,
            "disableBrokerageAuthorization": 200,
        },
        _SNAPTRADE,
    ),
    Sdk(
        "genesys",
        "PureCloudPlatformClientV2",
        "269.0.0",
        "genesys_sdk",
        {
            "token, wrong secret": 401,
            "token": 200,
            "getJourneySessionEvents": 200,
            "getJourneySessionEvents, all pages": 200,
            "getJourneySessionEvents, some kinds": 200,
            "getJourneySessionEvents, wrong token": 401,
        },
        _GENESYS,
    ),
    Sdk(
        "stream",
        "stream-chat",
        "4.33.0",
        "stream_sdk",
        {
            "sendEvent": 201,
            "sendEvent, async": 201,
            "sendEvent, user token": 201,
            "sendEvent, wrong secret": 401,
            "sendUserCustomEvent": 201,
            "sendUserCustomEvent, async": 201,
            "sync, through client.post": 201,
        },
        {},
    ),
)
"""All SDKs; names are also those of the environments."""
