"""
List a user's connections with their latest return, and tell which of them need attention.

    SNAPTRADE_CLIENT_ID=... SNAPTRADE_CONSUMER_KEY=... \
    SNAPTRADE_USER_ID=... SNAPTRADE_USER_SECRET=... python snaptrade_connections.py

With SANDBOX_URL set (`make sandbox` prints it) the local server answers instead of SnapTrade.
"""

from __future__ import annotations

import os
import sys
from uuid import UUID

from snaptrade_kit import KitError, RateLimitError, SnapTrade, StatusError, Timeframe

USER_ID = os.environ["SNAPTRADE_USER_ID"]
USER_SECRET = os.environ["SNAPTRADE_USER_SECRET"]


def connect() -> SnapTrade:
    sandbox = os.environ.get("SANDBOX_URL")
    return SnapTrade.from_env(base_url=f"{sandbox}/api/v1") if sandbox else SnapTrade.from_env()


def latest_return(snaptrade: SnapTrade, connection_id: UUID) -> str:
    try:
        rates = snaptrade.connections.return_rates(
            connection_id, user_id=USER_ID, user_secret=USER_SECRET, timeframes=[Timeframe.ALL]
        )
    except StatusError as error:
        # Not every brokerage has return rates; that is no reason to give up on the others.
        return f"no return rates ({error.code or error.status_code})"
    found = [rate.return_percent for rate in rates.data or [] if rate.return_percent is not None]
    return f"{found[0]:+.2f} %" if found else "no return rates yet"


def main() -> int:
    with connect() as snaptrade:
        connections = snaptrade.connections.list_brokerage_authorizations(
            user_id=USER_ID, user_secret=USER_SECRET
        )
        for connection in connections:
            brokerage = connection.brokerage.display_name if connection.brokerage else "unknown brokerage"
            if connection.disabled:
                print(f"{brokerage}: disabled since {connection.disabled_date}, the user has to reconnect")
            elif connection.id is not None:
                print(f"{brokerage}: {latest_return(snaptrade, connection.id)}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RateLimitError as error:
        sys.exit(f"too many requests, try again in {error.retry_after or 60:.0f} seconds")
    except KitError as error:
        sys.exit(str(error))
