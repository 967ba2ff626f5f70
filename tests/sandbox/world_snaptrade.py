"""The connections, return rates and session events of the SnapTrade users."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

_NAMESPACE = uuid.UUID("6d0f3c52-7c1e-4b1a-9d55-3f2a10c8e7b4")

TIMEFRAMES = ("ALL", "1Y", "YTD", "6M", "3M", "1M", "1W", "1D")

_BROKERAGES: dict[str, tuple[str, str, bool]] = {
    "MAPLE": ("Maple Direct", "Traditional Brokerage", True),
    "HARBOR": ("Harbor Invest", "Traditional Brokerage", False),
    "COINWELL": ("Coinwell", "Cryptocurrency Exchange", True),
    "SANDBOX": ("Sandbox Brokerage", "Test Brokerage", False),
}

_CONNECTIONS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("ada", "MAPLE", "trade", {}),
    ("ada", "COINWELL", "read", {"data_freshness_mode": "realtime"}),
    (
        "ada",
        "HARBOR",
        "read",
        {"disabled": True, "disabled_date": "2025-08-30T09:15:00.000321-05:00"},
    ),
    ("grace", "MAPLE", "read", {"is_eligible_for_payout": True}),
    ("grace", "SANDBOX", "read", {}),
)

WITHOUT_RETURN_RATES = "COINWELL"
"""Brokerage for which return rates are not enabled."""

_STEPS = (
    ("SESSION_STARTED", None),
    ("DISCLAIMER_ACCEPTED", None),
    ("BROKERAGE_CONNECTION_INITIATED", None),
    ("OAUTH_REDIRECT", None),
    ("OAUTH_BROKERAGE_AUTHENTICATION", 200),
    ("BROKERAGE_AUTHENTICATION", 401),
    ("MFA_REQUESTED", None),
    ("MFA_SUBMITTED", 200),
    ("MFA_CHOICE_REQUESTED", None),
    ("MFA_CHOICE_SUBMITTED", 200),
    ("BROKERAGE_RECONNECT_INITIATED", None),
    ("CONNECTION_FAILED", 503),
    ("CONNECTION_ABORTED", None),
    ("CONNECTION_SUCCESSFUL", 200),
    ("PARTNER_REDIRECT", None),
)


def stable_id(*parts: str) -> str:
    """Return the UUID that belongs to these words."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(parts)))


def connection_id(user: str, slug: str) -> str:
    """Return the id of a user's connection with a brokerage."""
    return stable_id("connection", user, slug)


@dataclass
class Connection:
    """Hold one brokerage authorization and what only the sandbox knows of it."""

    user: str
    slug: str
    public: dict[str, Any]
    charges: int = 0
    refreshed_at: float | None = None

    @property
    def rates(self) -> list[dict[str, Any]] | None:
        """Return all return rates, or nothing when the brokerage has none."""
        if self.slug == WITHOUT_RETURN_RATES:
            return None
        return [
            {
                "timeframe": timeframe,
                "return_percent": round(12.5 / (index + 1) - index * 0.73, 2),
                "created_date": "2025-09-11T04:00:00.000000+00:00",
            }
            for index, timeframe in enumerate(TIMEFRAMES)
        ]


@dataclass
class SnapTradeWorld:
    """Hold everything the SnapTrade operations read and change."""

    connections: dict[str, Connection] = field(default_factory=dict)
    session_events: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def build(cls) -> SnapTradeWorld:
        """Build the world anew, always the same."""
        world = cls()
        for number, (user, slug, access, extra) in enumerate(_CONNECTIONS):
            public = _connection(number, user, slug, access) | extra
            world.connections[public["id"]] = Connection(user, slug, public)
        for user in ("ada", "grace"):
            for session in ("first", "second"):
                world.session_events += _session(user, session)
        return world


def _connection(number: int, user: str, slug: str, access: str) -> dict[str, Any]:
    brokerage = _brokerage(slug)
    return {
        "id": connection_id(user, slug),
        "created_date": f"2025-0{number + 1}-12T08:30:1{number}.{number}45678Z",
        "brokerage": brokerage,
        "name": f"{brokerage['display_name']} of {user}",
        "type": access,
        "disabled": False,
        "disabled_date": None,
        "meta": {"identifier": f"{slug.lower()}-{number}"},
        "updated_date": f"2025-09-1{number}T17:28:37.000123+00:00",
        "is_eligible_for_payout": False,
        "data_freshness_mode": "delayed",
    }


def _brokerage(slug: str) -> dict[str, Any]:
    name, kind, trading = _BROKERAGES[slug]
    host = f"{slug.lower()}.example"
    return {
        "id": stable_id("brokerage", slug),
        "slug": slug,
        "name": name,
        "display_name": name,
        "description": f"{name} exists only in this sandbox",
        "aws_s3_logo_url": f"https://logos.example/{slug.lower()}.png",
        "aws_s3_square_logo_url": None
        if slug == "SANDBOX"
        else f"https://logos.example/{slug.lower()}-square.png",
        "url": f"https://{host}",
        "enabled": True,
        "maintenance_mode": False,
        "is_degraded": slug == "HARBOR",
        "allows_trading": trading,
        "allows_fractional_units": None,
        "has_reporting": None,
        "is_real_time_connection": slug == "COINWELL",
        "brokerage_type": {"id": stable_id("type", kind), "name": kind},
        "exchanges": [],
        "open_url": f"https://{host}/open" if trading else None,
    }


def _session(user: str, name: str) -> list[dict[str, Any]]:
    """Build one portal session with an event of every kind."""
    events: list[dict[str, Any]] = []
    for index, (kind, code) in enumerate(_STEPS):
        event = {
            "id": stable_id("session-event", user, name, kind),
            "session_event_type": kind,
            "session_id": stable_id("session", user, name),
            "user_id": user,
            "created_date": f"2025-09-{'10' if name == 'first' else '11'}T17:{index:02d}:37.{index:06d}Z",
            "brokerage_status_code": code,
        }
        if kind in {"CONNECTION_SUCCESSFUL", "PARTNER_REDIRECT"}:
            event["brokerage_authorization_id"] = connection_id(user, "MAPLE")
        events.append(event)
    return events
