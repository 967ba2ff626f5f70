"""Clients for the Genesys Cloud Journey API that know the operations but no credentials."""

from functools import cached_property
from typing import Final

from ._runtime.async_client import AsyncClient
from ._runtime.client import SyncClient
from ._runtime.core import Server
from .api.journey import AsyncJourney, Journey

__all__ = ["SERVERS", "ApiClient", "AsyncApiClient"]

SERVERS: Final = (
    Server(
        "https://api.mypurecloud.com",
        "Americas, Northern Virginia.",
        {
            "region": "us-east-1",
            "login-url": "https://login.mypurecloud.com",
        },
    ),
    Server(
        "https://api.mypurecloud.ie",
        "Europe, Ireland.",
        {
            "region": "eu-west-1",
            "login-url": "https://login.mypurecloud.ie",
        },
    ),
    Server(
        "https://api.mypurecloud.com.au",
        "Asia Pacific, Sydney.",
        {
            "region": "ap-southeast-2",
            "login-url": "https://login.mypurecloud.com.au",
        },
    ),
    Server(
        "https://api.mypurecloud.jp",
        "Asia Pacific, Tokyo.",
        {
            "region": "ap-northeast-1",
            "login-url": "https://login.mypurecloud.jp",
        },
    ),
    Server(
        "https://api.mypurecloud.de",
        "Europe, Frankfurt.",
        {
            "region": "eu-central-1",
            "login-url": "https://login.mypurecloud.de",
        },
    ),
    Server(
        "https://api.usw2.pure.cloud",
        "Americas, Oregon.",
        {
            "region": "us-west-2",
            "login-url": "https://login.usw2.pure.cloud",
        },
    ),
    Server(
        "https://api.cac1.pure.cloud",
        "Americas, Canada.",
        {
            "region": "ca-central-1",
            "login-url": "https://login.cac1.pure.cloud",
        },
    ),
    Server(
        "https://api.apne2.pure.cloud",
        "Asia Pacific, Seoul.",
        {
            "region": "ap-northeast-2",
            "login-url": "https://login.apne2.pure.cloud",
        },
    ),
    Server(
        "https://api.euw2.pure.cloud",
        "Europe, London.",
        {
            "region": "eu-west-2",
            "login-url": "https://login.euw2.pure.cloud",
        },
    ),
    Server(
        "https://api.aps1.pure.cloud",
        "Asia Pacific, Mumbai.",
        {
            "region": "ap-south-1",
            "login-url": "https://login.aps1.pure.cloud",
        },
    ),
    Server(
        "https://api.use2.us-gov-pure.cloud",
        "Americas, Ohio, for United States government customers.",
        {
            "region": "us-east-2",
            "login-url": "https://login.use2.us-gov-pure.cloud",
        },
    ),
    Server(
        "https://api.sae1.pure.cloud",
        "Americas, São Paulo.",
        {
            "region": "sa-east-1",
            "login-url": "https://login.sae1.pure.cloud",
        },
    ),
    Server(
        "https://api.mec1.pure.cloud",
        "Middle East, United Arab Emirates.",
        {
            "region": "me-central-1",
            "login-url": "https://login.mec1.pure.cloud",
        },
    ),
    Server(
        "https://api.apne3.pure.cloud",
        "Asia Pacific, Osaka.",
        {
            "region": "ap-northeast-3",
            "login-url": "https://login.apne3.pure.cloud",
        },
    ),
    Server(
        "https://api.euc2.pure.cloud",
        "Europe, Zurich.",
        {
            "region": "eu-central-2",
            "login-url": "https://login.euc2.pure.cloud",
        },
    ),
    Server(
        "https://api.mxc1.pure.cloud",
        "Americas, Mexico.",
        {
            "region": "mx-central-1",
            "login-url": "https://login.mxc1.pure.cloud",
        },
    ),
    Server(
        "https://api.apse1.pure.cloud",
        "Asia Pacific, Singapore.",
        {
            "region": "ap-southeast-1",
            "login-url": "https://login.apse1.pure.cloud",
        },
    ),
    Server(
        "https://api.edee1.eusc-pure.cloud",
        "Europe, Brandenburg, sovereign cloud of the European Union.",
        {
            "region": "eusc-de-east-1",
            "login-url": "https://login.edee1.eusc-pure.cloud",
        },
    ),
)
"""The hosts that the specification names."""


class ApiClient(SyncClient):
    """The operations of the Genesys Cloud Journey API, one attribute per tag."""

    @cached_property
    def journey(self) -> Journey:
        """What visitors of web sites and apps did, and what was offered to them."""
        return Journey(self)


class AsyncApiClient(AsyncClient):
    """The operations of the Genesys Cloud Journey API, one attribute per tag."""

    @cached_property
    def journey(self) -> AsyncJourney:
        """What visitors of web sites and apps did, and what was offered to them."""
        return AsyncJourney(self)
