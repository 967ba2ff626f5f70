"""Drive snaptrade-python-sdk, version 11 or 13, against a sandbox."""

from __future__ import annotations

import asyncio
import os
from typing import Any

from snaptrade_client import ApiException, SnapTrade

from .reporting import expect, perform

URL = os.environ["SANDBOX_URL"]
CLIENT_ID = os.environ["SNAPTRADE_CLIENT_ID"]
CONSUMER_KEY = os.environ["SNAPTRADE_CONSUMER_KEY"]
USER = {"user_id": os.environ["SNAPTRADE_USER_ID"], "user_secret": os.environ["SNAPTRADE_USER_SECRET"]}


def connections(consumer_key: str = CONSUMER_KEY) -> Any:
    """Build the SDK's client as its version wants it and return the operations of connections."""
    try:
        from snaptrade_client.auth import SnapTradeAuth
    except ImportError:
        host = f"{URL}/api/v1"
        return SnapTrade(consumer_key=consumer_key, client_id=CLIENT_ID, host=host).connections
    auth = SnapTradeAuth.commercial_api_key(consumer_key=consumer_key, client_id=CLIENT_ID)
    return SnapTrade(auth=auth, host=URL).connections


class Run:
    """Hold the connection that all operations are about."""

    def __init__(self) -> None:
        self.api = connections()
        self.connection: dict[str, str] = {}

    def list(self) -> str:
        """List the connections and remember the first."""
        found = self.api.list_brokerage_authorizations(**USER).body
        self.connection = USER | {"authorization_id": found[0]["id"]}
        return f"{len(found)} connections"

    def list_async(self) -> str:
        """List the connections with the SDK's coroutine."""
        found = asyncio.run(self.api.alist_brokerage_authorizations(**USER)).body
        expect(found, "no connections")
        return f"{len(found)} connections"

    def list_with_wrong_key(self) -> str:
        """Sign with another key, which must not be let in."""
        try:
            connections("another-key").list_brokerage_authorizations(**USER)
        except ApiException as error:
            expect(error.status == 401, error)
            return "refused"
        raise AssertionError("the sandbox accepted a wrong signature")

    def detail(self) -> str:
        """Read one connection."""
        found = self.api.detail_brokerage_authorization(**self.connection).body
        expect(found["id"] == self.connection["authorization_id"], found)
        return str(found["name"])

    def return_rates(self) -> str:
        """Read the return rates of a connection."""
        return ", ".join(rate["timeframe"] for rate in self.api.return_rates(**self.connection).body["data"])

    def session_events(self) -> str:
        """List the portal events of one user."""
        user = USER["user_id"]
        found = self.api.session_events(partner_client_id=CLIENT_ID, user_id=user).body
        expect({event["user_id"] for event in found} == {user}, found)
        return f"{len(found)} events"

    def refresh(self) -> str:
        """Ask for fresh holdings."""
        return confirmed(self.api.refresh_brokerage_authorization(**self.connection))

    def disable(self) -> str:
        """Disconnect a connection."""
        return confirmed(self.api.disable_brokerage_authorization(**self.connection))

    def remove(self) -> str:
        """Delete a connection."""
        expect(self.api.remove_brokerage_authorization(**self.connection).status == 204, "not removed")
        return "removed"


def confirmed(response: Any) -> str:
    """Check that the answer holds a confirmation for people."""
    expect(response.body["detail"], response.body)
    return "confirmed"


if __name__ == "__main__":
    run = Run()
    perform(
        {
            "listBrokerageAuthorizations": run.list,
            "listBrokerageAuthorizations, async": run.list_async,
            "listBrokerageAuthorizations, wrong key": run.list_with_wrong_key,
            "detailBrokerageAuthorization": run.detail,
            "returnRates": run.return_rates,
            "sessionEvents": run.session_events,
            "refreshBrokerageAuthorization": run.refresh,
            "disableBrokerageAuthorization": run.disable,
            "removeBrokerageAuthorization": run.remove,
        }
    )
