"""How users annotate; never run, only checked by mypy and pyright in strict mode."""

from __future__ import annotations

from typing import assert_type
from uuid import UUID

from snaptrade_kit import (
    AsyncSnapTrade,
    BrokerageAuthorization,
    RateLimit,
    RateLimitError,
    RequestOptions,
    Response,
    SessionEvent,
    SnapTrade,
    StatusError,
    Timeframe,
)


def list_names(snaptrade: SnapTrade) -> list[str]:
    connections = snaptrade.connections.list_brokerage_authorizations(user_id="u", user_secret="s")
    assert_type(connections, list[BrokerageAuthorization])
    return [
        f"{connection.name}: {connection.brokerage.name if connection.brokerage else '?'}"
        for connection in connections
    ]


def every_operation(snaptrade: SnapTrade, connection_id: UUID) -> None:
    connections = snaptrade.connections
    detail = connections.detail_brokerage_authorization(connection_id, user_id="u", user_secret="s")
    assert_type(detail, BrokerageAuthorization)
    assert_type(detail.id, UUID | None)
    disabled = connections.disable_brokerage_authorization("text", user_id="u", user_secret="s")
    assert_type(disabled.detail, str | None)
    connections.refresh_brokerage_authorization(
        connection_id,
        user_id="u",
        user_secret="s",
        request_options=RequestOptions(timeout=3, max_retries=0),
    )
    connections.remove_brokerage_authorization(connection_id, user_id="u", user_secret="s")
    rates = connections.return_rates(
        connection_id, user_id="u", user_secret="s", timeframes=[Timeframe.ALL, "1Y"]
    )
    for rate in rates.data or []:
        assert_type(rate.timeframe, Timeframe | None)
        assert_type(rate.return_percent, float | None)
    events = connections.session_events(user_id=["u", "v"])
    assert_type(events, list[SessionEvent])


def raw(snaptrade: SnapTrade) -> RateLimit | None:
    response = snaptrade.connections.with_raw_response.session_events()
    assert_type(response, Response[list[SessionEvent]])
    return response.rate_limit


async def from_async_code() -> None:
    async with AsyncSnapTrade.from_env() as snaptrade:
        assert_type(snaptrade, AsyncSnapTrade)
        detail = await snaptrade.connections.detail_brokerage_authorization("c", user_id="u", user_secret="s")
        assert_type(detail, BrokerageAuthorization)
        await snaptrade.with_options(timeout=2.5).connections.session_events()


def errors(snaptrade: SnapTrade) -> float | None:
    try:
        snaptrade.connections.session_events()
    except RateLimitError as error:
        return error.retry_after
    except StatusError as error:
        assert_type(error.status_code, int)
        assert_type(error.code, str | None)
    return None
